"""What is noted of the authority's doings, on both kinds of database."""

from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from butler_desktop.services.due import missed_calls, owed_duties
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.worklist import filing_rows
from tests.services.scenario import WAYS, attach_all, do, reached, requested, state_of

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


def marks(desk, filings):
    with desk.reading() as work:
        return [row.misses_call for row in filing_rows(work, filings)]


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


def test_what_a_system_says_is_kept_with_its_source_and_flagged_when_old(desk, clock):
    filing = reached(desk, S.AUTHORITY_REVIEW)
    do(desk, filing, A.RECORD_STATUS, status="authority_review", source="provider", words="二审")
    view = view_of(desk, filing)
    assert (view.status.words.zh, view.status.as_of) == ("管局审核中：二审", clock.now)
    line = view.history[0]
    assert f"{line.words.zh}：{line.detail.zh}" == (
        "外部状态：管局审核中：二审 ・ 接入商系统 ・ 3月18日 10:42"
    )
    assert not view.is_status_stale
    clock.now += timedelta(days=4)
    assert view_of(desk, filing).is_status_stale


def test_a_call_that_may_go_astray_is_an_alarm_until_it_is_settled(desk, clock):
    filing, other = reached(desk, S.AUTHORITY_REVIEW), reached(desk, S.AUTHORITY_REVIEW)
    for each, until in ((filing, "2026-03-18 12:00"), (other, "2026-03-20 12:00")):
        do(desk, each, A.EXPECT_CALL, until=until)
    pair = (filing, other)
    assert marks(desk, pair) == [False, False]
    clock.now += timedelta(hours=2)
    assert marks(desk, pair) == [True, False]
    with desk.reading() as work:
        (call,) = missed_calls(work)
    assert call.filing == view_of(desk, filing).filing.number
    do(desk, filing, A.EXPECT_CALL, until="2026-03-18 18:00")
    assert marks(desk, pair) == [False, False]
    clock.now += timedelta(hours=6)
    assert marks(desk, pair) == [True, False]
    do(desk, filing, A.SETTLE_CALL, outcome="answered")
    assert marks(desk, pair) == [False, False]
    assert view_of(desk, filing).history[0].detail.zh == "已接听"
    with pytest.raises(Refused):
        do(desk, filing, A.SETTLE_CALL, outcome="missed")


def test_duties_that_were_not_told_in_time_are_an_alarm_until_they_are(desk, clock):
    filing = reached(desk, S.APPROVED)

    def owed():
        with desk.reading() as work:
            return [row.owes_duty for row in filing_rows(work, [filing])], owed_duties(work)

    assert owed() == ([False], ())
    clock.now += timedelta(days=1)
    (mark,), (duties,) = owed()
    assert mark
    assert duties.duties == ("footer",)
    clock.now += timedelta(days=30)
    assert len(owed()[1][0].duties) == 4
    do(desk, filing, A.TELL_DUTIES)
    assert owed() == ([False], ())


def test_a_duty_is_ticked_once_and_telling_settles_the_rest(desk):
    filing = reached(desk, S.APPROVED)
    do(desk, filing, A.FINISH_DUTY, duty="footer")
    assert [it.is_open for it in view_of(desk, filing).after_care] == [False, True, True, True]
    assert view_of(desk, filing).history[0].detail.zh == "页脚备案号及链接"
    with pytest.raises(Refused):
        do(desk, filing, A.FINISH_DUTY, duty="footer")
    do(desk, filing, A.TELL_DUTIES)
    assert not any(it.is_open for it in view_of(desk, filing).after_care)
