"""Written times: the moments that exports name, in the forms that spreadsheets give them."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.validators import tidy

_DAY = r"(?P<y>\d{4})(?P<gap>[-/.年])(?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"
_CLOCK = r"(?P<H>\d{1,2})[:时](?P<M>\d{1,2})(?:[:分](?P<S>\d{1,2}))?秒?分?(?:\.\d+)?"
_HALF, _HALF_EN = r"(?P<half>上午|下午|AM|PM)?", r"(?P<half_en>AM|PM)?"
_FORMS = (
    re.compile(rf"{_DAY}(?:[T ]*{_HALF} *{_CLOCK} *{_HALF_EN})?", re.IGNORECASE),
    re.compile(
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"
        r"(?: *(?P<H>\d{2}):?(?P<M>\d{2})(?::?(?P<S>\d{2}))?)?"
    ),
)
_SERIAL = re.compile(r"\d{5}(?:\.\d{1,12})?")
_EXCEL_ORIGIN = datetime(1899, 12, 30, tzinfo=SHANGHAI)
_EXCEL_DAYS = range(20_000, 80_000)
"""Serial days from 1954 to 2119: a number in that range is a date cell without its format."""


def parse_local_time(text: str) -> datetime | None:
    """The UTC time that ``text`` names on a clock in Shanghai; None where there is no such time.

    A day alone is its first moment, as spreadsheets mean it.
    """
    plain = _plain(text)
    for form in _FORMS:
        if match := form.fullmatch(plain):
            return _at(match.groupdict())
    if _SERIAL.fullmatch(plain) and int(Decimal(plain)) in _EXCEL_DAYS:
        seconds = int((Decimal(plain) * 86_400).to_integral_value())
        return (_EXCEL_ORIGIN + timedelta(seconds=seconds)).astimezone(UTC)
    return None


def looks_like_time(text: str) -> bool:
    """Whether ``text`` is written as a time, be there such a time or not."""
    return any(form.fullmatch(_plain(text)) for form in _FORMS)


def _plain(text: str) -> str:
    shown = " ".join(tidy.visible(text).translate(tidy.HALF_WIDTH).split())
    return shown.removesuffix("+08:00")


def _at(parts: dict[str, str | None]) -> datetime | None:
    numbers = {name: int(parts.get(name) or 0) for name in ("y", "m", "d", "H", "M", "S")}
    half = (parts.get("half") or parts.get("half_en") or "").upper()
    hour = numbers["H"]
    if half in {"下午", "PM"} and hour < 12:
        hour += 12
    elif half in {"上午", "AM"} and hour == 12:
        hour = 0
    try:
        at = datetime(
            numbers["y"],
            numbers["m"],
            numbers["d"],
            hour,
            numbers["M"],
            numbers["S"],
            tzinfo=SHANGHAI,
        )
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
