"""The templates of letters: every shipped one is sound, a broken one is found when it is read."""

import tomllib
from typing import Any

import pytest

from butler_desktop import resources
from butler_desktop.domain.letter import BlockSort
from butler_desktop.domain.letter_slots import slots_in
from butler_desktop.storage.letter_templates import letter_template
from butler_desktop.storage.rulebook import load_rulebook

pytestmark = pytest.mark.sqlite

FILES = sorted(resources.folder("letters").glob("*.toml"))


def shipped(name: str = "21-filing-commitment-guangdong") -> dict[str, Any]:
    return tomllib.loads((resources.folder("letters") / f"{name}.toml").read_text("utf-8"))


def read(data: dict[str, Any], name: str = "21-filing-commitment-guangdong"):
    book = load_rulebook()
    return letter_template(name, book.provinces, book.materials, book.word_lists, data)


def test_the_rulebook_carries_each_letter_in_the_order_of_the_files() -> None:
    letters = list(load_rulebook().letters)
    assert [letter.id for letter in letters] == [it.stem.partition("-")[2] for it in FILES]
    assert len({letter.id for letter in letters}) == len(letters)
    assert load_rulebook().letters.get("auth-both") in letters


def test_each_letter_has_a_source_that_is_listed() -> None:
    text = (resources.folder("rulebook") / "sources.toml").read_text("utf-8")
    keys = set(tomllib.loads(text)["sources"])
    for letter in load_rulebook().letters:
        assert {it.strip() for it in letter.source.split(",")} <= keys, letter.id


def test_a_template_says_what_its_file_says() -> None:
    template = read(shipped())
    assert template.id == "filing-commitment-guangdong"
    assert template.kind == "filing_commitment"
    assert template.scope.provinces == {"440000"}
    assert template.blocks[-1].block.sort is BlockSort.COPY
    assert template.blocks[-1].block.lines == 2
    assert "authority" in slots_in(template.addressee)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "no_such_paper"),
        ("confidence", "sure"),
        ("as_of", "2026-11-22"),
        ("provinces", ["广东省份"]),
        ("when", ["no_such_condition"]),
        ("unless", ["no_such_condition"]),
        ("topics", ["no_such_topic"]),
        ("blocks", []),
        ("signers", []),
        ("refused", {"zh": "不接受", "en": "Not taken"}),
        ("addressee", "{no_such_slot}："),
        ("addressee", "{subject.no_such_field}："),
        ("addressee", "{Authority}："),
        ("blocks", [{"facts": [["a", "b"], ["c"]]}]),
        ("blocks", [{"facts": [["a", 1]]}]),
        ("blocks", [{"grid": [["a", "b"]], "widths": [1]}]),
        ("blocks", [{"strange": "a"}]),
        ("blocks", [{"text": "a", "copy": "b"}]),
    ],
)
def test_a_broken_template_is_found(key: str, value: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        read({**shipped(), key: value})


def test_a_template_without_a_name_is_found() -> None:
    data = shipped()
    del data["en"]
    with pytest.raises(KeyError):
        read(data)
