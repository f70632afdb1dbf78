"""What becomes of mail, decided on frozen values."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.mail import (
    ANSWERED,
    GIVE_UP,
    OTHER_DEADLINE,
    OUTDATED_PACKET,
    PAUSES,
    REMINDED,
    Delivery,
    MailState,
    claimed,
    reason_to_drop,
    subject_of,
    tried,
)
from butler_desktop.domain.packet_version import PacketVersion, Reminder
from butler_desktop.domain.telling import Occasion
from butler_desktop.words import Words
from tests.builders import NOW, a_filing, a_mail, an_order

LATER = Delivery(MailState.QUEUED, Words("忙", "busy"))
DEADLINE = NOW + timedelta(days=2)
FILING = a_filing(an_order(), confirmation_deadline=DEADLINE)
PACKET = PacketVersion("p", "o", FILING.id, 1, {}, "", "", "", 6, NOW, "林晓雯")
REMINDER = a_mail(occasion=Occasion.REMINDER, packet_id="p", deadline=DEADLINE)


@given(st.integers(1, 40))
def test_the_pauses_only_grow(count: int) -> None:
    mail = replace(a_mail(), tries=count)
    after = tried(mail, LATER, NOW)
    pause = after.due_at - NOW
    assert pause == PAUSES[min(count, len(PAUSES)) - 1]
    assert pause <= tried(replace(mail, tries=count + 1), LATER, NOW).due_at - NOW


def test_after_a_day_it_waits_for_the_butler() -> None:
    mail = claimed(a_mail(), "desk", NOW)
    assert tried(mail, LATER, NOW + GIVE_UP - timedelta(seconds=1)).state is MailState.QUEUED
    late = tried(mail, LATER, NOW + GIVE_UP)
    assert (late.state, late.reason) == (MailState.FAILED, LATER.reason)


@pytest.mark.parametrize("state", [MailState.FAILED, MailState.UNKNOWN])
def test_what_is_certain_is_not_tried_again(state: MailState) -> None:
    assert tried(claimed(a_mail(), "desk", NOW), Delivery(state), NOW).state is state


@pytest.mark.parametrize(
    ("filing", "packet", "why"),
    [
        (FILING, PACKET, None),
        (replace(FILING, confirmed_at=NOW), PACKET, ANSWERED),
        (FILING, replace(PACKET, returned_at=NOW), ANSWERED),
        (FILING, replace(PACKET, id="q"), OUTDATED_PACKET),
        (FILING, replace(PACKET, voided_at=NOW), OUTDATED_PACKET),
        (FILING, None, OUTDATED_PACKET),
        (replace(FILING, confirmation_deadline=NOW), PACKET, OTHER_DEADLINE),
        (FILING, replace(PACKET, reminders=(Reminder(NOW, "", "phone", DEADLINE),)), REMINDED),
        (
            FILING,
            replace(
                PACKET,
                reminders=(Reminder(NOW - timedelta(hours=1), "", "phone", DEADLINE),),
            ),
            None,
        ),
    ],
)
def test_a_reminder_holds_as_long_as_it_is_true(filing, packet, why) -> None:
    assert reason_to_drop(REMINDER, filing, packet) == why


def test_other_news_hold_whatever_comes() -> None:
    assert reason_to_drop(a_mail(), replace(FILING, confirmed_at=NOW), None) is None


def test_the_subject_names_the_filing_and_no_person() -> None:
    assert subject_of(Occasion.SMS, FILING) == f"【备案】24 小时内短信核验 {FILING.number}"
