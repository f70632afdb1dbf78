"""Keys of publishers: made, taken in, and told apart from files that are none."""

import stat
from pathlib import Path

import platformdirs
import pytest

from butler_desktop import PROGRAM
from butler_desktop.errors import Refused, RulebookWrong, StoreUnavailable
from butler_desktop.storage.publisher_key import (
    make_key,
    private_key,
    public_file,
    public_key,
    trust,
    trusted_keys,
)

pytestmark = pytest.mark.sqlite


def test_a_key_is_made_in_two_halves(tmp_path: Path) -> None:
    file = tmp_path / "key.pem"
    made = make_key(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert public_key(public_file(file)) == made
    assert made.has_signed(private_key(file).sign(b"rules"), b"rules")
    assert not made.has_signed(private_key(file).sign(b"rules"), b"other rules")


def test_no_key_is_overwritten(tmp_path: Path) -> None:
    make_key(tmp_path / "key.pem")
    before = (tmp_path / "key.pem").read_bytes()
    with pytest.raises(Refused):
        make_key(tmp_path / "key.pem")
    assert (tmp_path / "key.pem").read_bytes() == before


def test_where_one_half_is_there_neither_is_written(tmp_path: Path) -> None:
    public_file(tmp_path / "key.pem").write_text("another's", "utf-8")
    with pytest.raises(Refused):
        make_key(tmp_path / "key.pem")
    assert [it.name for it in tmp_path.iterdir()] == ["key.public.pem"]


def test_a_file_that_is_no_key_is_left_aside(tmp_path: Path) -> None:
    made = make_key(tmp_path / "key.pem")
    trust(public_file(tmp_path / "key.pem"))
    (own,) = platformdirs.user_config_path(PROGRAM, appauthor=False).rglob("*.pem")
    own.with_name("torn.pem").write_text("torn", "utf-8")
    assert trusted_keys() == {made.fingerprint: made}


def test_a_key_counts_once_it_was_taken_in(tmp_path: Path) -> None:
    made = make_key(tmp_path / "key.pem")
    assert trusted_keys() == {}
    assert trust(public_file(tmp_path / "key.pem")) == made
    assert trust(public_file(tmp_path / "key.pem")) == made
    assert trusted_keys() == {made.fingerprint: made}


def test_what_is_no_key_is_refused(tmp_path: Path) -> None:
    make_key(tmp_path / "key.pem")
    (tmp_path / "text.pem").write_text("nothing", "utf-8")
    for file in ("key.pem", "text.pem"):
        with pytest.raises(RulebookWrong):
            trust(tmp_path / file)
    with pytest.raises(RulebookWrong):
        private_key(public_file(tmp_path / "key.pem"))
    with pytest.raises(StoreUnavailable):
        trust(tmp_path / "missing.pem")
    assert trusted_keys() == {}
