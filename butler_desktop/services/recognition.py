"""Recognition: what a paper says, read on this machine, and taken over by an explicit act."""

from datetime import date
from functools import cache
from typing import Protocol

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.material import Material
from butler_desktop.domain.paper_text import read_items
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.proposal import Proposal, accepted_fault, paper_of, proposals
from butler_desktop.domain.read_line import ReadLine
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import TAKEN
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words


class Reader(Protocol):
    """What reads the lines of a page: ``documents.recognition.Recogniser``."""

    def read(self, data: bytes, page: int = 0) -> tuple[ReadLine, ...]:
        """The lines on a page (from 0). Raises DocumentFailed."""
        ...

    def close(self) -> None:
        """Lets go of what reading takes."""
        ...


EXTRA = "butler-desktop[ocr]"
"""What to install where there is no engine."""


def local_reader() -> Reader | None:
    """The engine of this machine, one for the program; None where it is not installed."""
    from butler_desktop.documents.recognition import can_recognise

    return _engine() if can_recognise() else None


@cache
def _engine() -> Reader:
    from butler_desktop.documents.recognition import Recogniser

    return Recogniser()


def release_reader() -> None:
    """Lets go of the engine, if it was ever asked for; what it is at is given up."""
    if _engine.cache_info().currsize:
        _engine().close()


def read_paper(
    workspace: Workspace, reader: Reader, material: Material, page: int
) -> tuple[ReadLine, ...]:
    """The lines on a page (from 0) of an attached file. Raises DocumentFailed, StoreUnavailable."""
    return reader.read(workspace.blobs.read(material.sha256), page)


def proposals_of(
    material: Material, lines: tuple[ReadLine, ...], form: Particulars, today: date
) -> tuple[Proposal, ...]:
    """What the lines of a paper say beside the form as it is."""
    paper = paper_of(material.material_kind)
    if paper is None:
        return ()
    return proposals(material.material_kind, read_items(paper, lines), form, today)


def accept_reading(
    work: Work, filing_id: str, material_id: str, path: str, value: Leaf, seen: Leaf
) -> Filing:
    """Writes one value that was read on a paper into the form, as an act of its own.

    ``seen`` is what the form said when it was proposed. Raises FieldOvertaken
    where somebody has changed the field since, NotFound where the paper is
    gone, Refused where the value's check digits do not hold or the form cannot
    change.
    """
    present = work.dossier_of(filing_id).materials_of(filing_id)
    material = next((each for each in present if each.id == material_id), None)
    if material is None:
        raise NotFound(Words("这份材料已被移除。", "This material is gone."))
    fault = accepted_fault(path, value)
    if fault is not None:
        raise Refused(
            Words("读到的内容不能采纳：", "What was read cannot be taken: ") + fault,
            Words("对照扫描件手工填写。", "Type it from the scan."),
        )
    act = f"{TAKEN}{material.material_kind}"
    return edit_form(work, filing_id, {path: value}, {path: seen}, act=act)
