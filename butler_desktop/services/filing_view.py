"""One filing as its page shows it: everything on it, and what can be done now."""

from dataclasses import dataclass, replace
from datetime import datetime

from butler_desktop.domain.advance import primary_action
from butler_desktop.domain.after_care import AfterCareTask, after_care
from butler_desktop.domain.asked_question import AskedQuestion
from butler_desktop.domain.case import Case
from butler_desktop.domain.checklist import ChecklistItem
from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.clocks import Due
from butler_desktop.domain.contact import Contact
from butler_desktop.domain.correction import MarkedPlace, marked_places
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_clocks import filing_clocks
from butler_desktop.domain.filing_states import (
    EDITABLE_STATES,
    LOCKED_STATES,
    STATES,
    FilingState,
    StateRow,
)
from butler_desktop.domain.finding_effects import asked_by
from butler_desktop.domain.guards import lacks
from butler_desktop.domain.letters import lettered_kinds
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.mail import Mail
from butler_desktop.domain.masking import masked_form
from butler_desktop.domain.material import Material
from butler_desktop.domain.message import ToldLine, told_lines
from butler_desktop.domain.order import Order, SiteCounts
from butler_desktop.domain.outside_status import OutsideStatus, is_stale, outside_status
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.rating import Rating
from butler_desktop.domain.readiness import Lack, filing_checklist
from butler_desktop.domain.reminder_plan import DueReminder, due_reminder, next_reminder
from butler_desktop.domain.returned_page import ReturnedPage
from butler_desktop.domain.reviewer_call import ReviewerCall, pending_call
from butler_desktop.domain.role import ONLY_LOOKS, Role, may_write
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.sms_check import SmsCheck, sms_checks
from butler_desktop.domain.stage import STEPS, Stage
from butler_desktop.domain.transition import Transition
from butler_desktop.domain.workflow import actions_in
from butler_desktop.services.filings import facts_of
from butler_desktop.services.history import HistoryLine, Writer, ids_of, lines_of, writers
from butler_desktop.services.history_papers import paper_names
from butler_desktop.services.packet_changes import ChangedSince, changed_since
from butler_desktop.services.submissions import Submission, rounds
from butler_desktop.storage import journal
from butler_desktop.storage.mails import mails_of
from butler_desktop.storage.work import Work


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that the butler may do now, and what it still lacks."""

    row: Transition
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class FilingView:
    """One filing with everything on it. Values are of the domain; times UTC.

    ``place`` is which of the order's filings it is, counted by the time they
    were started. ``contacts`` are those of this filing and those of the order
    alone, newest first; ``steps`` the time and person by whom a stage was
    reached; ``now`` the time of reading.
    """

    filing: Filing
    order: Order
    counts: SiteCounts
    place: int
    state: StateRow
    due: Due | None
    """The nearest of its clocks."""
    clocks: tuple[Due, ...]
    """All that run, the nearest first."""
    primary: Offer | None
    secondary: Offer | None
    others: tuple[Offer, ...]
    is_editable: bool
    checklist: tuple[ChecklistItem, ...]
    findings: tuple[Finding, ...]
    questions: tuple[AskedQuestion, ...]
    """What it asks to be looked up outside, each with how it was answered."""
    case: Case
    """What the checks know beside the form; nothing of the order."""
    actor: str
    """Who looks."""
    is_signed_in: bool
    """Whether that is more than a name that anybody could type."""
    corrections: tuple[MarkedPlace, ...]
    """What was marked when the filing came back."""
    changed_since: ChangedSince | None
    """What was changed since the customer confirmed."""
    materials: tuple[Material, ...]
    packets: tuple[PacketVersion, ...]
    submissions: tuple[Submission, ...]
    """The rounds with the authority, the first one first."""
    returned_pages: tuple[ReturnedPage, ...]
    """What came back of the packets, newest version first, in the order of its pages."""
    told: tuple[ToldLine, ...]
    """The key states that were reached, each with how the customer was told, or not yet."""
    sms: tuple[SmsCheck, ...]
    """The numbers that the authority verifies, each with how far it has come."""
    status: OutsideStatus | None
    """What a system outside said last."""
    is_status_stale: bool
    """Whether one should look again what it says."""
    call: ReviewerCall | None
    """The reviewer's call that the customer waits for."""
    after_care: tuple[AfterCareTask, ...]
    """What is to be done after the approval."""
    mails: tuple[Mail, ...]
    """What was written to the customer from this database, newest first."""
    certificate: str
    """The file of the certificate with which packets are signed here; empty where none is."""
    can_mail: bool
    """Whether one can write from this desk."""
    reminder: DueReminder | None
    """The customer is to be reminded of the deadline now."""
    next_reminder: datetime | None
    """When else he is to be reminded of it next (UTC)."""
    contacts: tuple[Contact, ...]
    rating: Rating | None
    history: tuple[HistoryLine, ...]
    steps: dict[Stage, HistoryLine]
    written: dict[str, Writer]
    """Who wrote each field last, by the journal's path; ``history.writer_of`` reads it."""

    revision: int
    rulebook: Rulebook
    now: datetime
    letters: frozenset[str] = frozenset()
    """The papers that can be drafted for it here."""
    role: Role = Role.OWNER
    """Of who looks: for one who may not act, every act lacks that, and numbers are masked."""


