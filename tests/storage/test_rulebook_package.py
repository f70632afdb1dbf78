"""Packages of rulebooks: what was signed comes out, and nothing else does."""

import io
import json
import zipfile
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.errors import RulebookWrong
from butler_desktop.storage.publisher_key import key_of
from butler_desktop.storage.rulebook_package import (
    MANIFEST,
    MOST_BYTES,
    SIGNATURE,
    pack_rulebook,
    unpack_rulebook,
)

pytestmark = pytest.mark.sqlite

OURS, THEIRS = (Ed25519PrivateKey.from_private_bytes(bytes([it]) * 32) for it in (1, 2))
KEY = key_of(OURS.public_key())
TRUSTED = {KEY.fingerprint: KEY}
FILES = {"checks.toml": b"a = 1\n" * 40, "provinces/hebei.toml": b"b = 2\n"}
DAY = date(2026, 12, 1)
PACKED = pack_rulebook(FILES, "2026-12", DAY, OURS)


def rezipped(**parts: bytes) -> bytes:
    """The package with parts put in place or added; names have ``__`` for a dot."""
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        whole = {it: archive.read(it) for it in archive.namelist()}
    whole |= {name.replace("__", "."): data for name, data in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in whole.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_what_was_signed_comes_out() -> None:
    found = unpack_rulebook(PACKED, TRUSTED)
    assert found.files == FILES
    assert (found.version, found.effective_from, found.key) == ("2026-12", DAY, KEY)
    assert pack_rulebook(FILES, "2026-12", DAY, OURS) == PACKED


def test_the_terms_of_the_service_are_left_out() -> None:
    packed = pack_rulebook({**FILES, "prices.toml": b"", "holidays/2026.toml": b""}, "1", DAY, OURS)
    assert unpack_rulebook(packed, TRUSTED).files == FILES


@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
def test_a_changed_byte_never_gives_other_rules(place: int, change: int) -> None:
    altered = bytearray(PACKED)
    altered[place] ^= change
    try:
        found = unpack_rulebook(bytes(altered), TRUSTED)
    except RulebookWrong:
        return
    assert found.files == FILES  # a byte of the zip that says nothing
    assert found.effective_from == DAY


@given(st.binary(max_size=400))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(RulebookWrong):
        unpack_rulebook(data, TRUSTED)


@pytest.mark.parametrize(
    "parts",
    [
        {"checks__toml": b"a = 2\n"},
        {"extra__toml": b""},
        {SIGNATURE.replace(".", "__"): bytes(64)},
        {SIGNATURE.replace(".", "__"): b""},
    ],
)
def test_an_altered_package_does_not_load(parts: dict[str, bytes]) -> None:
    with pytest.raises(RulebookWrong) as caught:
        unpack_rulebook(rezipped(**parts), TRUSTED)
    assert "改动" in caught.value.sentence.zh


@pytest.mark.parametrize(
    "parts",
    [
        {"../checks__toml": b""},
        {"prices__toml": b""},
        {"checks__py": b""},
        {"big__toml": bytes(MOST_BYTES)},
        {MANIFEST.replace(".", "__"): b"[]"},
        {MANIFEST.replace(".", "__"): b"{"},
    ],
)
def test_what_is_no_package_is_told_as_that(parts: dict[str, bytes]) -> None:
    with pytest.raises(RulebookWrong) as caught:
        unpack_rulebook(rezipped(**parts), TRUSTED)
    assert "不是规则库" in caught.value.sentence.zh


def test_a_key_that_is_not_trusted_is_named() -> None:
    packed = pack_rulebook(FILES, "2026-12", DAY, THEIRS)
    with pytest.raises(RulebookWrong) as caught:
        unpack_rulebook(packed, TRUSTED)
    assert key_of(THEIRS.public_key()).fingerprint in caught.value.sentence.zh


def test_somebody_elses_signature_under_our_name_does_not_hold() -> None:
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        head = json.loads(archive.read(MANIFEST))
    forged = json.dumps(head | {"version": "2027-01"}).encode()
    parts = {MANIFEST: forged, SIGNATURE: THEIRS.sign(forged)}
    with pytest.raises(RulebookWrong) as caught:
        unpack_rulebook(rezipped(**{k.replace(".", "__"): v for k, v in parts.items()}), TRUSTED)
    assert "改动" in caught.value.sentence.zh


def test_a_format_of_tomorrow_asks_for_a_newer_program() -> None:
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        head = json.loads(archive.read(MANIFEST))
    later = json.dumps(head | {"format": 2}).encode()
    signature = OURS.sign(b"butler_desktop rulebook\n" + later)
    parts = {MANIFEST: later, SIGNATURE: signature}
    with pytest.raises(RulebookWrong) as caught:
        unpack_rulebook(rezipped(**{k.replace(".", "__"): v for k, v in parts.items()}), TRUSTED)
    assert "更新" in caught.value.sentence.zh
