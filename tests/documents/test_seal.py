"""The seal covers every byte; the claim survives what becomes of a file."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.documents.seal import SEAL, SEAL_LENGTH, Claim, claim_in, is_whole, sealed

DIGEST = hashlib.sha256(b"content").hexdigest()


@given(st.binary(min_size=1, max_size=300), st.data())
def test_a_file_is_whole_until_a_bit_of_it_changes(body, data):
    file = sealed(body)
    assert is_whole(file)
    place = data.draw(st.integers(0, len(file) - 1))
    bit = data.draw(st.integers(0, 7))
    changed = file[:place] + bytes([file[place] ^ 1 << bit]) + file[place + 1 :]
    assert not is_whole(changed)


@given(st.binary(max_size=300), st.integers(1, 400))
def test_what_is_cut_or_grown_is_not_whole(body, length):
    file = sealed(body)
    assert not is_whole(file[:-length])
    assert not is_whole(file[length:])
    assert not is_whole(file + b"\n")
    assert not is_whole(b"\n" + file)


def test_the_seal_is_as_described() -> None:
    file = sealed(b"%PDF-1.7\n...%%EOF\n")
    body, last = file[:-SEAL_LENGTH], file[-SEAL_LENGTH:]
    assert last == SEAL + hashlib.sha256(body).hexdigest().encode() + b"\n"
    assert body.endswith(b"%%EOF\n")


@pytest.mark.parametrize("filing", ["BA-2603-0405", "备 案/1", "a b)(\\", "100%"])
@pytest.mark.parametrize("is_void", [False, True])
def test_a_claim_can_be_read_back(filing: str, is_void: bool) -> None:
    claim = Claim(filing, 12, DIGEST, is_void)
    assert claim.keywords().isascii()
    assert not set("()\\") & set(claim.keywords())
    assert claim_in(f"junk {claim.keywords()} junk") == claim


@pytest.mark.parametrize(
    "text", ["", "butler-packet/2", f"butler-packet/2 filing=X version=x digest={DIGEST}"]
)
def test_other_words_are_no_claim(text: str) -> None:
    assert claim_in(text) is None
