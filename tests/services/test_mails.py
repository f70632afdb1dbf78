"""What is written to the customer, and the butler's word on what became of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.mail import CUT_OFF, MailState, claimed
from butler_desktop.domain.mail_account import MailAccount, Security
from butler_desktop.domain.telling import Occasion
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.mails import (
    drop_mail,
    mail_draft,
    queue_mail,
    send_again,
    was_received,
)
from butler_desktop.storage.mails import add_mail, mail_at, mails_of, move_mail
from tests.services.scenario import do, reached

ACCOUNT = MailAccount("127.0.0.1", 25, Security.NONE, "", "beian@cloud.example")


@pytest.fixture
def desk(desk):
    """A desk that writes to customers."""
    return replace(desk, mail=ACCOUNT)


def queued(desk, filing_id, occasion=Occasion.CONFIRM, **given):
    with desk.editing() as work:
        draft = mail_draft(work, filing_id, occasion)
        values = {"recipient": draft.recipient, "subject": draft.subject, "body": draft.body}
        return queue_mail(work, filing_id, occasion, **(values | given))


def stuck(desk, mail, state=MailState.UNKNOWN):
    """The mail as a desk left it that is gone."""
    with desk.editing() as work:
        sending = claimed(mail, "another", work.now)
        assert move_mail(work, mail, sending)
        lost = replace(sending, state=state, reason=CUT_OFF)
        assert move_mail(work, sending, lost)
    return lost


def told(desk, filing_id):
    with desk.reading() as work:
        return {it.occasion: it.telling for it in filing_view(work, filing_id).told}


def test_the_words_are_ready_with_the_paper_that_goes_along(desk):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    with desk.reading() as work:
        draft = mail_draft(work, filing_id, Occasion.CONFIRM)
        number = filing_view(work, filing_id).filing.number
    assert draft.recipient == "shen@yunshan.example"
    assert draft.subject.startswith("【备案】核对并确认备案信息")
    assert draft.paper == f"{number}-v1.pdf"
    assert number in draft.body


def test_what_was_read_back_is_what_was_queued(desk):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    mail = queued(desk, filing_id, body="请核对。")
    with desk.reading() as work:
        assert mails_of(work, filing_id) == (mail,)
        assert mail_at(work, mail.id) == mail


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"recipient": "沈先生"}, "收件地址"),
        ({"recipient": ""}, "收件地址"),
        ({"subject": " "}, "主题和正文"),
        ({"body": ""}, "主题和正文"),
    ],
)
def test_what_cannot_be_sent_is_not_queued(desk, given, why):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    with pytest.raises(Refused, match=why):
        queued(desk, filing_id, **given)
    with desk.reading() as work:
        assert mails_of(work, filing_id) == ()


def test_without_an_account_nothing_is_queued(desk):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    with pytest.raises(Refused, match="发信邮箱"):
        queued(replace(desk, mail=None), filing_id)


def test_of_one_occasion_one_waits(desk):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    first = queued(desk, filing_id)
    with pytest.raises(Refused, match="等待发送"):
        queued(desk, filing_id)
    with desk.editing() as work:
        assert drop_mail(work, first.id).state is MailState.DROPPED
    assert queued(desk, filing_id).id != first.id


def test_nobody_is_asked_to_confirm_what_he_confirmed(desk):
    filing_id = reached(desk, S.READY_TO_SUBMIT)
    with pytest.raises(Refused, match="客户已答复"):
        queued(desk, filing_id)


def test_mail_that_arrived_after_all_goes_on_record(desk, clock):
    filing_id = reached(desk, S.SMS_PENDING)
    mail = stuck(desk, queued(desk, filing_id, Occasion.SMS))
    sent_at = clock.now
    clock.now += timedelta(hours=1)
    with desk.editing() as work:
        assert was_received(work, mail.id).state is MailState.SENT
    telling = told(desk, filing_id)[Occasion.SMS]
    assert (telling.at, telling.how, telling.by) == (sent_at, "email", "林晓雯")
    with desk.editing() as work, pytest.raises(Refused, match="已发送"):
        send_again(work, mail.id)


def test_mail_that_did_not_arrive_is_sent_again_when_the_butler_says_so(desk, clock):
    filing_id = reached(desk, S.SMS_PENDING)
    mail = stuck(desk, queued(desk, filing_id, Occasion.SMS), MailState.FAILED)
    clock.now += timedelta(days=2)
    with desk.editing() as work:
        anew = send_again(work, mail.id)
    assert (anew.state, anew.tries, anew.due_at) == (MailState.QUEUED, 0, clock.now)
    assert told(desk, filing_id)[Occasion.SMS] is None


def test_what_is_out_of_date_is_not_sent_again(desk):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    mail = stuck(desk, queued(desk, filing_id))
    do(desk, filing_id, A.CHANGE_DEADLINE, deadline="2026-03-30 18:00", comment="客户出差")
    with desk.editing() as work, pytest.raises(Refused, match="截止时间已改"):
        send_again(work, mail.id)


def test_nobody_calls_back_what_is_on_its_way(desk):
    filing_id = reached(desk, S.SMS_PENDING)
    mail = queued(desk, filing_id, Occasion.SMS)
    with desk.editing() as work:
        assert move_mail(work, mail, claimed(mail, "another", work.now))
    with desk.editing() as work, pytest.raises(Refused, match="正在发送"):
        drop_mail(work, mail.id)


def test_the_same_mail_is_in_the_queue_once(desk):
    filing_id = reached(desk, S.SMS_PENDING)
    mail = queued(desk, filing_id, Occasion.SMS)
    with desk.editing() as work:
        assert not add_mail(work, mail)
