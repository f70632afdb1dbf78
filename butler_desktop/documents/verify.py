"""Verifying a packet's file without a database: which filing and version, and whether it is whole."""

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from butler_desktop.documents.seal import is_whole, read_keyword
from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

MOST_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file says of itself. ``digest`` is empty where it is no packet of ours."""

    filing: str = ""
    version: int = 0
    digest: str = ""
    whole: bool = False
    sha256: str = ""


def verify_packet(path: Path) -> Verdict:
    """The verdict on a file. Raises DocumentFailed where it cannot be read at all."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return Verdict()
        data = path.read_bytes()
    except OSError as error:
        raise DocumentFailed(
            Words(
                f"读不了 {path.name}：{error.strerror}。", f"{path.name} cannot be read: {error}."
            ),
            Words("检查路径与权限。", "Check its path and permissions."),
        ) from error
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            document = read_keyword(str(pdf.docinfo.get("/Keywords", "")))
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RecursionError):
        return Verdict(sha256=sha256)
    filing, version = document.get("filing"), document.get("version")
    if not isinstance(filing, str) or not isinstance(version, int):
        return Verdict(sha256=sha256)
    return Verdict(filing, version, canonical_digest(document), is_whole(data), sha256)
