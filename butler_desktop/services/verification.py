"""Verifying a paper: which filing and version it is, whether it is whole, whether it is ours."""

from dataclasses import dataclass
from pathlib import Path

from butler_desktop.documents.proof import render_proof
from butler_desktop.documents.verify import Verdict, verify_packet
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.proofs import proof_of
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
    The 作废 copy of a superseded version is drawn anew each time and claims nothing:
    its seal is enough.
    """
    if verdict.is_proof:
        return _proof_standing(work, verdict)
    found = packet_by_digest(work, verdict.digest) if verdict.digest else None
    if found is None:
        return Standing(issued=False, is_present=False, present_version=None)
    dossier = work.dossier_of(found.filing_id)
    latest = dossier.latest_packet(found.filing_id)
    is_void = any(each.id == found.id and each.voided_at is not None for each in dossier.packets)
    return Standing(
        issued=True,
        is_present=latest is not None and latest.id == found.id and not is_void,
        present_version=latest.version if latest else None,
        is_our_file=found.pdf_sha256 in (verdict.sha256, verdict.sealed_sha256)
        or (verdict.is_void and is_void),
    )


def _proof_standing(work: Work, verdict: Verdict) -> Standing:
    """A proof is of the records alone: made again from them it must be the same."""
    try:
        filing_id = work.filing_id(verdict.filing)
        proof = proof_of(work, filing_id, verdict.version)
    except (NotFound, Refused):
        return Standing(issued=False, is_present=False, present_version=None)
    latest = work.dossier_of(filing_id).latest_packet(filing_id)
    is_present = latest is not None and latest.version == proof.version and latest.voided_at is None
    same = proof.digest == verdict.digest
    return Standing(
        issued=same,
        is_present=same and is_present,
        present_version=latest.version if latest else None,
        is_our_file=same and render_proof(proof).sha256 == verdict.sha256,
    )
