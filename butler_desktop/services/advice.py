"""Advice for customers: made of the records, without what is the house's or another customer's."""

from dataclasses import replace
from pathlib import Path

from butler_desktop.domain.advice_sheet import AdviceSheet, advice_sheet, advice_text
from butler_desktop.domain.case import Case
from butler_desktop.domain.checks import findings
from butler_desktop.domain.correction import places
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.readiness import filing_checklist
from butler_desktop.services.filings import facts_of
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace

TEXT = ".txt"
OTHER_SPONSOR, OTHER_FILING = "其他主体", "另一笔备案"


def advice_of(work: Work, filing_id: str) -> AdviceSheet:
    """The advice on a filing as it stands now. Raises NotFound."""
    dossier = work.dossier_of(filing_id)
    filing, today = dossier.filing(filing_id), local_date(work.now)
    form, rulebook = filing.particulars, work.rulebook
    case = _told_outside(facts_of(work, dossier, filing_id).case)
    return advice_sheet(
        filing.number,
        form,
        rulebook,
        findings(form, rulebook, today, case=case),
        filing_checklist(dossier, filing, rulebook, today),
        places(form, rulebook, dossier.materials_of(filing_id)),
        work.now,
    )


def export_advice(workspace: Workspace, filing_id: str, target: Path) -> Path:
    """Writes the advice to ``target``, whole or not at all: a PDF, or text where it ends so.

    A line of the journal tells of it. Raises NotFound, StoreUnavailable,
    DocumentFailed, and Refused for who may not.
    """
    from butler_desktop.documents.advice_page import render_advice

    with workspace.reading() as work:
        sheet = advice_of(work, filing_id)
    is_text = target.suffix.lower() == TEXT
    data = advice_text(sheet).encode() if is_text else render_advice(sheet)

    def note() -> None:
        with workspace.editing() as work:
            work.note(work.dossier_of(filing_id), "filing", filing_id, "advice.export")

    write_whole(target, data, note)
    return target


def _told_outside(case: Case) -> Case:
    """The case without the words of who looked something up, and without other customers."""
    return replace(
        case,
        noted=tuple(replace(it, words="") for it in case.noted),
        coexisting=tuple(
            replace(it, sponsor=OTHER_SPONSOR, number=OTHER_FILING) for it in case.coexisting
        ),
    )
