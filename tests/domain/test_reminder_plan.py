"""The customer is reminded at set times before the deadline, once each."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.packet_version import Reminder
from butler_desktop.domain.reminder_plan import BEFORE, next_reminder, reminder_due
from tests.builders import NOW
from tests.documents.papers import a_content, a_version

DEADLINE = NOW + timedelta(days=2)
SENT = replace(a_version(a_content()), delivered_at=NOW)
HOURS = st.integers(0, 60 * 48).map(lambda minutes: timedelta(minutes=minutes))


def reminded(packet, at):
    return replace(packet, reminders=(*packet.reminders, Reminder(at, "林晓雯", "phone", DEADLINE)))


def test_nothing_is_due_before_the_first_set_time_nor_after_the_deadline() -> None:
    assert reminder_due(SENT, DEADLINE, DEADLINE - timedelta(hours=25)) is None
    assert reminder_due(SENT, DEADLINE, DEADLINE) is None
    assert next_reminder(SENT, DEADLINE, NOW) == DEADLINE - BEFORE[0]


def test_each_set_time_asks_anew_and_one_reminder_serves_all_that_passed() -> None:
    at_four = DEADLINE - timedelta(hours=3)
    assert reminder_due(SENT, DEADLINE, at_four) == timedelta(hours=4)
    packet = reminded(SENT, at_four)
    assert reminder_due(packet, DEADLINE, at_four + timedelta(hours=1)) is None
    assert reminder_due(packet, DEADLINE, DEADLINE - timedelta(minutes=30)) == timedelta(hours=1)


def test_a_packet_that_is_not_delivered_or_was_delivered_late_is_not_reminded_of() -> None:
    late = DEADLINE - timedelta(hours=2)
    assert reminder_due(replace(SENT, delivered_at=None), DEADLINE, late) is None
    assert reminder_due(replace(SENT, delivered_at=late), DEADLINE, late) is None


def test_a_reminder_of_another_deadline_says_nothing_of_this_one() -> None:
    at = DEADLINE - timedelta(hours=3)
    other = Reminder(at, "林晓雯", "phone", DEADLINE - timedelta(days=1))
    packet = replace(SENT, reminders=(other,))
    assert reminder_due(packet, DEADLINE, at) == timedelta(hours=4)


@given(st.lists(HOURS, max_size=6), HOURS)
def test_whoever_reminds_now_is_not_asked_again_at_once(told: list[timedelta], ago: timedelta):
    now = DEADLINE - ago
    packet = SENT
    for each in sorted(told, reverse=True):
        if DEADLINE - each <= now:
            packet = reminded(packet, DEADLINE - each)
    assert reminder_due(reminded(packet, now), DEADLINE, now) is None
