"""A paper is told by what is left of it, and one changed byte is seen; never a traceback."""

import hashlib
import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from butler_desktop.documents.packet import render_packet
from butler_desktop.documents.seal import PACKET, SEAL_LENGTH, Claim, sealed
from butler_desktop.documents.verify import Verdict, verify_packet
from butler_desktop.errors import DocumentFailed
from tests.documents.papers import a_content, a_packet, opened

PLACES = 200


def resaved(pdf: bytes, **options: object) -> bytes:
    """The file as another program would save it."""
    out = io.BytesIO()
    with opened(pdf) as document:
        document.save(out, **options)
    return out.getvalue()


def forged(pdf: bytes, content: bytes, claim: Claim) -> bytes:
    """The file with another content, sealed again by somebody who read how that is done."""
    out = io.BytesIO()
    with opened(pdf) as document:
        del document.attachments[PACKET.attachment]
        document.attachments[PACKET.attachment] = content
        document.docinfo["/Keywords"] = claim.keywords()
        document.save(out, compress_streams=False)
    return sealed(out.getvalue())


def test_a_packet_tells_what_it_is(tmp_path: Path) -> None:
    content = a_content()
    made = render_packet(content, {})
    file = tmp_path / "确认书.pdf"
    file.write_bytes(made.pdf)
    expected = Verdict("BA-2603-0405", 1, content.digest, whole=True, sha256=made.sha256)
    assert verify_packet(file) == verify_packet(made.pdf) == expected


def test_a_void_copy_says_so() -> None:
    verdict = verify_packet(render_packet(a_content(), {}, "已由第 2 版替代").pdf)
    assert verdict.whole
    assert verdict.is_void
    assert verdict.digest == a_content().digest


def test_any_changed_byte_is_seen() -> None:
    whole = a_packet()
    places = {*range(0, len(whole), len(whole) // PLACES), len(whole) - SEAL_LENGTH, len(whole) - 1}
    assert len(places) >= PLACES
    for place in places:
        for bit in (0x01, 0x80):
            changed = whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :]
            assert not verify_packet(changed).whole, place


@given(st.data())
@settings(max_examples=60)
def test_no_damage_is_whole_or_a_traceback(data: st.DataObject) -> None:
    whole = a_packet()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 4000)))
    junk = data.draw(st.binary(max_size=200))
    damaged = whole[:start] + junk + whole[end:]
    if damaged == whole:
        return
    verdict = verify_packet(damaged)
    assert not verdict.whole
    assert verdict.digest in {"", a_content().digest}


@pytest.mark.parametrize("kept", [0.999, 0.9, 0.5, 0.1])
def test_a_file_that_was_cut_short_still_tells_which_it_was(kept: float) -> None:
    verdict = verify_packet(a_packet()[: int(len(a_packet()) * kept)])
    assert (verdict.filing, verdict.version, verdict.whole) == ("BA-2603-0405", 1, False)


@pytest.mark.parametrize("more", [b"\n", b" ", b"\x00" * 5000, b"%%EOF\n"])
def test_a_file_that_grew_is_not_whole(more: bytes) -> None:
    assert not verify_packet(a_packet() + more).whole
    assert not verify_packet(more + a_packet()).whole


def test_a_file_that_was_saved_anew_is_known_but_not_whole() -> None:
    for saved in (resaved(a_packet()), resaved(a_packet(), compress_streams=True)):
        verdict = verify_packet(saved)
        assert verdict.digest == a_content().digest
        assert not verdict.whole


def test_a_seal_over_a_content_that_the_claim_does_not_name_is_none() -> None:
    claim = Claim("BA-2603-0405", 1, a_content().digest)
    other = a_content("F08").canonical_bytes()
    assert not verify_packet(forged(a_packet(), other, claim)).whole
    named = Claim("BA-9999-0001", 1, a_content().digest)
    assert not verify_packet(forged(a_packet(), a_content().canonical_bytes(), named)).whole


def test_a_deep_content_is_no_trap() -> None:
    deep = b"[" * 100_000
    claim = Claim("BA-2603-0405", 1, hashlib.sha256(deep).hexdigest())
    assert not verify_packet(forged(a_packet(), deep, claim)).whole


@pytest.mark.parametrize("text", [b"x", b"%PDF-1.7\n", "主办者".encode(), b"\x00" * 10_000])
def test_what_is_no_pdf_is_no_packet(text: bytes) -> None:
    verdict = verify_packet(text)
    assert (verdict.digest, verdict.whole) == ("", False)


@pytest.mark.parametrize("name", ["two-pages.pdf", "damaged.pdf", "business-licence.jpg"])
def test_a_foreign_file_is_no_packet(scans: Path, name: str) -> None:
    verdict = verify_packet(scans / name)
    assert (verdict.digest, verdict.whole) == ("", False)


def test_a_locked_or_empty_or_missing_file_is_told_in_a_sentence(
    scans: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "空.pdf"
    empty.touch()
    locked = scans / "password-protected.pdf"
    for path, said in (
        (locked, "密码"),
        (empty, "空"),
        (tmp_path / "没有.pdf", "没有.pdf"),
        (tmp_path, ""),
    ):
        with pytest.raises(DocumentFailed) as caught:
            verify_packet(path)
        assert said in caught.value.sentence.zh
        assert caught.value.sentence.en


def test_a_packet_behind_a_password_is_told_in_a_sentence() -> None:
    locked = resaved(a_packet(), encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(DocumentFailed, match="密码"):
        verify_packet(locked)


def test_a_packet_that_only_its_owner_may_change_is_read_but_not_whole() -> None:
    verdict = verify_packet(resaved(a_packet(), encryption=pikepdf.Encryption(owner="a", user="")))
    assert verdict.digest == a_content().digest
    assert not verdict.whole
