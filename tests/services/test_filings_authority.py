"""What is noted of the authority's doings, on both kinds of database."""

from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from tests.services.scenario import WAYS, attach_all, do, requested, state_of

OTHER = "13900002222"


def with_two_numbers(desk, state=S.SMS_PENDING):
    """A filing whose persons in charge have a number each."""
    filing = requested(desk)
    with desk.editing() as work:
        edit_form(work, filing, {"service_pic.mobile": OTHER})
    for action in WAYS[state]:
        if action is A.COMPLETE_CONTENT:
            attach_all(desk, filing)
        do(desk, filing, action)
    return filing


def view_of(desk, filing):
    with desk.reading() as work:
        return filing_view(work, filing)


def test_two_persons_keep_it_open_until_both_have_verified_and_the_timeline_names_them(desk, clock):
    filing = with_two_numbers(desk)
    do(desk, filing, A.RECORD_SMS_WRONG, person="service_pic")
    do(desk, filing, A.RECORD_SMS_VERIFIED, person="service_pic")
    assert state_of(desk, filing) is S.SMS_PENDING
    first, second = view_of(desk, filing).sms
    assert (first.verified_at, second.verified_at) == (None, clock.now)
    assert second.wrong_tries == 1
    clock.now += timedelta(hours=1)
    do(desk, filing, A.RECORD_SMS_VERIFIED, person="subject_pic")
    view = view_of(desk, filing)
    assert (view.filing.state, view.filing.sms_verified_at) == (S.AUTHORITY_REVIEW, clock.now)
    assert view.due.started_at == clock.now
    told = [f"{it.words.zh}：{it.detail.zh}" for it in view.history[:3]]
    assert told == [
        "短信核验通过：待短信核验 → 管局审核中：主体负责人",
        "短信核验通过：服务负责人",
        "验证码输错：服务负责人",
    ]
    assert OTHER not in "".join(told)


def test_the_sixth_wrong_code_returns_the_filing(desk):
    filing = with_two_numbers(desk)
    for _ in range(5):
        do(desk, filing, A.RECORD_SMS_WRONG, person="subject_pic")
    assert state_of(desk, filing) is S.SMS_PENDING
    do(desk, filing, A.RECORD_SMS_WRONG, person="subject_pic")
    assert state_of(desk, filing) is S.SMS_EXPIRED
    with pytest.raises(Refused):
        do(desk, filing, A.RECORD_SMS_VERIFIED)
