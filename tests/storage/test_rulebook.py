import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from butler_desktop import resources
from butler_desktop.domain.material_conditions import CONDITIONS
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.errors import RulebookWrong
from butler_desktop.storage.rulebook import load_rulebook, read_rulebook

pytestmark = pytest.mark.sqlite

SHIPPED = resources.folder("rulebook")
FILES = [
    "rulebook.toml",
    "provinces/national.toml",
    "provinces/beijing.toml",
    "words.toml",
    "code-tables.toml",
    "materials.toml",
    "checks.toml",
    "facts.toml",
    "refunds.toml",
    "prices.toml",
    "readings.toml",
    "key-words.toml",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped rulebook, to be broken."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "rulebook"))


def test_it_is_read_once() -> None:
    assert load_rulebook() is load_rulebook()


def test_provinces() -> None:
    provinces = load_rulebook().provinces
    assert len(list(provinces)) == 31
    assert len({province.code for province in provinces}) == 31
    sichuan = provinces.named("四川")
    assert sichuan is not None
    assert (sichuan.code, sichuan.abbr, sichuan.icp_abbr) == ("510000", "川", "蜀")
    assert provinces.of_number("蜀") is sichuan
    inner_mongolia = provinces.named("内蒙古自治区")
    assert inner_mongolia is not None
    assert inner_mongolia.short == "内蒙古"


def test_choices_are_named_in_both_languages_and_told_apart() -> None:
    for name, table in load_rulebook().tables.tables.items():
        ids = [row.id for row in table]
        assert len(ids) == len(set(ids)), name
        for row in table:
            assert row.words.zh, (name, row.id)
            assert row.words.en, (name, row.id)
            assert table.find(row.id) is row


def test_certificates_are_of_known_sponsors() -> None:
    tables = load_rulebook().tables
    for row in tables["certificate_type"]:
        assert all(kind in tables["sponsor_kind"] for kind in row.attributes["sponsor_kinds"])


def test_the_kinds_that_are_sold_are_offered() -> None:
    assert {row.id for row in load_rulebook().tables["filing_kind"]} == set(FilingKind)


def test_papers_name_known_conditions_and_papers() -> None:
    materials = load_rulebook().materials
    ids = [kind.id for kind in materials]
    assert len(ids) == len(set(ids))
    used = {need.when for kind in materials for need in kind.needs}
    for letter in load_rulebook().letters:
        parts = (letter.scope, *letter.blocks, *letter.signers)
        used |= {name for part in parts for name in part.when} | set(letter.scope.unless)
    used |= {question.when for question in load_rulebook().questions}
    assert used == set(CONDITIONS)
    assert all(not kind.part_of or kind.part_of in materials for kind in materials)


def test_checks_have_a_severity() -> None:
    for rule in load_rulebook().checks.values():
        assert rule.severity in ("error", "warning", "info", "province")
        assert rule.words.zh
        assert rule.words.en
        assert rule.confidence in ("high", "medium", "low")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(name: str, folder: Path) -> None:
    (folder / name).unlink()
    with pytest.raises(RulebookWrong, match=name):
        read_rulebook(folder)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", ["", "[[", "x = 1\n", "material = 3\nrules = 3\n[a]\nb = 1\n"])
def test_a_broken_file_is_named(name: str, content: str, folder: Path) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(RulebookWrong, match=name):
        read_rulebook(folder)


def test_an_unknown_condition_is_named(folder: Path) -> None:
    file = folder / "materials.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('when = "many_domains"', 'when = "on_sundays"'), encoding="utf-8")
    with pytest.raises(RulebookWrong, match="on_sundays"):
        read_rulebook(folder)


def test_a_note_without_its_chinese_is_named(folder: Path) -> None:
    file = folder / "provinces" / "beijing.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"zh = \"[^\"]*\", en", "en", text), encoding="utf-8")
    with pytest.raises(RulebookWrong, match="beijing"):
        read_rulebook(folder)


def test_limits_of_files_come_from_the_papers(folder: Path) -> None:
    kinds = read_rulebook(folder).materials
    usual, icon = kinds.limits(), kinds.limits("app_icon")
    assert usual == kinds.limits("sponsor_cert") == kinds.limits("unknown")
    assert (usual.least_bytes, usual.most_bytes, usual.least_side) == (51_200, 4_194_304, 1000)
    assert (icon.formats, icon.most_bytes, icon.least_side) == (usual.formats, 102_400, 0)
    assert kinds.limits("domain_cert").least_bytes == 204_800


@pytest.mark.parametrize(
    "wrong", ['formats = ["gif"]', "formats = []", "most_bytes = 51_200", "most_bytes = -1"]
)
def test_limits_that_nothing_meets_are_a_mistake(wrong: str, folder: Path) -> None:
    file = folder / "materials.toml"
    name = wrong.split(" ", maxsplit=1)[0]
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(f"{name} ="))
    file.write_text("\n".join([*lines[:at], wrong, *lines[at + 1 :]]), encoding="utf-8")
    with pytest.raises(RulebookWrong, match="materials"):
        read_rulebook(folder)


def test_yearly_files_reach_the_calendar(folder: Path) -> None:
    year = 'source = "notice"\ncomplete = true\noff = [2027-01-01]\non = [2027-01-02]\n'
    (folder / "holidays" / "2027.toml").write_text(year, encoding="utf-8")
    calendar = read_rulebook(folder).calendar
    (first, *_) = sorted(calendar.years[2027].off)
    assert calendar.is_working_day(first) == (False, False)
    (folder / "holidays" / "2027.toml").write_text("off = 5\n", encoding="utf-8")
    with pytest.raises(RulebookWrong, match=r"2027\.toml"):
        read_rulebook(folder)


def test_a_yearly_file_with_another_name_is_refused(folder: Path) -> None:
    (folder / "holidays" / "next.toml").write_text("", encoding="utf-8")
    with pytest.raises(RulebookWrong, match=r"next\.toml"):
        read_rulebook(folder)


def named_sources(value: Any) -> Iterator[str]:
    """The source keys that the rows of a file name."""
    if isinstance(value, dict):
        if isinstance(value.get("source"), str):
            yield from re.split(r"[,+;]\s*", value["source"])
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from named_sources(inner)


def test_every_source_that_is_named_is_explained_and_the_other_way_round() -> None:
    contents = {
        file.name: tomllib.loads(file.read_text("utf-8")) for file in SHIPPED.rglob("*.toml")
    }
    explained = set(contents.pop("sources.toml")["sources"])
    assert {key for content in contents.values() for key in named_sources(content)} == explained


def test_every_reading_is_there_and_every_one_that_a_rule_names() -> None:
    rulebook = load_rulebook()
    readings = rulebook.readings
    assert list(readings.rows) == [f"A{number}" for number in range(1, 23)]
    assert all(it.words.zh and it.words.en and it.of for it in readings.rows.values())
    bases = [rule.basis for rule in rulebook.refunds.rules.values()]
    named = {it.id for it in readings.named_in(bases)}
    assert named == {"A1", "A2", "A17", "A18"}
    assert not list(readings.named_in(["A100", "2.4"]))
