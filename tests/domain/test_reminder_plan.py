"""At each set time before the deadline a reminder is due, until the customer was reminded."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.packet_version import Reminder
from butler_desktop.domain.reminder_hours import REMINDER_HOURS
from butler_desktop.domain.reminder_plan import DueReminder, due_reminder, next_reminder
from tests.builders import NOW

HOUR = timedelta(hours=1)
UNTIL = NOW + 48 * HOUR


def due(now: datetime, *told: datetime, until: datetime = UNTIL, delivered: datetime = NOW):
    reminders = [Reminder(at, "林晓雯", "phone", until) for at in told]
    return due_reminder(until, delivered, reminders, REMINDER_HOURS, now)


def test_each_set_time_asks_once() -> None:
    assert due(UNTIL - 25 * HOUR) is None
    first = UNTIL - 24 * HOUR
    assert due(first) == DueReminder(first, UNTIL)
    assert due(first + HOUR, first + timedelta(minutes=5)) is None
    second = UNTIL - 4 * HOUR
    assert due(second, first + timedelta(minutes=5)) == DueReminder(second, UNTIL)
    assert due(UNTIL - 2 * HOUR, second) is None


def test_set_times_that_passed_together_are_one_reminder() -> None:
    assert due(UNTIL - HOUR / 2) == DueReminder(UNTIL - HOUR, UNTIL)
    assert due(UNTIL - HOUR / 4, UNTIL - HOUR / 2) is None


def test_nothing_is_due_before_the_delivery_or_after_the_deadline() -> None:
    assert due_reminder(UNTIL, None, (), REMINDER_HOURS, UNTIL - HOUR) is None
    assert due_reminder(None, NOW, (), REMINDER_HOURS, NOW) is None
    assert due(UNTIL) is None


def test_the_delivery_itself_tells_of_the_deadline() -> None:
    """Twenty hours before it: the set time of 24 hours asks for nothing any more."""
    delivered = UNTIL - 20 * HOUR
    assert due(delivered + HOUR, delivered=delivered) is None
    assert due(UNTIL - 4 * HOUR, delivered=delivered) is not None


def test_a_deadline_without_a_set_time_left_is_told_once_at_once() -> None:
    delivered = UNTIL - HOUR / 2
    assert due(delivered, delivered=delivered) == DueReminder(delivered, UNTIL)
    assert due(UNTIL - HOUR / 4, delivered, delivered=delivered) is None


def test_the_next_set_time_is_known_before_it_comes() -> None:
    assert next_reminder(UNTIL, NOW, REMINDER_HOURS, NOW) == UNTIL - 24 * HOUR
    assert next_reminder(UNTIL, NOW, REMINDER_HOURS, UNTIL - 24 * HOUR) == UNTIL - 4 * HOUR
    assert next_reminder(UNTIL, NOW, REMINDER_HOURS, UNTIL - HOUR) is None
    assert next_reminder(UNTIL, None, REMINDER_HOURS, NOW) is None


def test_a_reminder_of_another_deadline_says_nothing_of_this_one() -> None:
    old = Reminder(UNTIL - HOUR, "林晓雯", "phone", UNTIL + 24 * HOUR)
    assert due_reminder(UNTIL, NOW, (old,), REMINDER_HOURS, UNTIL - HOUR) is not None


@given(
    st.lists(st.integers(1, 100), min_size=1, max_size=4),
    st.integers(0, 200),
    st.lists(st.integers(0, 200), max_size=8),
)
def test_whoever_reminds_whenever_asked_does_so_once_a_set_time(
    hours: list[int], given_hours: int, looks: list[int]
) -> None:
    until = NOW + given_hours * HOUR
    told: list[Reminder] = []
    answered: list[datetime] = []
    for look in sorted(looks):
        now = NOW + look * HOUR
        found = due_reminder(until, NOW, told, hours, now)
        if found is not None:
            answered.append(found.at)
            told.append(Reminder(now, "林晓雯", "phone", until))
    assert len(answered) == len(set(answered))
    assert len(answered) <= max(1, len(set(hours)))
