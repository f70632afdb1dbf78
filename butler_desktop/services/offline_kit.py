"""The offline kit: which filings go along without a network, and what of their scans lacks.

A replica holds every record already; a scan is fetched when it is first asked
for. Taking a filing out fetches its scans beforehand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import FilingFilter, FilingRow, Sorting
from butler_desktop.errors import StoreAway
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.services.worklist import chosen_filing_rows, filing_ids
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.scan_index import KeptScan, present_scans
from butler_desktop.storage.work import Work, Workspace

OWN = FilingFilter(view=View.ALL, mine_only=True)
MOST_OF_THE_TEAM = 200
"""Filings of colleagues that are offered; those due first."""


@dataclass(frozen=True, slots=True)
class KitFiling:
    """A filing that can be taken out. ``missing`` are its scans that are not here yet."""

    row: FilingRow
    is_mine: bool
    scans: int
    missing: tuple[KeptScan, ...]

    @property
    def is_here(self) -> bool:
        """Whether all of it is on this machine."""
        return not self.missing

    @property
    def missing_bytes(self) -> int:
        """How much is to be fetched."""
        return sum(scan.byte_size for scan in self.missing)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What taking out brought: scans and bytes; ``away`` if the network broke off."""

    scans: int = 0
    bytes: int = 0
    away: StoreAway | None = None


def offline_kit(work: Work) -> tuple[KitFiling, ...]:
    """The butler's open filings, then some of the team's, the due ones first."""
    own = filing_ids(work, OWN, Sorting())
    known = set(own)
    others = [
        it for it in filing_ids(work, FilingFilter(view=View.ALL), Sorting()) if it not in known
    ]
    return _kit(work, [*own, *others[:MOST_OF_THE_TEAM]])


def taken_out(work: Work) -> int:
    """How many of the butler's open filings are wholly on this machine."""
    return sum(filing.is_here for filing in _kit(work, filing_ids(work, OWN, Sorting())))


def _kit(work: Work, ids: Sequence[str]) -> tuple[KitFiling, ...]:
    rows = chosen_filing_rows(work, ids)
    scans = present_scans(work.connection, [row.id for row in rows])
    return tuple(
        KitFiling(row, row.butler == work.actor, len(held), _missing(work.blobs, held))
        for row in rows
        for held in (scans.get(row.id, ()),)
    )


def take_out(
    workspace: Workspace, scans: Sequence[KeptScan], progress: Progress = QUIET
) -> Fetched:
    """Fetches scans, one after the other; what came stays when it is stopped.

    Raises Cancelled, and StoreUnavailable where a scan is nowhere.
    """
    count = size = 0
    wanted = {scan.sha256: scan for scan in scans}
    for done, scan in enumerate(wanted.values()):
        progress.step(done, len(wanted), scan.file_name)
        try:
            fetched = workspace.blobs.download([scan.sha256])
        except StoreAway as error:
            return Fetched(count, size, error)
        count += fetched
        size += scan.byte_size if fetched else 0
    progress.step(len(wanted), len(wanted))
    return Fetched(count, size)


def _missing(blobs: BlobStore, scans: Sequence[KeptScan]) -> tuple[KeptScan, ...]:
    lacking = set(blobs.missing(scan.sha256 for scan in scans))
    return tuple(scan for scan in scans if scan.sha256 in lacking)
