"""Rulebooks of a machine: which one counts on which day, and what happens to a changed one."""

from datetime import date
from pathlib import Path

import pytest

from butler_desktop.errors import Refused, RulebookWrong
from butler_desktop.storage.publisher_key import private_key, trust, trusted_keys
from butler_desktop.storage.rule_files import taken_folder
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.storage.rulebook_package import pack_rulebook
from butler_desktop.storage.rulebooks import (
    keep_rulebook,
    opened_rulebook,
    rulebook_in_force,
    taken_rulebooks,
)
from tests.published import NEXT, Publisher

pytestmark = pytest.mark.sqlite

FROM = date(2027, 1, 1)
BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    made = Publisher(tmp_path)
    trust(made.public)
    return made


def kept(package: Path) -> Path:
    return keep_rulebook(package.read_bytes(), trusted_keys())


def test_the_shipped_one_counts_where_none_was_taken_in() -> None:
    assert rulebook_in_force(AFTER) is load_rulebook()


def test_a_newer_one_counts_from_its_day(publisher: Publisher) -> None:
    kept(publisher.publish(effective_from=FROM))
    assert rulebook_in_force(BEFORE) is load_rulebook()
    found = rulebook_in_force(AFTER)
    assert (found.version, found.signed_by) == (NEXT, publisher.key.fingerprint)
    assert found.prices == load_rulebook().prices
    assert len(tuple(found.letters)) == len(tuple(load_rulebook().letters))


def test_an_older_one_never_takes_the_place_of_the_shipped(publisher: Publisher) -> None:
    kept(publisher.publish(effective_from=date(2020, 1, 1)))
    assert rulebook_in_force(AFTER) is load_rulebook()


def test_one_that_was_changed_afterwards_counts_for_nothing(publisher: Publisher) -> None:
    file = kept(publisher.publish(effective_from=FROM))
    assert rulebook_in_force(AFTER).version == NEXT
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    assert rulebook_in_force(AFTER) is load_rulebook()
    (taken,) = taken_rulebooks()
    assert taken.package is None
    assert taken.error is not None


def test_another_one_of_the_same_version_is_refused(publisher: Publisher) -> None:
    kept(publisher.publish())
    other = publisher.publish({"rulebook.toml": ("_hours = 72", "_hours = 24")})
    with pytest.raises(Refused):
        kept(other)
    assert len(taken_rulebooks()) == 1
    assert [it.suffix for it in taken_folder().iterdir()] == [".rulebook"]


def test_one_with_rules_that_nothing_tells_is_refused(publisher: Publisher) -> None:
    package = publisher.publish()
    broken = publisher.folder / "rules" / "checks.toml"
    broken.write_text(broken.read_text("utf-8").replace('id = "S01"', 'id = "S99"'), "utf-8")
    source = publisher.folder / "rules"
    names = [*source.glob("*.toml"), *source.glob("provinces/*.toml")]
    files = {str(it.relative_to(source)): it.read_bytes() for it in names}
    data = pack_rulebook(files, NEXT, FROM, private_key(publisher.file))
    assert package.read_bytes() != data
    with pytest.raises(RulebookWrong):
        opened_rulebook(data, trusted_keys())
