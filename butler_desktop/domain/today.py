"""Today: what a butler has to do, by day; what has changed; how the day's promises were kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from butler_desktop.domain.clocks import Due
from butler_desktop.domain.filing_states import Clock
from butler_desktop.domain.local_time import local, local_date
from butler_desktop.domain.promise import Promise
from butler_desktop.domain.stage import Stage
from butler_desktop.words import Words


class Section(StrEnum):
    """When something is to be done."""

    TODAY = "today"
    """Today, or already overdue."""
    TOMORROW = "tomorrow"
    LATER = "later"
    NO_TIME = "no_time"


SECTION_WORDS = {
    Section.TODAY: Words("今天到期", "Due today"),
    Section.TOMORROW: Words("明天", "Tomorrow"),
    Section.LATER: Words("之后", "Later"),
    Section.NO_TIME: Words("没有时限", "Without a time"),
}


@dataclass(frozen=True, slots=True)
class FirstContact:
    """A customer who waits for the first call. Names and numbers are masked; times UTC."""

    order_id: str
    filing_id: str | None
    """The first filing, if there is one: the contact is logged there."""
    customer: str
    contact: str
    paid_at: datetime
    site_count: int
    due: Due


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: of a filing in a stage, or what was promised."""

    order_id: str
    filing_id: str | None
    promise: Promise | None
    stage: Stage | None
    words: Words
    customer: str
    about: Words
    butler: str
    due: Due | None


class ChangeKind(StrEnum):
    """What kind of thing has happened."""

    APPROVED = "approved"
    REJECTED = "rejected"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    AUTO_CONFIRMED = "auto_confirmed"
    SMS_EXPIRED = "sms_expired"
    HANDED_OVER = "handed_over"
    COLLEAGUE = "colleague"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that has happened (``at`` UTC), to whom, and what of it."""

    kind: ChangeKind
    at: datetime
    words: Words
    customer: str
    detail: Words
    order_id: str
    filing_id: str | None


@dataclass(frozen=True, slots=True)
class Attainment:
    """How many of the day's promises of one clock were kept, of all that fell due or were met."""

    clock: Clock
    kept: int
    total: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many customers wait for the first call, and how many of them too long."""

    count: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class ToDo:
    """All that there is to do, as of ``now`` (UTC)."""

    now: datetime
    contacts: tuple[FirstContact, ...]
    """The most pressing of those who wait for the first call."""
    waiting: Waiting
    tasks: tuple[Task, ...]
    more: int
    """So many tasks beyond those that are listed."""

    @property
    def count(self) -> int:
        """How much there is to do."""
        return self.waiting.count + len(self.tasks) + self.more

    @property
    def overdue(self) -> int:
        """How much of it is late."""
        late = sum(at < self.now for at, item in self._timed() if isinstance(item, Task))
        return self.waiting.overdue + late

    @property
    def next_due(self) -> FirstContact | Task | None:
        """What falls due next."""
        ahead = [(at, item) for at, item in self._timed() if at >= self.now]
        return min(ahead, key=lambda pair: pair[0])[1] if ahead else None

    def _timed(self) -> Iterator[tuple[datetime, FirstContact | Task]]:
        items: tuple[FirstContact | Task, ...] = (*self.contacts, *self.tasks)
        for item in items:
            if item.due is not None and item.due.at is not None:
                yield item.due.at, item


@dataclass(frozen=True, slots=True)
class Today:
    """All that the page shows. ``since`` is when the last working period before today ended."""

    to_do: ToDo
    since: datetime
    changes: tuple[ChangeLine, ...]
    attainments: tuple[Attainment, ...]


def section_of(due: Due | None, now: datetime) -> Section:
    """Under which day something stands."""
    if due is None or due.at is None:
        return Section.NO_TIME
    days = (local_date(due.at) - local_date(now)).days
    if days <= 0:
        return Section.TODAY
    return Section.TOMORROW if days == 1 else Section.LATER


def day_start(now: datetime) -> datetime:
    """When the day in Shanghai began (UTC)."""
    return local(now).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
