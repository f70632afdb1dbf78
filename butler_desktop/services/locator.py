"""What the palette asks: filings, orders and commands that fit what was typed, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from butler_desktop.domain.advance import primary_action
from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.initials import Initials
from butler_desktop.domain.locator import (
    LEAST_END,
    Fact,
    FactKind,
    Match,
    Query,
    Scope,
    Span,
    match,
    read_query,
)
from butler_desktop.domain.locator_terms import FILING, ORDER
from butler_desktop.domain.masking import masked_phone
from butler_desktop.domain.transition import Transition
from butler_desktop.domain.worklist import FilingRow, OrderRow
from butler_desktop.services.filings import facts_of
from butler_desktop.storage import locator
from butler_desktop.storage.listings import filing_rows
from butler_desktop.storage.locator import Candidate
from butler_desktop.storage.order_listings import order_rows
from butler_desktop.storage.work import Work

FILINGS_SHOWN, ORDERS_SHOWN, COMMANDS_SHOWN = 6, 3, 6
OWN = frozenset({"sponsor_name", "number", "domain"})
"""What a filing's line says of it anyway."""

FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """A text on the screen and the parts of it that were found; ``key`` says what it is."""

    key: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFiling:
    """A filing that fits: whose it is, its number and domain, and what else was found of it."""

    row: FilingRow
    name: Shown
    facts: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order that fits."""

    row: OrderRow
    number: Shown
    name: Shown
    facts: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class FoundCommand:
    """Which of the commands fits, and its words."""

    place: int
    words: Shown


@dataclass(frozen=True, slots=True)
class Found:
    """What fits. The counts are of all that was judged; ``is_more`` where more was not."""

    query: Query
    filings: tuple[FoundFiling, ...] = ()
    filing_count: int = 0
    orders: tuple[FoundOrder, ...] = ()
    order_count: int = 0
    commands: tuple[FoundCommand, ...] = ()
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class _Fit:
    """A record that fits."""

    id: str
    match: Match
    candidate: Candidate


def locate(
    work: Work, text: str, composing: str = "", commands: Sequence[tuple[str, ...]] = ()
) -> Found:
    """What fits ``text`` and what an input method still holds.

    Each of ``commands`` is its words on the screen, then other words for it.
    """
    query = read_query(text, composing)
    offered = _commands(query, commands, locator.initials())
    if query.scope is Scope.COMMANDS or not query.words:
        return Found(query, commands=offered)
    phones = any(len(word) >= LEAST_END and word.isdecimal() for word in query.words)
    connection = work.connection
    ids = locator.proposed(connection, FILING, query)
    order_ids = locator.proposed(connection, ORDER, query)
    filings = _fits(query, ids, locator.filings_to_judge(connection, ids, phones=phones))
    orders = _fits(query, order_ids, locator.orders_to_judge(connection, order_ids, phones=phones))
    return Found(
        query,
        _filings(work, filings),
        len(filings),
        _orders(work, orders),
        len(orders),
        offered,
        locator.MOST in (len(ids), len(order_ids)),
    )


def next_act(work: Work, filing_id: str) -> Transition | None:
    """The act of a filing's one filled button now. Raises NotFound."""
    chosen = primary_action(facts_of(work, work.dossier_of(filing_id), filing_id))
    return chosen[0] if chosen else None


def _fits(query: Query, ids: Sequence[str], known: dict[str, Candidate]) -> list[_Fit]:
    initials = locator.initials()
    found = [
        _Fit(id_, fit, known[id_])
        for id_ in ids
        if id_ in known and (fit := match(query, known[id_].facts, initials)) is not None
    ]
    return sorted(found, key=lambda one: one.match.rank)


def _filings(work: Work, fits: list[_Fit]) -> tuple[FoundFiling, ...]:
    """The best fits; among equals by its own facts, then the open ones, then what is due first."""
    best = sorted(
        fits,
        key=lambda one: (
            one.match.rank,
            not any(one.match.spans(key) for key in OWN),
            not STATES[FilingState(one.candidate.state)].is_open,
            one.candidate.due_at or FAR,
        ),
    )[:FILINGS_SHOWN]
    matches = {one.id: one.match for one in best}
    return tuple(_filing(row, matches[row.id]) for row in filing_rows(work, list(matches)))


def _filing(row: FilingRow, fit: Match) -> FoundFiling:
    name = _shown(fit, "sponsor_name", row.sponsor_name)
    facts = [_shown(fit, "number", row.number)]
    if row.domain:
        facts.append(_shown(fit, "domain", row.domain))
    return FoundFiling(row, name, (*facts, *_others(fit, OWN)))


def _orders(work: Work, fits: list[_Fit]) -> tuple[FoundOrder, ...]:
    """The best fits; among equals the newest."""
    matches = {one.id: one.match for one in fits[:ORDERS_SHOWN]}
    return tuple(
        FoundOrder(
            row,
            _shown(matches[row.id], "number", row.number),
            _shown(matches[row.id], "customer", row.customer),
            _others(matches[row.id], frozenset({"number", "customer"})),
        )
        for row in order_rows(work, list(matches))
    )


def _shown(fit: Match, key: str, text: str) -> Shown:
    """A text with what was found of it; a fact may have been told under another name."""
    spans = fit.spans(key) or next(
        (fit.spans(mark.fact.key) for mark in fit.marks if mark.fact.text == text), ()
    )
    return Shown(key, text, spans)


def _others(fit: Match, own: frozenset[str]) -> tuple[Shown, ...]:
    """What was found and does not stand in the row already; telephone numbers are masked."""
    found = {mark.fact.key: mark.fact for mark in fit.marks if mark.fact.key not in own}
    return tuple(
        _masked(fact) if fact.kind is FactKind.PHONE else Shown(key, fact.text, fit.spans(key))
        for key, fact in found.items()
    )


def _masked(fact: Fact) -> Shown:
    """Of a number found by its end no more is shown than of any other: the last four digits."""
    text = masked_phone(fact.text)
    return Shown(fact.key, text, ((len(text) - LEAST_END, len(text)),))


def _commands(
    query: Query, commands: Sequence[tuple[str, ...]], initials: Initials
) -> tuple[FoundCommand, ...]:
    if query.scope is Scope.NUMBERS:
        return ()
    found: list[tuple[tuple[bool, int], FoundCommand]] = []
    for place, words in enumerate(commands):
        ways = (match(query, (Fact("words", FactKind.NAME, word),), initials) for word in words)
        fits = [(fit.rank, way, fit) for way, fit in enumerate(ways) if fit is not None]
        if fits:
            rank, way, fit = min(fits, key=lambda one: (one[1] > 0, one[0]))
            spans = fit.spans("words") if way == 0 else ()
            command = FoundCommand(place, Shown("words", words[0], spans))
            found.append(((way > 0, rank), command))
    if query.words:
        found.sort(key=lambda one: one[0])
        if query.scope is Scope.ALL:
            found = found[:COMMANDS_SHOWN]
    return tuple(command for _, command in found)
