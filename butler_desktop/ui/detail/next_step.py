"""Next step: what the panel under the stepper says of a filing, in the language in force."""

from dataclasses import dataclass

from butler_desktop.domain.checks import INFO
from butler_desktop.domain.filing_states import Clock, FilingState
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.role import ONLY_LOOKS, may_write
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.filing_view import FilingView, Offer
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.due import DueText

NAMED = 2
"""So many missing things are named; more are counted."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The panel's words. ``act`` and ``second`` name the buttons; empty where there is none."""

    title: str
    sentence: str
    due: DueText | None
    act: str
    second: str


def next_step(view: FilingView) -> NextStep:
    """What the panel says."""
    own = next((it for it in view.clocks if it.clock is not Clock.PROMISE), None)
    due = due_text(own, view.now, view.rulebook.calendar)
    return NextStep(
        title=said(view.state.next_step if view.state.is_open else view.state.words),
        sentence=_sentence(view, due),
        due=due,
        act=said(view.primary.row.words) if view.primary else "",
        second=said(view.secondary.row.words) if view.secondary else "",
    )


def missing_text(lacks: tuple[Lack, ...]) -> str:
    """One sentence on what is missing: named where it is little, else counted."""
    if len(lacks) <= NAMED:
        joint = translate("NextStep", "; ")
        return joint.join(said(lack.words) for lack in lacks)
    fields = sum(lack.place.startswith("form:") for lack in lacks)
    papers = sum(lack.place.startswith("material:") for lack in lacks)
    others = len(lacks) - fields - papers
    told = {
        translate("NextStep", "fields %1"): fields,
        translate("NextStep", "papers %1"): papers,
        translate("NextStep", "others %1"): others,
    }
    parts = [words.replace("%1", str(count)) for words, count in told.items() if count]
    listed = translate("NextStep", ", ").join(parts)
    return translate("NextStep", "Missing: %1").replace("%1", listed)


def _sentence(view: FilingView, due: DueText | None) -> str:
    if not may_write(view.role):
        return said(ONLY_LOOKS)
    lacking = _lacking(view)
    if lacking is not None and lacking.lacks:
        return missing_text(lacking.lacks)
    told = _told_of_state(view)
    return told or (due.reason if due else "")


def _lacking(view: FilingView) -> Offer | None:
    """The act whose lacks matter: the way on, even where another button is the primary."""
    if view.primary is not None and view.primary.lacks:
        return view.primary
    moves_on = view.secondary is not None and view.secondary.row.rank
    return view.secondary if moves_on else None


def _told_of_state(view: FilingView) -> str:
    filing = view.filing
    match filing.state:
        case FilingState.PREPARING | FilingState.INTERNAL_REVIEW | FilingState.REWORK:
            return _changed(view) + _readiness(view)
        case FilingState.AWAITING_CONFIRMATION:
            return _delivery(view)
        case FilingState.RETURNED_BY_CUSTOMER:
            return _marks(view) + _one_line(filing.return_comment)
        case FilingState.REJECTED:
            return _one_line(filing.rejection_reasons)
        case FilingState.APPROVED | FilingState.CLOSED:
            return " ・ ".join(n for n in (filing.subject_number, filing.service_number) if n)
        case _:
            return ""


def _changed(view: FilingView) -> str:
    """What was changed since the customer confirmed."""
    since = view.changed_since
    if since is None or not since.labels:
        return ""
    told = translate("NextStep", "Changed since v%1 was confirmed: %2")
    joint = translate("NextStep", ", ")
    labels = joint.join(since.labels[:NAMED]) + ("…" if len(since.labels) > NAMED else "")
    return told.replace("%1", str(since.version)).replace("%2", labels) + " ・ "


def _readiness(view: FilingView) -> str:
    needed = [item for item in view.checklist if item.is_outstanding or item.attached]
    there = sum(bool(item.attached) for item in needed)
    papers = translate("NextStep", "Papers %1/%2").replace("%1", str(there))
    papers = papers.replace("%2", str(len(needed)))
    still = [it for it in view.findings if it.is_open and it.severity != INFO]
    asked = sum(it.is_question for it in still)
    said_of = (
        (len(still) - asked, translate("NextStep", "findings to look at: %1")),
        (asked, translate("NextStep", "to look up: %1")),
    )
    told = [words.replace("%1", str(count)) for count, words in said_of if count]
    return translate("NextStep", "; ").join((papers, *told))


def _delivery(view: FilingView) -> str:
    packet = view.packets[0] if view.packets else None
    if packet is None:
        return ""
    name = f"v{packet.version}"
    if packet.delivered_at is None:
        return translate("NextStep", "%1: no delivery on record yet").replace("%1", name)
    at = said(near_moment_text(packet.delivered_at, view.now))
    told = translate("NextStep", "%1 delivered %2").replace("%1", name).replace("%2", at)
    return told + _reminder(view)


def _reminder(view: FilingView) -> str:
    """Whether the customer is to be reminded now, or when."""
    due = view.reminder
    if due is not None:
        words = translate("NextStep", "remind the customer now, the deadline is %1")
        return " ・ " + words.replace("%1", said(near_moment_text(due.deadline, view.now)))
    if view.next_reminder is None:
        return ""
    words = translate("NextStep", "next reminder %1")
    return " ・ " + words.replace("%1", said(near_moment_text(view.next_reminder, view.now)))


def _marks(view: FilingView) -> str:
    if not view.corrections:
        return ""
    done = sum(mark.is_done for mark in view.corrections)
    told = translate("NextStep", "Corrected: %1 of %2").replace("%1", str(done))
    return told.replace("%2", str(len(view.corrections))) + " ・ "


def _one_line(text: str) -> str:
    return " ".join(text.split())
