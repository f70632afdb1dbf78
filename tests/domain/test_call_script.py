"""Call scripts say what this filing needs, and no number in full."""

from dataclasses import replace

from butler_desktop.domain.call_script import call_script
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.sms_check import SmsCheck
from butler_desktop.domain.telling import Occasion
from tests.builders import NOW, a_filing, an_order

CHECKS = (
    SmsCheck(("subject_pic",), "沈志远", "13800001234"),
    SmsCheck(("service_pic",), "林小雨", "13900005678", verified_at=NOW),
)


def test_the_face_is_shown_by_the_person_himself() -> None:
    filing = a_filing(an_order(), state=FilingState.AWAITING_FACE_VERIFICATION)
    form = filing.particulars.with_value("service_pic.name", "林小雨")
    steps = call_script(Occasion.FACE, replace(filing, particulars=form), (), 72)
    assert "服务负责人林**本人" in steps[0]
    assert "72 小时" in steps[-1]


def test_whose_sms_is_awaited_is_said_without_a_whole_number() -> None:
    filing = a_filing(an_order(), state=FilingState.SMS_PENDING, sms_sent_at=NOW)
    steps = call_script(Occasion.SMS, filing, CHECKS, 72)
    assert "沈** 138****1234" in steps[0]
    assert "林" not in "".join(steps)
    assert "13800001234" not in "".join(steps)
    assert "24 小时" in steps[-1]
    assert "3月18日 10:42" in steps[1]


def test_other_occasions_are_not_talked_through() -> None:
    assert call_script(Occasion.APPROVED, a_filing(an_order()), (), 72) == ()
