"""Returned pages: filing what came back of a packet, telling what it is of, taking it back."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from butler_desktop.documents.reply_form import read_reply
from butler_desktop.documents.returned_file import ReturnedFile
from butler_desktop.domain.confirmation import confirmed_values_digest
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.filled_reply import ProposedAnswer, proposed
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_delta import differing_labels
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.returned_page import BY_HAND, WHOLE, ReturnedPage
from butler_desktop.domain.scan import PDF
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.packet_changes import present_content
from butler_desktop.services.tray import Tray, TraySheet
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.documents.thumbnail import Pixels


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that came back, as it came."""

    data: bytes
    file_name: str
    media_type: str

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sheet belongs: the page of a packet version; 0 for the file as a whole."""

    sheet: int
    filing_id: str
    packet_id: str
    page: int
    known_by: str


@dataclass(frozen=True, slots=True)
class FiledPage:
    """A returned page, and how its version stands to the filing as it is now."""

    page: ReturnedPage
    number: str
    sponsor: str
    version: int
    pages: int
    present_version: int
    is_outdated: bool
    """Whether the filing shows something else now."""
    differing: tuple[str, ...]
    """What it shows differently, as the paper calls it; nothing where it is present."""
    can_answer: bool
    """Whether the version's answer can be recorded by this page."""
    proposed: ProposedAnswer | None = None
    """What the fields of a file that came back filled in propose."""
    is_known: bool = False
    """Whether it had been filed before."""


def file_pages(work: Work, arrived: Arrived, places: Sequence[Place]) -> tuple[FiledPage, ...]:
    """Files sheets of a file that lies in the blob store; one act an order.

    A sheet that lies at its place already stays as it is. Raises NotFound.
    """
    owners = {place.filing_id: work.order_of(place.filing_id) for place in places}
    sha256, filed = arrived.sha256, dict[Place, FiledPage]()
    for order_id in dict.fromkeys(owners.values()):
        before = after = work.dossier(order_id)
        mine = [place for place in places if owners[place.filing_id] == order_id]
        pages = {place: _known(before, place, sha256) for place in mine}
        for place, known in pages.items():
            if known is None:
                page = _page(work, before, arrived, sha256, place)
                after, pages[place] = after.with_returned_page(page), page
        work.save(before, after, "page.file")
        known_ids = {page.id for page in before.returned_pages}
        for place, filed_as in pages.items():
            if filed_as is not None:
                is_known = filed_as.id in known_ids
                filed[place] = filed_page(work, after, filed_as, is_known=is_known)
    return tuple(filed[place] for place in places)


def filed_page(
    work: Work, dossier: Dossier, page: ReturnedPage, *, is_known: bool = False
) -> FiledPage:
    """What a returned page is of, and whether that is present."""
    filing = dossier.filing(page.filing_id)
    packet = packet_of(dossier, page.packet_id)
    latest = dossier.latest_packet(filing.id) or packet
    shown = confirmed_values_digest(dossier, filing)
    is_outdated = packet.id != latest.id or packet.confirmed_values_digest != shown
    is_answer = page.page in (WHOLE, packet.page_count)
    is_awaited = filing.state is FilingState.AWAITING_CONFIRMATION
    can_answer = is_answer and is_awaited and not is_outdated
    return FiledPage(
        page,
        filing.number,
        filing.particulars.subject.sponsor_name or dossier.order.customer,
        packet.version,
        packet.page_count,
        latest.version,
        is_outdated,
        _differing(work, dossier, filing, packet) if is_outdated else (),
        can_answer=can_answer,
        proposed=_proposed(work, page, packet) if can_answer and page.is_whole else None,
        is_known=is_known,
    )


def file_by_hand(
    workspace: Workspace, sheet_id: str, number: str, version: int | None, page: int
) -> FiledPage:
    """Files a sheet of the tray as a page of a version, of the newest where none is named.

    Page 0 is no page of it but a proof of its own: a photo, a recording's note.

    Raises NotFound for what is not there, Refused for a page that the version has not.
    """
    tray = Tray(workspace.blobs.folder)
    sheet = tray.sheet(sheet_id)
    data = tray.data(sheet)
    with workspace.reading() as work:
        place = _named_place(work, sheet, number, version, page)
    workspace.blobs.put_bytes(data)
    with workspace.editing() as work:
        media_type = ReturnedFile(data).media_type if sheet.sheet else ""
        (filed,) = file_pages(work, Arrived(data, sheet.file_name, media_type), (place,))
    tray.remove(sheet)
    return filed


def discard(workspace: Workspace, sheet: TraySheet) -> bytes:
    """Puts a sheet of the tray away for good; returns its file, to be laid back."""
    tray = Tray(workspace.blobs.folder)
    data = tray.data(sheet)
    tray.remove(sheet)
    return data


