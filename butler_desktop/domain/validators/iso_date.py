"""Days as the form keeps them: ISO text."""

from calendar import monthrange
from datetime import date

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words

PERMANENT = ("长期", "长期有效", "永久")


def validate(text: str) -> Validated:
    """The day in ``text`` as ISO text."""
    value = tidy.date(text)
    if parsed(value) is not None:
        return Validated(value)
    if value in PERMANENT:
        return Validated(
            value, Words("长期有效请勾选“长期有效”", "tick “permanent” instead of typing it")
        )
    return Validated(
        value, Words(f"“{value}”不是日期，写作 2026-03-18", f"“{value}” is no day, as 2026-03-18")
    )


def parsed(text: str | None) -> date | None:
    """The day that ISO text names; None where it names none."""
    try:
        return date.fromisoformat(text) if text and len(text) == 10 else None
    except ValueError:
        return None


def months_after(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
