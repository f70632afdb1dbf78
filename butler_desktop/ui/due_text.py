"""Due text: a clock of the domain as the kit shows it at one moment."""

from datetime import datetime

from butler_desktop.domain import due_words
from butler_desktop.domain.clocks import Due
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.due import DueCase, DueText

CASES = {
    due_words.DueCase.OVERDUE: DueCase.OVERDUE,
    due_words.DueCase.SOON: DueCase.SOON,
    due_words.DueCase.LATER: DueCase.LATER,
    due_words.DueCase.OTHER_SIDE: DueCase.THEIRS,
    due_words.DueCase.STANDING: DueCase.STILL,
    due_words.DueCase.KEPT: DueCase.KEPT,
    due_words.DueCase.LATE: DueCase.LATE,
}


def due_text(due: Due | None, now: datetime, calendar: WorkingCalendar) -> DueText | None:
    """What ``due`` says at ``now``, in the language in force; None where no clock runs."""
    if due is None:
        return None
    told = due_words.due_words(due, now, calendar)
    return DueText(CASES[told.case], said(told.words), said(told.reason))
