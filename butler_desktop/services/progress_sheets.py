"""Progress sheets for customers: made of the records, without a word that is internal."""

from pathlib import Path

from butler_desktop.domain.progress_sheet import ProgressSheet, progress_sheet
from butler_desktop.services.filing_view import filing_view
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace


def sheet_of(work: Work, filing_id: str) -> ProgressSheet:
    """The sheet of a filing as it stands now. Raises NotFound."""
    view = filing_view(work, filing_id)
    reached = {stage: line.at for stage, line in view.steps.items()}
    return progress_sheet(view.filing, view.order, reached, work.now)


def export_progress(workspace: Workspace, filing_id: str, target: Path) -> Path:
    """Writes the sheet to ``target``, whole or not at all; a line of the journal tells of it.

    Raises NotFound, StoreUnavailable, DocumentFailed, and Refused for who may not.
    """
    from butler_desktop.documents.progress_page import render_progress

    with workspace.reading() as work:
        sheet = sheet_of(work, filing_id)
    pdf = render_progress(sheet)

    def note() -> None:
        with workspace.editing() as work:
            work.note(work.dossier_of(filing_id), "filing", filing_id, "progress.export")

    write_whole(target, pdf, note)
    return target