def filing_view(work: Work, filing_id: str) -> FilingView:
    """All that the page of a filing shows to who sits here. Raises NotFound."""
    dossier = work.dossier_of(filing_id)
    filing = dossier.filing(filing_id)
    facts = facts_of(work, dossier, filing_id)
    is_let = may_write(work.role)
    primary, secondary, others = _offers(facts) if is_let else (None, None, _withheld(facts))
    entries = journal.entries(work.connection, dossier.order.id)
    papers = paper_names(dossier, work.rulebook)
    lines = lines_of(entries, papers, work.rulebook, ids_of(dossier, filing_id))
    contacts = [c for c in dossier.contacts if c.filing_id in (None, filing_id)]
    packets = tuple(reversed(dossier.packets_of(filing_id)))
    latest = packets[0] if packets else None
    clocks = filing_clocks(dossier, filing, work.rulebook.calendar)
    reminder, next_at = _reminders(work, filing, latest)
    return FilingView(
        filing=filing if is_let else _masked_filing(filing),
        order=dossier.order,
        counts=dossier.counts,
        place=1 + [f.id for f in dossier.filings].index(filing_id),
        state=STATES[filing.state],
        due=clocks[0] if clocks else None,
        clocks=clocks,
        primary=primary,
        secondary=secondary,
        others=others,
        is_editable=is_let and filing.state in EDITABLE_STATES,
        checklist=filing_checklist(dossier, filing, work.rulebook, local_date(work.now)),
        findings=findings(filing.particulars, work.rulebook, local_date(work.now), case=facts.case),
        questions=tuple(asked_by(facts).values()),
        case=replace(facts.case, dossier=None, filing=None),
        actor=facts.actor,
        is_signed_in=facts.is_signed_in,
        corrections=marked_places(dossier, filing),
        changed_since=changed_since(work, dossier, filing),
        materials=dossier.materials_of(filing_id),
        packets=packets,
        submissions=rounds(entries, filing_id, packets),
        returned_pages=tuple(page for it in packets for page in dossier.returned_pages_of(it.id)),
        told=told_lines(filing, latest, reminder),
        sms=sms_checks(filing),
        status=outside_status(filing),
        is_status_stale=is_stale(filing, work.now),
        call=_call(filing),
        after_care=after_care(filing, work.rulebook.calendar),
        mails=mails_of(work, filing_id),
        certificate=work.certificate if is_let else "",
        can_mail=is_let and work.mail is not None,
        reminder=reminder,
        next_reminder=next_at,
        contacts=tuple(sorted(contacts, key=lambda c: c.at, reverse=True)),
        rating=dossier.rating_of(filing_id),
        history=lines,
        steps=_steps(lines),
        written=writers(entries, filing_id),
        revision=dossier.revision,
        rulebook=work.rulebook,
        now=work.now,
        letters=lettered_kinds(filing.particulars, work.rulebook) if is_let else frozenset(),
        role=work.role,
    )


def _reminders(
    work: Work, filing: Filing, packet: PacketVersion | None
) -> tuple[DueReminder | None, datetime | None]:
    """The reminder that is due now, and when the next one is."""
    if packet is None or filing.state is not FilingState.AWAITING_CONFIRMATION:
        return None, None
    until, delivered_at = filing.confirmation_deadline, packet.delivered_at
    hours, now = work.reminder_hours, work.now
    due = due_reminder(until, delivered_at, packet.reminders, hours, now)
    return due, next_reminder(until, delivered_at, hours, now)


def _call(filing: Filing) -> ReviewerCall | None:
    if filing.state not in LOCKED_STATES:
        return None
    return pending_call(filing.authority_notes, filing.submitted_at)


def _masked_filing(filing: Filing) -> Filing:
    return replace(filing, particulars=masked_form(filing.particulars))


def _offers(facts: Facts) -> tuple[Offer | None, Offer | None, tuple[Offer, ...]]:
    chosen = primary_action(facts)
    primary = Offer(*chosen) if chosen else None
    secondary, others = None, []
    for row in actions_in(facts.filing.state):
        if not row.by_hand or (primary and row is primary.row):
            continue
        offer = Offer(row, lacks(row, facts, with_inputs=False))
        if offer.lacks and not STATES[facts.filing.state].is_open:
            continue  # what an ended filing lacks will not come
        if row.is_secondary and secondary is None:
            secondary = offer
        else:
            others.append(offer)
    return primary, secondary, tuple(others)


def _withheld(facts: Facts) -> tuple[Offer, ...]:
    """The acts of the state, each lacking that who looks may not act."""
    lack = Lack(ONLY_LOOKS)
    return tuple(Offer(row, (lack,)) for row in actions_in(facts.filing.state) if row.by_hand)


def _steps(lines: tuple[HistoryLine, ...]) -> dict[Stage, HistoryLine]:
    """The newest line by which each step was reached."""
    reached: dict[Stage, HistoryLine] = {}
    for line in lines:
        if line.state is not None:
            stage = STATES[line.state].stage
            if stage in STEPS:
                reached.setdefault(stage, line)
    return reached
