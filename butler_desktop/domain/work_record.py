"""Work records: what statistics count, told plainly: what became of filings, calls and ratings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.filing_states import FilingState

DECISIONS = (FilingState.APPROVED, FilingState.REJECTED, FilingState.SMS_EXPIRED)
"""What a submission may lead to; an SMS that lapsed has the authority's system send it back."""


ENDS = (FilingState.APPROVED, FilingState.FAILED, FilingState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Move:
    """A filing came into a state (UTC)."""

    at: datetime
    state: FilingState


@dataclass(frozen=True, slots=True)
class Prepared:
    """A packet was made (UTC), and by when it should have been."""

    made_at: datetime
    due: datetime

    @property
    def is_kept(self) -> bool:
        """Whether it was in time."""
        return self.made_at <= self.due


@dataclass(frozen=True, slots=True)
class Returned:
    """The authority sent a filing back (UTC), with these words; of a lapsed SMS there are none."""

    at: datetime
    reasons: str


@dataclass(frozen=True, slots=True)
class Decision:
    """How one submission ended. Times UTC."""

    submitted_at: datetime
    at: datetime
    state: FilingState
    is_first: bool


@dataclass(frozen=True, slots=True)
class FilingRecord:
    """One filing and all that it went through, the oldest first."""

    id: str
    province: str
    kind: str
    butler: str
    state: FilingState
    moves: tuple[Move, ...]
    prepared: tuple[Prepared, ...] = ()
    returned: tuple[Returned, ...] = ()

    def ended_in(self, period: Callable[[datetime], bool]) -> bool:
        """Whether it came to its end then: approved, given up or withdrawn."""
        return any(move.state in ENDS and period(move.at) for move in self.moves)

    @property
    def decisions(self) -> Iterator[Decision]:
        """How each submission ended that has ended."""
        submitted: datetime | None = None
        is_first = True
        for move in self.moves:
            if move.state is FilingState.SUBMITTED:
                submitted = move.at
            elif move.state in DECISIONS and submitted is not None:
                yield Decision(submitted, move.at, move.state, is_first)
                submitted, is_first = None, False


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A first contact: when the order was paid, when it was due, when it was made. Times UTC."""

    butler: str
    kind: str
    province: str
    paid_at: datetime
    due: datetime
    made_at: datetime | None

    def is_decided(self, now: datetime) -> bool:
        """Whether it is known if it was in time."""
        return self.made_at is not None or self.due < now

    @property
    def is_kept(self) -> bool:
        """Whether it was in time."""
        return self.made_at is not None and self.made_at <= self.due


@dataclass(frozen=True, slots=True)
class RatingRecord:
    """A customer's stars (1 to 5), given at ``at`` (UTC); of an order's own there is no filing."""

    filing_id: str | None
    at: datetime
    butler: str
    kind: str
    province: str
    response_speed: int
    service_quality: int

    @property
    def mean(self) -> float:
        """Of the two."""
        return (self.response_speed + self.service_quality) / 2


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """All of it, as of ``now`` (UTC)."""

    now: datetime
    filings: tuple[FilingRecord, ...] = ()
    calls: tuple[CallRecord, ...] = ()
    ratings: tuple[RatingRecord, ...] = ()
