"""Reminder hours are read from what a butler types."""

import pytest

from butler_desktop.domain.reminder_hours import REMINDER_HOURS, hours_text, read_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("24, 4, 1", (24, 4, 1)),
        ("1，4、24,4", (24, 4, 1)),
        ("72", (72,)),
        ("", None),
        ("24,", None),
        ("0", None),
        ("-1", None),
        ("1.5", None),
        ("721", None),
        ("二", None),
    ],
)
def test_hours_are_whole_each_once_the_longest_first(
    text: str, hours: tuple[int, ...] | None
) -> None:
    assert read_hours(text) == hours


def test_what_is_written_is_read() -> None:
    assert read_hours(hours_text(REMINDER_HOURS)) == REMINDER_HOURS
