"""A signature stands behind the sealed file; both are provable, and what is added is seen."""

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from butler_desktop.documents.packet import render_packet
from butler_desktop.documents.seal import SEAL_LENGTH
from butler_desktop.documents.signature import Signature, signature_of, signed
from butler_desktop.documents.verify import verify_packet
from butler_desktop.errors import DocumentFailed
from tests.documents.certificates import COMPANY, PASSWORD, a_certificate
from tests.documents.papers import a_content, a_packet
from tests.documents.reply_filling import filled


@pytest.fixture(scope="module")
def paper() -> bytes:
    """A signed packet."""
    return signed(a_packet(), a_certificate(), PASSWORD)


def painted_over(pdf: bytes) -> bytes:
    """The file with a black square appended to its first page."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(StreamObject(stream_data=b"0 0 300 300 re f"))
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_packet_stands_in_the_signed_file_byte_for_byte(paper: bytes) -> None:
    assert paper.startswith(a_packet())
    verdict = verify_packet(paper)
    assert verdict.sealed_sha256 == hashlib.sha256(a_packet()).hexdigest()
    assert verdict.signature == Signature(COMPANY, is_intact=True)
    assert (verdict.is_signed, verdict.whole) == (True, False)
    assert verdict.digest == a_content().digest


def test_two_readers_hold_it_for_valid(paper: bytes, tmp_path: Path) -> None:
    (found,) = PdfFileReader(io.BytesIO(paper)).embedded_signatures
    status = validate_pdf_signature(found, ValidationContext(trust_roots=[found.signer_cert]))
    assert status.bottom_line
    file = tmp_path / "signed.pdf"
    file.write_bytes(paper)
    told = subprocess.run(["pdfsig", file], capture_output=True, check=False, timeout=60).stdout
    assert b"Signature is Valid" in told
    assert b"Total document signed" in told


def test_any_later_change_is_seen(paper: bytes) -> None:
    (found,) = PdfFileReader(io.BytesIO(paper)).embedded_signatures
    _start, gap, behind, _length = found.byte_range  # what pads the signature is signed by nobody
    places = (*range(len(a_packet()) + 10, gap + 400, 150), *range(behind + 5, len(paper), 150))
    for place in (100, len(a_packet()) - SEAL_LENGTH, *places):
        changed = paper[:place] + bytes([paper[place] ^ 1]) + paper[place + 1 :]
        assert not verify_packet(changed).is_signed, place
    assert not verify_packet(paper + b"\n%\n").is_signed
    assert not verify_packet(painted_over(paper)).is_signed


def test_a_signature_over_more_than_the_packet_proves_nothing() -> None:
    for more in (painted_over(a_packet()), filled(a_packet(), ticks=("confirm",))):
        assert not verify_packet(signed(more, a_certificate(), PASSWORD)).is_signed


def test_what_is_not_signed_has_no_signature() -> None:
    grown = painted_over(a_packet())
    for pdf in (a_packet(), grown, a_packet() + b"/ByteRange", b"x"):
        assert signature_of(pdf) is None
        assert not verify_packet(pdf).is_signed


@pytest.mark.parametrize(("change", "password"), [(b"", "wrong"), (b"no certificate", PASSWORD)])
def test_a_certificate_that_does_not_open_is_told(change: bytes, password: str) -> None:
    with pytest.raises(DocumentFailed, match="证书打不开：密码不对"):
        signed(a_packet(), change or a_certificate(), password)


def test_without_the_extra_it_is_told_how_to_get_it(
    paper: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("pyhanko")]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(DocumentFailed) as caught:
        signed(a_packet(), a_certificate(), PASSWORD)
    assert "butler-desktop[sign]" in caught.value.cure.zh
    verdict = verify_packet(paper)
    assert verdict.signature == Signature("", is_intact=False)
    assert verdict.sealed_sha256


def test_a_void_copy_is_signed_by_nobody() -> None:
    void = render_packet(a_content(), {}, "已由第 2 版替代").pdf
    assert not verify_packet(void).is_signed
