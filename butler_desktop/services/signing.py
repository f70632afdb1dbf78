"""Signing: a packet leaves with the company's signature behind it, by its certificate."""

from pathlib import Path

from butler_desktop.documents.signature import signed
from butler_desktop.errors import Refused
from butler_desktop.services.packets import note_taken, packet_pdf
from butler_desktop.storage.certificates import keep_password, kept_password, read_certificate
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Workspace
from butler_desktop.words import Words


def export_signed(
    workspace: Workspace,
    filing_id: str,
    packet_id: str,
    target: Path,
    certificate: Path,
    password: str = "",
    *,
    keep: bool = False,
) -> Path:
    """Writes a packet's file with a signature appended; the packet in it stays byte for byte.

    Without ``password`` the keyring is asked; with ``keep`` it gets the one
    that did open the certificate. Raises Refused for a void version,
    DocumentFailed where it cannot be signed, and what ``export_packet`` raises.
    """
    with workspace.reading() as work:
        pdf = packet_pdf(work, filing_id, packet_id)
        packets = work.dossier_of(filing_id).packets
    if any(it.id == packet_id and it.voided_at is not None for it in packets):
        raise Refused(
            Words("这一版已作废，不能签名。", "This version is void and is not signed."),
            Words("签名现行版本。", "Sign the present one."),
        )
    used = password or kept_password(certificate)
    data = signed(pdf, read_certificate(certificate), used)
    if keep and password:
        keep_password(certificate, password)

    def note() -> None:
        with workspace.editing() as work:
            note_taken(work, filing_id, packet_id, "packet.sign")

    write_whole(target, data, note)
    return target
