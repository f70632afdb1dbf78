"""The clocks of one filing: that of its state, and the promises about it; the nearest leads."""

from datetime import UTC, datetime

from butler_desktop.domain.clocks import Due, filing_due, promise_due
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import STATES, Clock
from butler_desktop.domain.promise import promises
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words

CLOCK_WORDS = {
    Clock.FIRST_CONTACT: Words("首次联系", "First contact"),
    Clock.PREPARATION: Words("材料加工", "Preparation"),
    Clock.CONFIRMATION: Words("客户确认", "Confirmation"),
    Clock.SUBMISSION: Words("提交管局", "Submission"),
    Clock.SMS: Words("短信核验", "SMS verification"),
    Clock.AUTHORITY: Words("管局审核", "Authority"),
    Clock.PROMISE: Words("约定回电", "Promised call"),
}

_NEVER = datetime.max.replace(tzinfo=UTC)


def filing_clocks(dossier: Dossier, filing: Filing, calendar: WorkingCalendar) -> tuple[Due, ...]:
    """All clocks that run for a filing, the nearest first, one that stands still last.

    Nothing is promised any more about a filing that has ended.
    """
    own = filing_due(filing, dossier.order, calendar)
    stands = promises(dossier, filing.id) if STATES[filing.state].is_open else ()
    clocks = (*((own,) if own else ()), *map(promise_due, stands))
    return tuple(sorted(clocks, key=lambda due: due.at or _NEVER))
