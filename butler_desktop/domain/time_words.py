"""Time words: days, times of day and spans as people say them, in Shanghai's time.

English month names are our own: those of ``strftime`` follow the machine's locale.
"""

from datetime import date, datetime, timedelta

from butler_desktop.domain.local_time import local
from butler_desktop.words import Words

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

NEAR_DAYS = {
    -1: Words("昨天", "Yesterday"),
    0: Words("今天", "Today"),
    1: Words("明天", "Tomorrow"),
}


def clock_text(at: datetime) -> str:
    """The time of day: ``9:30``."""
    here = local(at)
    return f"{here.hour}:{here:%M}"


def day_text(day: date, *, with_year: bool = False) -> Words:
    """A day: 3月20日, 20 Mar."""
    zh, en = f"{day.month}月{day.day}日", f"{day.day} {MONTHS[day.month - 1]}"
    return Words(f"{day.year}年{zh}", f"{en} {day.year}") if with_year else Words(zh, en)


def near_day_text(day: date, today: date) -> Words:
    """A day as people say it today: 今天, 明天, else the date; the year if not this one."""
    near = NEAR_DAYS.get((day - today).days)
    return near or day_text(day, with_year=day.year != today.year)


def moment_text(at: datetime) -> Words:
    """A day and time that does not depend on when it is read: 3月20日 12:00."""
    space = f" {clock_text(at)}"
    return day_text(local(at).date()) + Words(space, space)


def near_moment_text(at: datetime, now: datetime) -> Words:
    """A day and time as people say it now: 明天 12:00."""
    space = f" {clock_text(at)}"
    return near_day_text(local(at).date(), local(now).date()) + Words(space, space)


def span_text(span: timedelta, day: timedelta) -> Words:
    """A span in whole minutes, hours and minutes, or whole days of length ``day``.

    Never less than a minute.
    """
    minutes = max(1, span // MINUTE)
    if minutes * MINUTE < HOUR:
        return Words(f"{minutes} 分", f"{minutes} min")
    if minutes * MINUTE < day:
        hours, rest = divmod(minutes, 60)
        return Words(f"{hours} 时 {rest:02d} 分", f"{hours} h {rest:02d} min")
    days = span // day
    return Words(f"{days} 天", f"{days} day" if days == 1 else f"{days} days")
