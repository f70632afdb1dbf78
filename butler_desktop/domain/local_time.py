"""Local time: Asia/Shanghai, the time of the service, its customers and its papers.

China has had one zone without summer time since 1991, so a fixed offset is
exact for everything this program can meet.
"""

from datetime import UTC, date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


def local(at: datetime) -> datetime:
    """The time ``at`` on a clock in Shanghai."""
    return at.astimezone(SHANGHAI)


def local_date(at: datetime) -> date:
    """The day it is in Shanghai at ``at``."""
    return local(at).date()


def parse_time(text: str) -> datetime | None:
    """The UTC time that ``text`` names, or None.

    ISO 8601; without an offset it is Shanghai's time, without a time the
    start of the day.
    """
    try:
        at = datetime.fromisoformat(text.strip().replace("/", "-"))
    except ValueError:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=SHANGHAI)).astimezone(UTC)


def iso_local(at: datetime | None) -> str | None:
    """ISO 8601 with Shanghai's offset to the second, as the command line prints times."""
    return None if at is None else local(at).isoformat(timespec="seconds")
