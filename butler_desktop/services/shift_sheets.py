"""The shift sheet writes itself: of all that a butler has in hand, or of what he hands over."""

from collections.abc import Sequence
from pathlib import Path

from butler_desktop.domain.clocks import first_contact_due, promise_due
from butler_desktop.domain.contact import OUTCOME_WORDS, Contact
from butler_desktop.domain.due_words import due_words
from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.next_words import KEEP_PROMISE, next_words
from butler_desktop.domain.promise import Promise
from butler_desktop.domain.shift_sheet import NOTHING, ShiftLine, ShiftSheet, shift_text
from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.domain.time_words import full_moment_text, moment_text
from butler_desktop.domain.today import Section, section_of
from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import BY_DUE, FilingFilter, FilingRow
from butler_desktop.services.today_changes import KINDS, change_lines
from butler_desktop.services.worklist import filing_rows
from butler_desktop.storage import listings
from butler_desktop.storage.last_contacts import last_contacts
from butler_desktop.storage.promises import StandingPromise, standing_promises
from butler_desktop.storage.today import AwaitedContact, acts_since, awaited_contacts
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace

MOST = 1_000
"""Lines of a sheet; nobody hands over more by paper."""

CHANGES = 200

Placed = tuple[Section, ShiftLine]
Ids = Sequence[str]


def shift_sheet(work: Work, order_ids: Ids = (), filing_ids: Ids = ()) -> ShiftSheet:
    """The sheet of these orders and filings; without any, of all that who sits here has in hand."""
    is_chosen = bool(order_ids or filing_ids)
    since = work.rulebook.calendar.closing_before_today(work.now)
    rows = _rows(work, order_ids, filing_ids) if is_chosen else _own(work)
    awaited = _awaited(work, set(order_ids) if is_chosen else None, {row.order_id for row in rows})
    concerned = {row.order_id for row in rows} | set(order_ids)
    acts = acts_since(work, since, tuple(KINDS), None if is_chosen else work.actor, CHANGES)
    told = change_lines((it for it in acts if not is_chosen or it.order_id in concerned), "")
    promised = [it for it in standing_promises(work) if it.promise.filing_id is None]
    standing = [
        it
        for it in promised
        if (it.promise.order_id in order_ids if is_chosen else it.butler == work.actor)
    ]
    placed = [
        *(_of_order(work, it) for it in awaited),
        *(_of_promise(work, it) for it in standing),
        *_of_filings(work, rows),
    ]
    return ShiftSheet(
        butler=work.actor,
        made_at=work.now,
        since=full_moment_text(since).zh,
        parts=tuple(
            tuple(line for section, line in placed if section in sections)
            for sections in (
                (Section.TODAY,),
                (Section.TOMORROW, Section.LATER),
                (Section.NO_TIME,),
            )
        ),
        changes=tuple(
            "，".join(it for it in (line.customer, line.words.zh, line.detail.zh) if it)
            for line in told
        ),
    )


def shift_words(work: Work, order_ids: Ids = (), filing_ids: Ids = ()) -> str:
    """The same as text, to be copied."""
    return shift_text(shift_sheet(work, order_ids, filing_ids))


def export_shift(
    workspace: Workspace, target: Path, order_ids: Ids = (), filing_ids: Ids = ()
) -> Path:
    """Writes the sheet, whole or not at all. Raises StoreUnavailable, DocumentFailed."""
    from butler_desktop.documents.shift_page import render_shift

    with workspace.reading() as work:
        sheet = shift_sheet(work, order_ids, filing_ids)
    write_whole(target, render_shift(sheet))
    return target


def _own(work: Work) -> list[FilingRow]:
    ids = listings.filing_ids(work, FilingFilter(view=View.ALL, mine_only=True), BY_DUE)
    return filing_rows(work, ids[:MOST])


def _rows(work: Work, order_ids: Ids, filing_ids: Ids) -> list[FilingRow]:
    """The filings that are named, and the open ones of the orders that are."""
    of_orders = [
        id_
        for order_id in order_ids
        for id_ in listings.filing_ids(work, FilingFilter(order_id=order_id), BY_DUE)
    ]
    rows = filing_rows(work, list(dict.fromkeys((*filing_ids, *of_orders)))[:MOST])
    return [row for row in rows if row.id in filing_ids or STATES[row.state].is_open]


def _awaited(work: Work, order_ids: set[str] | None, with_filing: set[str]) -> list[AwaitedContact]:
    """Orders that wait for the first call and have no filing that would say so."""
    found = awaited_contacts(work, work.actor if order_ids is None else None, MOST)
    return [
        it
        for it in found
        if it.order_id not in with_filing and (order_ids is None or it.order_id in order_ids)
    ]


def _of_order(work: Work, it: AwaitedContact) -> Placed:
    due = first_contact_due(it.paid_at, work.rulebook.calendar)
    words = due_words(due, work.now, work.rulebook.calendar).words.zh
    stage = STAGE_WORDS[Stage.FIRST_CONTACT].zh
    line = ShiftLine(it.number, it.customer, stage, "首次联系客户", words, NOTHING)
    return section_of(due, work.now), line


def _of_promise(work: Work, it: StandingPromise) -> Placed:
    due = promise_due(it.promise)
    words = due_words(due, work.now, work.rulebook.calendar).words.zh
    line = ShiftLine(
        it.number, it.customer, "约定", KEEP_PROMISE.zh, words, _said(None, it.promise)
    )
    return section_of(due, work.now), line


def _of_filings(work: Work, rows: Sequence[FilingRow]) -> list[Placed]:
    said = last_contacts(work, [row.id for row in rows])
    promised: dict[str, Promise] = {}
    for standing in reversed(standing_promises(work)):
        if standing.promise.filing_id is not None:
            promised[standing.promise.filing_id] = standing.promise
    calendar = work.rulebook.calendar
    return [
        (
            section_of(row.due, work.now),
            ShiftLine(
                number=row.number,
                customer=row.sponsor_name,
                stage=STAGE_WORDS[STATES[row.state].stage].zh,
                next=next_words(row).zh,
                due=due_words(row.due, work.now, calendar).words.zh if row.due else NOTHING,
                said=_said(said.get(row.id), promised.get(row.id)),
            ),
        )
        for row in rows
    ]


def _said(last: Contact | None, promise: Promise | None) -> str:
    parts = []
    if promise is not None:
        note = f"：{promise.note}" if promise.note else ""
        parts.append(f"约定 {moment_text(promise.at).zh} 回电{note}")
    if last is not None:
        note = f"：{' '.join(last.note.split())}" if last.note else ""
        parts.append(f"{moment_text(last.at).zh} {OUTCOME_WORDS[last.outcome].zh}{note}")
    return "；".join(parts) or NOTHING
