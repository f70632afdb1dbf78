"""The scan inbox: what comes back of packets, filed by the code on each page.

A page that no code can file goes to the tray; a file that cannot be opened
does, too, and no sheet keeps another from being filed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from butler_desktop.documents.imprint import PageCode, page_code
from butler_desktop.documents.reply_form import has_same_pages
from butler_desktop.documents.returned_file import ReturnedFile
from butler_desktop.documents.source_file import read_source
from butler_desktop.documents.verify import verify_packet
from butler_desktop.domain.returned_page import BY_CODE, WHOLE
from butler_desktop.domain.role import refuse_to_write
from butler_desktop.domain.scan import PDF
from butler_desktop.errors import DocumentFailed
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.services.returned_pages import (
    Arrived,
    FiledPage,
    Place,
    file_pages,
    filed_page,
    packet_of,
)
from butler_desktop.services.tray import Tray, TraySheet
from butler_desktop.storage.listings import packet_by_digest
from butler_desktop.storage.returned_index import answers_waiting, packet_by_code
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words

NO_CODE = Words("没有读到确认书的二维码", "No code of a packet was found")
FOREIGN = Words(
    "本库没有发出过：{filing} 第 {version} 版", "Not issued here: {filing} version {version}"
)
BAD_PAGE = Words(
    "{filing} 第 {version} 版没有第 {page} 页", "{filing} version {version} has no page {page}"
)


@dataclass(frozen=True, slots=True)
class Sorted:
    """What became of one sheet of what was dropped: filed, in the tray, or not taken at all.

    Where it is neither, ``refused`` says why: the file is not there any more.
    """

    file_name: str
    sheet: int
    filed: FiledPage | None = None
    tray: TraySheet | None = None
    refused: Words | None = None


@dataclass(frozen=True, slots=True)
class Inbox:
    """What waits for somebody: answers to be recorded, and sheets to be looked at."""

    answers: tuple[FiledPage, ...]
    tray: tuple[TraySheet, ...]


def inbox(work: Work) -> Inbox:
    """What waits now. Raises StoreUnavailable."""
    answers = []
    for filing_id, page_id in answers_waiting(work):
        dossier = work.dossier_of(filing_id)
        page = next(it for it in dossier.returned_pages if it.id == page_id)
        answers.append(filed_page(work, dossier, page))
    return Inbox(tuple(answers), Tray(work.blobs.folder).sheets())


def take_in(
    workspace: Workspace, paths: Sequence[Path], progress: Progress = QUIET
) -> tuple[Sorted, ...]:
    """Sorts the sheets of these files; a folder stands for the files in it.

    Each file is filed whole before the next is read, so that what was filed
    stays where the work is broken off. Raises Refused for who may not write,
    and StoreUnavailable.
    """
    refuse_to_write(workspace.role)
    found: list[Sorted] = []
    files = list(_files(paths))
    for number, path in enumerate(files):
        progress.step(number, len(files), path.name)
        found += _sorted(workspace, path)
    progress.step(len(files), len(files))
    return tuple(found)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(it for it in path.iterdir() if it.is_file())
        else:
            yield path


def _sorted(workspace: Workspace, path: Path) -> list[Sorted]:
    """What becomes of the sheets of one file."""
    try:
        data = read_source(path)
    except DocumentFailed as error:
        return [Sorted(path.name, 0, refused=error.sentence)]
    try:
        file = ReturnedFile(data)
    except DocumentFailed as error:
        return [Sorted(path.name, 0, tray=_laid(workspace, data, path.name, 0, error.sentence))]
    arrived = Arrived(data, path.name, file.media_type)
    if file.media_type == PDF and (whole := _whole(workspace, arrived)) is not None:
        return [Sorted(path.name, 0, filed=whole)]
    codes = {sheet: _codes(file, sheet) for sheet in range(1, file.sheets + 1)}
    with workspace.reading() as work:
        known = {sheet: [_place(work, sheet, it) for it in on_it] for sheet, on_it in codes.items()}
    places = [it for on_it in known.values() for it in on_it if isinstance(it, Place)]
    filed = _filed(workspace, arrived, places)
    found: list[Sorted] = []
    for sheet, on_it in known.items():
        pages = [filed[it] for it in on_it if isinstance(it, Place)]
        found += [Sorted(path.name, sheet, filed=page) for page in pages]
        if not pages:
            reason = next((it for it in on_it if isinstance(it, Words)), NO_CODE)
            laid = _laid(workspace, data, path.name, sheet, reason)
            found.append(Sorted(path.name, sheet, tray=laid))
    return found


def _whole(workspace: Workspace, arrived: Arrived) -> FiledPage | None:
    """A copy of the packet's own file, filled in or not; None where its pages are not ours."""
    verdict = verify_packet(arrived.data)
    with workspace.reading() as work:
        found = packet_by_digest(work, verdict.digest) if verdict.digest else None
        if found is None or not has_same_pages(arrived.data, work.blobs.read(found.pdf_sha256)):
            return None
    place = Place(WHOLE, found.filing_id, found.id, WHOLE, BY_CODE)
    return _filed(workspace, arrived, [place])[place]


def _codes(file: ReturnedFile, sheet: int) -> tuple[PageCode, ...]:
    """The codes of ours on a sheet; none where the sheet is too damaged to be drawn."""
    try:
        texts = file.codes(sheet)
    except DocumentFailed:
        return ()
    return tuple(code for text in texts if (code := page_code(text)))


def _place(work: Work, sheet: int, code: PageCode) -> Place | Words:
    """Where a sheet with this code belongs, or why nobody knows."""
    named = packet_by_code(work, code.digest)
    if named is not None:
        filing_id, packet_id = named
        dossier = work.dossier_of(filing_id)
        packet = packet_of(dossier, packet_id)
        number = dossier.filing(filing_id).number
        if (number.upper(), packet.version) == (code.filing, code.version):
            if 1 <= code.page <= packet.page_count:
                return Place(sheet, filing_id, packet_id, code.page, BY_CODE)
            return BAD_PAGE.filled(filing=number, version=code.version, page=code.page)
    return FOREIGN.filled(filing=code.filing, version=code.version)


def _filed(
    workspace: Workspace, arrived: Arrived, places: Sequence[Place]
) -> dict[Place, FiledPage]:
    if not places:
        return {}
    workspace.blobs.put_bytes(arrived.data)
    with workspace.editing() as work:
        return dict(zip(places, file_pages(work, arrived, places), strict=True))


def _laid(
    workspace: Workspace, data: bytes, file_name: str, sheet: int, reason: Words
) -> TraySheet:
    tray = Tray(workspace.blobs.folder)
    return tray.put(data, file_name, sheet, reason, workspace.now(), workspace.actor)
