"""Verifying a sealed file without a database: which filing and version, and is it whole?

``seal`` describes the format. A file that was changed, cut or saved anew is
still told by what is left of it.
"""

import hashlib
import io
import json
from dataclasses import dataclass, replace
from pathlib import Path

from butler_desktop.documents.seal import PROOF, Claim, claim_in, is_whole, sealed_part
from butler_desktop.documents.signature import Signature, signature_of
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

MOST_BYTES = 512 * 1024 * 1024
MOST_CONTENT = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file says of itself. ``digest`` is empty where it is no packet of ours.

    ``whole``: not a byte differs from the file that was made. ``sha256`` is
    the file's own hash. ``is_void``: a copy that was marked 作废 when made.
    """

    filing: str = ""
    version: int = 0
    digest: str = ""
    whole: bool = False
    sha256: str = ""
    is_void: bool = False
    is_proof: bool = False
    """It is the proof that the version was confirmed."""
    sealed_sha256: str = ""
    """The hash of the whole sealed file that it begins with, where something was appended."""
    signature: Signature | None = None
    """The signature that was appended."""

    @property
    def is_signed(self) -> bool:
        """Whether nothing but an intact signature was appended to a whole file."""
        return bool(self.sealed_sha256) and self.signature is not None and self.signature.is_intact


def verify_packet(source: Path | bytes) -> Verdict:
    """The verdict on a file. Raises DocumentFailed where it cannot be read at all."""
    data = source if isinstance(source, bytes) else _read(source)
    if not data:
        raise DocumentFailed(
            Words("文件是空的，0 字节。", "The file is empty, 0 bytes."),
            Words("请对方重新发送。", "Ask for it to be sent again."),
        )
    part = sealed_part(data)
    if part is not None:
        inner = _verdict(part)
        return replace(
            inner,
            whole=False,
            sha256=hashlib.sha256(data).hexdigest(),
            sealed_sha256=inner.sha256 if inner.whole else "",
            signature=signature_of(data),
        )
    return _verdict(data)


def _verdict(data: bytes) -> Verdict:
    sha256 = hashlib.sha256(data).hexdigest()
    claim = claim_in(data.decode("latin-1"))
    attachment = b""
    if claim is None or is_whole(data):
        found, attachment = _inside(data)
        claim = found or claim
    if claim is None:
        return Verdict(sha256=sha256)
    whole = is_whole(data) and _matches(claim, attachment)
    return Verdict(
        claim.filing,
        claim.version,
        claim.digest,
        whole,
        sha256,
        is_void=claim.is_void,
        is_proof=claim.kind is PROOF,
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size <= MOST_BYTES:
            return path.read_bytes()
    except OSError as error:
        raise DocumentFailed(
            Words(
                f"读不了“{path.name}”：{error.strerror}。",
                f"“{path.name}” cannot be read: {error.strerror}.",
            ),
            Words("检查路径与权限。", "Check its path and permissions."),
        ) from error
    raise DocumentFailed(
        Words(
            f"“{path.name}”大于 512 MB，不是确认书。",
            f"“{path.name}” is above 512 MB and no packet.",
        )
    )


def _inside(data: bytes) -> tuple[Claim | None, bytes]:
    """The claim and the attachment that the document itself holds, as far as it opens."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            claim = claim_in(str(pdf.docinfo.get("/Keywords", "")))
            if claim is None or claim.kind.attachment not in pdf.attachments:
                return claim, b""
            file = pdf.attachments[claim.kind.attachment].get_file().obj
            return claim, file.read_raw_bytes()[:MOST_CONTENT]
    except pikepdf.PasswordError as error:
        raise DocumentFailed(
            Words("文件设有密码，不能核对。", "The file is locked with a password."),
            Words("请对方发送没有密码的版本。", "Ask for a copy without password."),
        ) from error
    except (pikepdf.PdfError, LookupError, ValueError, TypeError, AttributeError, RuntimeError):
        return None, b""  # no PDF, or one beyond repair: it says nothing of itself


def _matches(claim: Claim, attachment: bytes) -> bool:
    """Whether the attached content is what the claim names."""
    if hashlib.sha256(attachment).hexdigest() != claim.digest:
        return False
    try:
        document = json.loads(attachment)
    except (ValueError, RecursionError):
        return False
    said = (document.get("filing"), document.get("version")) if isinstance(document, dict) else ()
    return said == (claim.filing, claim.version)
