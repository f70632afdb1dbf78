"""Time reading: the moment that somebody typed, in the ways that people write it.

The counterpart of ``time_words``: what those write is read back. All times of
day are Shanghai's.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from butler_desktop.domain.local_time import SHANGHAI, local, parse_time
from butler_desktop.domain.time_words import MONTHS, NEAR_DAYS

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)")
_ZH_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?")
_EN_DAY = re.compile(r"(\d{1,2}) ([a-z]{3})[a-z]*(?: (\d{4}))?")
_DAY = re.compile(r"(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})")
_WEEKDAY = re.compile(
    r"[（(]?(?:周|星期)[一二三四五六日天][）)]?|\b(?:mon|tue|wed|thu|fri|sat|sun)\b"
)
_LATER = {"后天": 2, "大后天": 3, "前天": -2}


def read_moment(text: str, now: datetime) -> datetime | None:
    """The UTC time that ``text`` names as of ``now``, or None.

    ``10:30`` is today; 今天, 明天, 后天 and tomorrow are days; a day without a
    year is the nearest one. A day alone is no moment.
    """
    said = _WEEKDAY.sub(" ", text.strip().lower())
    found = _CLOCK.search(said)
    if found is None:
        return None
    hour, minute = (int(part) for part in found.groups())
    if hour > 23 or minute > 59:
        return None
    rest = (said[: found.start()] + said[found.end() :]).strip()
    today = local(now).date()
    day = _day(rest, today) if rest else today
    if day is None:
        return parse_time(text)
    return datetime.combine(day, time(hour, minute), SHANGHAI).astimezone(UTC)


def _day(text: str, today: date) -> date | None:
    for offset, words in NEAR_DAYS.items():
        if text in (words.zh, words.en.lower()):
            return today + timedelta(days=offset)
    if text in _LATER:
        return today + timedelta(days=_LATER[text])
    if found := (_ZH_DAY.fullmatch(text) or _DAY.fullmatch(text)):
        year, month, day = found.groups()
        return _dated(year, int(month), int(day), today)
    if (found := _EN_DAY.fullmatch(text)) and found[2].title() in MONTHS:
        return _dated(found[3], MONTHS.index(found[2].title()) + 1, int(found[1]), today)
    return None


def _dated(year: str | None, month: int, day: int, today: date) -> date | None:
    """The day; without a year the one that lies nearest to today."""
    years = (int(year),) if year else (today.year, today.year + 1, today.year - 1)
    days = []
    for each in years:
        try:
            days.append(date(each, month, day))
        except ValueError:
            continue
    return min(days, key=lambda d: abs((d - today).days), default=None)
