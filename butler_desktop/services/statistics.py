"""Statistics as they are asked for: read, then counted."""

from datetime import timedelta

from butler_desktop.domain.statistics import Statistics, Wanted
from butler_desktop.domain.statistics import statistics as counted
from butler_desktop.storage.work import Work
from butler_desktop.storage.work_record import work_record


def statistics(work: Work, wanted: Wanted) -> Statistics:
    """Counts the period that is wanted, and the one before to compare with."""
    since = work.now - timedelta(days=2 * wanted.days) if wanted.days else None
    return counted(work_record(work, since), wanted, work.rulebook.calendar)
