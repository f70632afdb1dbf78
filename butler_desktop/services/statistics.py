"""Statistics as they are asked for: read, then counted."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from butler_desktop.documents.table_book import write_tables
from butler_desktop.domain.statistics import Statistics, Wanted
from butler_desktop.domain.statistics import statistics as counted
from butler_desktop.domain.table import Table
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.storage.work_record import work_record


def statistics(work: Work, wanted: Wanted) -> Statistics:
    """Counts the period that is wanted, and the one before to compare with."""
    since = work.now - timedelta(days=2 * wanted.days) if wanted.days else None
    return counted(work_record(work, since), wanted, work.rulebook.calendar)


def export_tables(
    _workspace: Workspace, tables: Sequence[Table], target: Path, language: str
) -> Path:
    """Writes tables as an .xlsx workbook, whole or not at all. Raises DocumentFailed."""
    write_tables(target, tables, language)
    return target
