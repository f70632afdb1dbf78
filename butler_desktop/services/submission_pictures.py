"""Submission pictures of a filing: what the filing systems take, made of the papers attached.

Nothing is attached and no original changes. Where a file of that name lies in
the folder already it stays, and the new one gets a number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from butler_desktop.domain.checklist import paper_name
from butler_desktop.domain.material import Material
from butler_desktop.domain.role import refuse_to_write
from butler_desktop.domain.scan import SUFFIXES
from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.domain.slot_names import SlotNames, slot_of
from butler_desktop.errors import DocumentFailed, NotFound
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words

MARK = "仅供备案使用"
"""What limits the use of a picture."""


@dataclass(frozen=True, slots=True)
class ExportedPictures:
    """The files that were written, and the papers of which no picture can be made."""

    files: tuple[Path, ...]
    originals: int
    """How many of them are the customer's file to the byte."""
    refused: tuple[tuple[str, DocumentFailed], ...] = ()
    """(file name, why)."""


@dataclass(frozen=True, slots=True)
class _Paper:
    material: Material
    limits: ScanLimits
    name: str


def export_pictures(
    workspace: Workspace, filing_id: str, folder: Path, material_id: str = "", mark: str = ""
) -> ExportedPictures:
    """Writes the pictures of one paper, or of all, into ``folder``; the journal tells of it.

    A paper of which no picture can be made does not hold up the others, but
    asked for alone it raises its DocumentFailed. Raises NotFound, Refused,
    StoreUnavailable.
    """
    from butler_desktop.documents.submission_picture import submission_pictures

    refuse_to_write(workspace.role)
    with workspace.reading() as work:
        papers = list(_papers(work, filing_id, material_id))
    made: list[tuple[str, bytes]] = []
    originals, refused = 0, []
    for paper in papers:
        data = workspace.blobs.read(paper.material.sha256)
        try:
            pictures = list(submission_pictures(data, paper.limits, mark))
        except DocumentFailed as error:
            if material_id:
                raise
            refused.append((paper.material.file_name, error))
            continue
        originals += sum(it.is_original for it in pictures)
        for page, picture in enumerate(pictures, start=1):
            name = f"{paper.name}_{page}" if len(pictures) > 1 else paper.name
            made.append((name + SUFFIXES[picture.media_type][0], picture.data))

    def note() -> None:
        with workspace.editing() as work:
            work.note(work.dossier_of(filing_id), "filing", filing_id, "picture.export")

    files: list[Path] = []
    for name, data in made:
        target = _free(folder / name)
        write_whole(target, data, None if files else note)
        files.append(target)
    return ExportedPictures(tuple(files), originals, tuple(refused))


def _papers(work: Work, filing_id: str, material_id: str) -> Iterator[_Paper]:
    """The papers in the order of the filing system's slots, under names that say which."""
    kinds = work.rulebook.materials
    dossier = work.dossier_of(filing_id)
    form = dossier.filing(filing_id).particulars
    found = [it for it in dossier.materials_of(filing_id) if material_id in {"", it.id}]
    if not found:
        raise NotFound(
            Words("没有可导出的材料。", "There is no paper to export."),
            Words("先添加材料。", "Attach one first."),
        )
    names = SlotNames(kinds)
    found.sort(key=lambda it: (slot_of(it.material_kind, kinds), it.material_kind))
    for material in found:
        title = paper_name(material.material_kind, form, work.rulebook).zh
        limits = kinds.limits(material.material_kind)
        yield _Paper(material, limits, names.next(material.material_kind, title))


def _free(wanted: Path) -> Path:
    """The name, with a number where a file has it already."""
    for number in count(2):
        if not wanted.exists():
            break
        stem = wanted.stem.removesuffix(f" ({number - 1})")
        wanted = wanted.with_stem(f"{stem} ({number})")
    return wanted
