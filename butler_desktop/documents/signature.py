"""Signatures: the company's certificate under a sealed file, for those who ask who issued it.

The signature is appended as PDF does it (an incremental update): the sealed
file stands at the start of the signed one, byte for byte, and stays as
provable as before. pyHanko makes and checks it; it is an optional extra, as a
company without a certificate needs none of it.
"""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from butler_desktop.documents.seal import sealed_part
from butler_desktop.domain.local_time import local_date
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.diff_analysis import StandardDiffPolicy

FIELD = "Signature"
REASON = "备案管家签发"

NO_LIBRARY = Words("这台机器没有安装签名组件。", "The part that signs is not installed here.")
INSTALL = Words(
    "请管理员安装 butler-desktop[sign] 后再试。",
    "Have butler-desktop[sign] installed, then try again.",
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature of a file: whose certificate, and whether all of the file is as it signed it.

    ``is_intact`` is False too where more than the signature was appended to
    the sealed file. Whether to trust the certificate is for the reader to say.
    """

    signer: str
    is_intact: bool


def signed(pdf: bytes, certificate: bytes, password: str) -> bytes:
    """A sealed file with a signature behind it. ``certificate`` is a PKCS#12 file.

    Raises DocumentFailed where the extra is missing, the certificate cannot be
    used, or the file has no form (a void copy is not signed).
    """
    try:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
        from pyhanko.sign.fields import SigSeedSubFilter
    except ImportError as error:
        raise DocumentFailed(NO_LIBRARY, INSTALL) from error
    try:
        signer = SimpleSigner.load_pkcs12_data(certificate, [], password.encode("utf-8"))
    except ValueError as error:
        raise DocumentFailed(
            Words(
                "证书打不开：密码不对，或不是 PKCS#12（.p12、.pfx）文件。",
                "The certificate does not open: wrong password, or no PKCS#12 (.p12, .pfx) file.",
            ),
            Words("核对文件与密码。", "Check the file and its password."),
        ) from error
    _refuse_lapsed(signer.signing_cert)
    about = PdfSignatureMetadata(field_name=FIELD, reason=REASON, subfilter=SigSeedSubFilter.PADES)
    out: io.BytesIO = sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), about, signer=signer)
    return out.getvalue()


def _refuse_lapsed(certificate: Any) -> None:
    """Raises DocumentFailed for a certificate that does not hold on the day of the signature."""
    now = datetime.now(UTC)
    since, until = certificate.not_valid_before, certificate.not_valid_after
    if not since <= now <= until:
        days = f"{local_date(since)}–{local_date(until)}"
        raise DocumentFailed(
            Words(f"证书不在有效期内（{days}）。", f"The certificate does not hold now ({days})."),
            Words("换用有效的证书。", "Use one that is valid."),
        )


def signature_of(data: bytes) -> Signature | None:
    """The signature behind a sealed file; None where there is none that can be read.

    Where the extra is missing it is there, of nobody, and not intact.
    """
    part = sealed_part(data)
    if part is None or b"/ByteRange" not in data[len(part) :]:
        return None
    try:
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError:
        return Signature("", is_intact=False)
    try:
        return _checked(PdfFileReader(io.BytesIO(data)))
    except (PdfError, ValueError, LookupError, TypeError):
        return None


def _checked(reader: "PdfFileReader") -> Signature | None:
    from pyhanko.sign.diff_analysis import SuspiciousModification
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    if len(reader.embedded_signatures) != 1:
        return None
    (found,) = reader.embedded_signatures
    trusting = ValidationContext(trust_roots=[found.signer_cert], allow_fetching=False)
    status = validate_pdf_signature(found, trusting)
    covers = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    difference = _signature_alone().review_file(reader, 0)
    only_signed = not isinstance(difference, SuspiciousModification)
    name = found.signer_cert.subject.native.get("common_name") or ""
    return Signature(str(name), status.intact and status.valid and covers and only_signed)


def _signature_alone() -> "StandardDiffPolicy":
    """What may differ between the sealed file and the signed one: the signature's own field."""
    from pyhanko.sign import diff_analysis
    from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON

    creation: Any = diff_analysis.SigFieldCreationRule
    form = diff_analysis.FormUpdatingRule(
        [creation(), diff_analysis.SigFieldModificationRule()],
        ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"},
    )
    rules = diff_analysis.DEFAULT_DIFF_POLICY.global_rules
    return diff_analysis.StandardDiffPolicy(global_rules=rules, form_rule=form)
