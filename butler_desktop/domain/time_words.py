"""Time words: days, times of day and spans as people say them, in Shanghai's time.

English month names are our own: those of ``strftime`` follow the machine's locale.
"""

from datetime import date, datetime, timedelta

from butler_desktop.domain.local_time import local
from butler_desktop.words import Words

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

DIGITS = "〇一二三四五六七八九"

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


def full_moment_text(at: datetime) -> Words:
    """A day and time that a letter can say: 2026年3月19日 18:00."""
    space = f" {clock_text(at)}"
    return day_text(local(at).date(), with_year=True) + Words(space, space)


def formal_day(day: date) -> str:
    """A day as Chinese letters date themselves: 二〇二六年三月十七日."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_number_word(day.month)}月{_number_word(day.day)}日"


def _number_word(number: int) -> str:
    """A number below 100 in Chinese: 三十一."""
    tens, ones = divmod(number, 10)
    ten = f"{DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return ten + (DIGITS[ones] if ones else "")


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