def lay_back(workspace: Workspace, sheet: TraySheet, data: bytes) -> TraySheet:
    """Lays a sheet that was put away into the tray again."""
    tray, known = Tray(workspace.blobs.folder), sheet
    return tray.put(
        data, known.file_name, known.sheet, known.reason, known.received_at, known.received_by
    )


def take_back(workspace: Workspace, filing_id: str, page_id: str) -> TraySheet:
    """Lays a page that was filed wrongly into the tray again. Raises NotFound."""
    with workspace.editing() as work:
        before = work.dossier_of(filing_id)
        page = found_page(before, page_id)
        data = work.blobs.read(page.sha256)
        gone = replace(page, withdrawn_at=work.now)
        work.save(before, before.with_returned_page(gone), "page.withdraw")
        now, by = work.now, work.actor
    told = Words("归档后取回", "Taken back after it was filed")
    return Tray(workspace.blobs.folder).put(data, page.file_name, page.sheet, told, now, by)


def packet_of(dossier: Dossier, packet_id: str) -> PacketVersion:
    """A packet version of the order. Raises NotFound."""
    for packet in dossier.packets:
        if packet.id == packet_id:
            return packet
    raise NotFound(Words("没有这个版本。", "There is no such version."))


def returned_pixels(work: Work, sha256: str, sheet: int, box: tuple[int, int]) -> "Pixels":
    """A filed sheet as a picture within ``box``. Raises DocumentFailed, StoreUnavailable."""
    return ReturnedFile(work.blobs.read(sha256)).pixels(max(sheet, 1), box)


def tray_pixels(work: Work, sheet: TraySheet, box: tuple[int, int]) -> "Pixels":
    """A sheet of the tray as a picture within ``box``. Raises what ``returned_pixels`` does."""
    return ReturnedFile(Tray(work.blobs.folder).data(sheet)).pixels(max(sheet.sheet, 1), box)


def _page(
    work: Work, dossier: Dossier, arrived: Arrived, sha256: str, place: Place
) -> ReturnedPage:
    return ReturnedPage(
        id=new_id(),
        order_id=dossier.order.id,
        filing_id=place.filing_id,
        packet_id=place.packet_id,
        page=place.page,
        sha256=sha256,
        byte_size=len(arrived.data),
        media_type=arrived.media_type,
        file_name=arrived.file_name,
        sheet=place.sheet,
        known_by=place.known_by,
        received_at=work.now,
        received_by=work.actor,
    )


def _known(dossier: Dossier, place: Place, sha256: str) -> ReturnedPage | None:
    """The page, if the same sheet of the same file lies at its place already."""
    wanted = (sha256, place.sheet, place.page)
    back = dossier.returned_pages_of(place.packet_id)
    return next((it for it in back if (it.sha256, it.sheet, it.page) == wanted), None)


def found_page(dossier: Dossier, page_id: str) -> ReturnedPage:
    """A returned page that counts. Raises NotFound."""
    for page in dossier.returned_pages:
        if page.id == page_id and page.is_present:
            return page
    raise NotFound(Words("这一页已不在档案中。", "This page is no longer on file."))


def _named_place(
    work: Work, sheet: TraySheet, number: str, version: int | None, page: int
) -> Place:
    filing_id = work.filing_id(number)
    for packet in reversed(work.dossier_of(filing_id).packets_of(filing_id)):
        if version in (None, packet.version):
            if not WHOLE <= page <= packet.page_count:
                raise Refused(
                    Words(
                        f"第 {version} 版只有 {packet.page_count} 页。",
                        f"Version {version} has {packet.page_count} pages.",
                    ),
                    Words("检查页码。", "Check the page."),
                )
            return Place(sheet.sheet, filing_id, packet.id, page, BY_HAND)
    which = (
        Words(f"第 {version} 版", f"version {version}") if version else Words("确认包", "packet")
    )
    raise NotFound(
        Words("{number} 没有{which}。", "{number} has no {which}.").filled(
            number=number, which=which
        ),
        Words("检查备案单号与版本号。", "Check the filing's number and the version."),
    )


def _proposed(work: Work, page: ReturnedPage, packet: PacketVersion) -> ProposedAnswer | None:
    """What the fields of a whole file say; nothing where it has none of ours."""
    if page.media_type != PDF:
        return None
    reply = read_reply(work.blobs.read(page.sha256))
    return proposed(reply, PacketContent.from_document(packet.content)) if reply else None


def _differing(work: Work, dossier: Dossier, filing: Filing, old: PacketVersion) -> tuple[str, ...]:
    """The fields and papers that the filing shows otherwise now than that version."""
    before = PacketContent.from_document(old.content)
    return differing_labels(present_content(work, dossier, filing), before)
