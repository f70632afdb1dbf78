"""Verifying a paper: which filing and version it is, whether it is whole, whether it is ours."""

from dataclasses import dataclass
from pathlib import Path

from butler_desktop.documents.verify import Verdict, verify_packet
from butler_desktop.storage.listings import packet_by_digest
from butler_desktop.storage.work import Work


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database knows of a paper. ``is_our_file``: every byte is as we made it."""

    issued: bool
    is_present: bool
    present_version: int | None
    is_our_file: bool = False


def verify_paper(path: Path) -> Verdict:
    """What the paper itself says, without a database. Raises DocumentFailed."""
    return verify_packet(path)


def standing(work: Work, verdict: Verdict) -> Standing:
    """Whether we issued this paper, and whether a newer version has replaced it.

    Anybody can write a seal; only the database knows the file that left the house.
    A copy marked 作废 is drawn anew each time and claims nothing, so its seal is enough.
    """
    found = packet_by_digest(work, verdict.digest) if verdict.digest else None
    if found is None:
        return Standing(issued=False, is_present=False, present_version=None)
    latest = work.dossier_of(found.filing_id).latest_packet(found.filing_id)
    version = latest.version if latest else None
    return Standing(
        issued=True,
        is_present=latest is not None and latest.id == found.id and latest.voided_at is None,
        present_version=version,
        is_our_file=verdict.is_void or found.pdf_sha256 == verdict.sha256,
    )
