"""Each message goes out once: through a real server that does its worst, from several desks."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.mail import CLAIM, PAUSES, MailState
from butler_desktop.domain.reminder_plan import DueReminder
from butler_desktop.domain.telling import Occasion
from butler_desktop.domain.transition import Action as A
from butler_desktop.services import mail_round
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.history import history
from butler_desktop.services.mail_round import mails_for_butler, queue_reminders, send_mails
from butler_desktop.services.mails import mail_draft, queue_mail, send_again, was_received
from butler_desktop.storage.mails import mail_at, mails_of
from tests.services.scenario import an_order_of, do, reached
from tests.smtp import CUT, LATER, NEVER, TAKES, TAKES_AND_CUTS, a_post_office


@pytest.fixture
def office():
    with a_post_office() as made:
        yield made


@pytest.fixture
def desk(desk, office):
    """A desk that writes to customers."""
    return replace(desk, mail=office.account())


def queued(desk, filing_id, occasion=Occasion.SMS):
    with desk.editing() as work:
        draft = mail_draft(work, filing_id, occasion)
        return queue_mail(work, filing_id, occasion, draft.recipient, draft.subject, draft.body)


def look(desk, mail):
    with desk.reading() as work:
        return mail_at(work, mail.id)


def view_of(desk, filing_id):
    with desk.reading() as work:
        return filing_view(work, filing_id)


def test_the_request_to_confirm_takes_the_packet_along(desk, office, clock):
    filing_id = reached(desk, S.INTERNAL_REVIEW)
    do(desk, filing_id, A.ISSUE_PACKET)
    queued(desk, filing_id, Occasion.CONFIRM)
    clock.now += timedelta(minutes=1)
    (news,) = send_mails(desk)
    assert (news.state, news.occasion) == (MailState.SENT, Occasion.CONFIRM)
    packet = view_of(desk, filing_id).packets[0]
    assert (packet.delivered_at, packet.delivered_how) == (clock.now, "email")
    (letter,) = office.letters
    (paper,) = letter.iter_attachments()
    assert paper.get_filename().endswith("-v1.pdf")
    assert paper.get_content() == desk.blobs.read(packet.pdf_sha256)
    with desk.reading() as work:
        acts = [it.words.zh for it in history(work, work.order_of(filing_id))]
    assert acts[:2] == ["确认包已送达客户", "邮件发出确认包"]


def test_whoever_wrote_it_has_told_the_customer(desk, office):
    filing_id = reached(desk, S.SMS_PENDING)
    mail = queued(desk, filing_id)
    send_mails(desk)
    telling = {it.occasion: it.telling for it in view_of(desk, filing_id).told}[Occasion.SMS]
    assert (telling.by, telling.how) == (mail.made_by, "email")
    assert office.letters[0]["Message-ID"] == f"<{mail.id}@cloud.example>"
    assert send_mails(desk) == ()
    assert len(office.letters) == 1


def test_without_a_network_it_waits_ever_longer_and_goes_out_in_the_end(desk, office, clock):
    filing_id = reached(desk, S.SMS_PENDING)
    mail = queued(desk, filing_id)
    away = replace(desk, mail=replace(desk.mail, port=1))
    for pause in PAUSES:
        (news,) = send_mails(away)
        assert news.state is MailState.QUEUED
        assert look(desk, mail).due_at == clock.now + pause
        assert send_mails(away) == ()
        clock.now += pause
    (news,) = send_mails(desk)
    assert news.state is MailState.SENT
    assert len(office.letters) == 1


def test_after_a_day_without_a_server_the_butler_is_asked(desk, clock):
    filing_id = reached(desk, S.SMS_PENDING)
    mail = queued(desk, filing_id)
    clock.now += timedelta(hours=24)
    away = replace(desk, mail=replace(desk.mail, port=1))
    (news,) = send_mails(away)
    assert news.state is MailState.FAILED
    with desk.reading() as work:
        assert [it.mail_id for it in mails_for_butler(work)] == [mail.id]


def test_a_server_that_is_away_ends_the_round(desk, clock):
    first = queued(desk, reached(desk, S.SMS_PENDING))
    second = queued(desk, reached(desk, S.SMS_PENDING))
    away = replace(desk, mail=replace(desk.mail, port=1))
    assert [it.mail_id for it in send_mails(away)] == [first.id]
    assert look(desk, second).tries == 0


def test_what_the_server_refuses_is_told_with_its_words(desk, office):
    mail = queued(desk, reached(desk, S.SMS_PENDING))
    office.orders.append(NEVER)
    (news,) = send_mails(desk)
    assert news.state is MailState.FAILED
    assert "no such mailbox" in look(desk, mail).reason.zh


def test_what_nobody_knows_is_never_sent_again_by_itself(desk, office, clock):
    mail = queued(desk, reached(desk, S.SMS_PENDING))
    office.orders.append(TAKES_AND_CUTS)
    (news,) = send_mails(desk)
    assert news.state is MailState.UNKNOWN
    clock.now += timedelta(days=3)
    assert send_mails(desk) == ()
    assert len(office.letters) == 1
    with desk.editing() as work:
        was_received(work, mail.id)
    assert look(desk, mail).state is MailState.SENT


def test_a_desk_that_died_while_sending_leaves_a_question(desk, office, clock, monkeypatch):
    mail = queued(desk, reached(desk, S.SMS_PENDING))
    whole = mail_round.deliver

    def dies(*given):
        whole(*given)
        raise KeyboardInterrupt

    monkeypatch.setattr(mail_round, "deliver", dies)
    with pytest.raises(KeyboardInterrupt):
        send_mails(desk)
    monkeypatch.setattr(mail_round, "deliver", whole)
    assert send_mails(desk) == ()
    clock.now += CLAIM
    (news,) = send_mails(desk)
    assert (news.mail_id, news.state) == (mail.id, MailState.UNKNOWN)
    assert len(office.letters) == 1


def test_what_is_out_of_date_by_then_is_not_sent(desk, office):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    mail = queued(desk, filing_id, Occasion.CONFIRM)
    do(desk, filing_id, A.CONFIRM, how="phone")
    (news,) = send_mails(desk)
    assert (news.state, look(desk, mail).reason.zh) == (MailState.DROPPED, "客户已答复")
    assert office.letters == []


@pytest.mark.sqlite  # on a shared database the team's files have it still
def test_a_paper_that_is_lost_is_told_and_nothing_goes_out(desk, office):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    queued(desk, filing_id, Occasion.CONFIRM)
    packet = view_of(desk, filing_id).packets[0]
    desk.blobs.path_of(packet.pdf_sha256).unlink()
    (news,) = send_mails(desk)
    assert news.state is MailState.FAILED
    assert office.letters == []


def test_two_desks_at_once_send_each_message_once(desk, office):
    mails = [queued(desk, reached(desk, S.SMS_PENDING)) for _ in range(4)]
    desks = [replace(desk, station=name) for name in ("one", "two")]
    together = Barrier(2)

    def round_(at):
        together.wait()
        return send_mails(at)

    with ThreadPoolExecutor(2) as pool:
        news = [it for found in pool.map(round_, desks) for it in found]
    assert sorted(it.mail_id for it in news) == sorted(it.id for it in mails)
    assert len(office.letters) == 4
    assert {look(desk, it).state for it in mails} == {MailState.SENT}


# reminders by themselves


def awaiting(desk, clock, **given):
    """A filing whose customer has its packet and is to answer in 23 hours."""
    filing_id = reached(desk, S.INTERNAL_REVIEW, an_order_of(desk, **given) if given else None)
    do(desk, filing_id, A.ISSUE_PACKET, deadline="2026-03-20 18:00")
    do(desk, filing_id, A.RECORD_DELIVERY, how="wechat")
    clock.now = view_of(desk, filing_id).filing.confirmation_deadline - timedelta(hours=23)
    return filing_id


def test_a_reminder_goes_out_by_itself_once(desk, office, clock):
    reminds = replace(desk, mail=office.account(reminds=True))
    filing_id = awaiting(reminds, clock)
    assert isinstance(view_of(desk, filing_id).reminder, DueReminder)
    assert queue_reminders(reminds) == 1
    assert queue_reminders(replace(reminds, station="another")) == 0
    (news,) = send_mails(reminds)
    assert (news.state, news.occasion) == (MailState.SENT, Occasion.REMINDER)
    view = view_of(desk, filing_id)
    assert view.reminder is None
    assert view.packets[0].reminders[0].how == "email"
    assert queue_reminders(reminds) == 0
    clock.now += timedelta(hours=20)
    assert queue_reminders(reminds) == 1
    send_mails(reminds)
    assert len(office.letters) == 2


def test_a_reminder_that_could_not_be_sent_is_not_queued_twice(desk, office, clock):
    reminds = replace(desk, mail=office.account(reminds=True))
    filing_id = awaiting(reminds, clock)
    queue_reminders(reminds)
    office.orders.append(NEVER)
    send_mails(reminds)
    assert queue_reminders(reminds) == 0
    with desk.reading() as work:
        assert len(mails_of(work, filing_id)) == 1


def test_only_where_it_is_set_and_an_address_is_known(desk, office, clock):
    awaiting(desk, clock)
    assert queue_reminders(desk) == 0
    awaiting(desk, clock, contact_email="")
    assert queue_reminders(replace(desk, mail=office.account(reminds=True))) == 1


# whatever happens

STEPS = st.lists(
    st.sampled_from([TAKES, LATER, NEVER, CUT, TAKES_AND_CUTS, "wait", "again", "dead"]),
    min_size=1,
    max_size=12,
)


@given(steps=STEPS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_message_is_sent_twice_whatever_happens(desk, office, clock, everywhere_sms, steps):
    """But where the butler has said so."""
    mail = queued(desk, everywhere_sms())
    before, allowed = len(office.letters), 1
    for number, step in enumerate(steps):
        at = replace(desk, station=str(number % 2))
        if step == "wait":
            clock.now += timedelta(hours=1)
        elif step == "again":
            if look(desk, mail).state in (MailState.UNKNOWN, MailState.FAILED):
                with desk.editing() as work:
                    send_again(work, mail.id)
                allowed += 1
        elif step == "dead":
            send_mails(replace(at, mail=replace(at.mail, port=1)))
        else:
            office.orders.append(step)
            send_mails(at)
            office.orders.clear()
        assert len(office.letters) - before <= allowed
        if look(desk, mail).state is MailState.SENT:
            assert len(office.letters) - before >= 1
    if look(desk, mail).state is not MailState.SENT:
        with desk.editing() as work:
            work.connection.exec_driver_sql("UPDATE mails SET state = 'dropped'")


@pytest.fixture
def everywhere_sms(desk):
    """A filing that waits for its SMS, the same one again and again."""
    made = []

    def one():
        if not made:
            made.append(reached(desk, S.SMS_PENDING))
        return made[0]

    return one
