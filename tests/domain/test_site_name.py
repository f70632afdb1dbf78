"""The rules of names on invented names; tests/data/site-names.toml says what each expects."""

import tomllib
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain import hanzi
from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.site_name import SiteName

TODAY = date(2026, 11, 22)
DATA = Path(__file__).resolve().parents[1] / "data"
NAMES: list[dict[str, Any]] = tomllib.loads((DATA / "site-names.toml").read_text(encoding="utf-8"))[
    "names"
]
PATH = "service.service_name"


def named(form: Particulars, row: dict[str, Any], rulebook: Rulebook) -> Particulars:
    kind = row.get("kind", "enterprise")
    province = rulebook.provinces.named(row.get("province", "四川"))
    sponsor = "马一诺" if kind == "individual" else "北京白露松间网络有限公司"
    assert province is not None
    values = {
        "province": province.code,
        "subject.sponsor_kind": kind,
        "subject.sponsor_name": row.get("sponsor", sponsor),
        "service.domain": row.get("domain", "sample-demmmv.cn"),
        PATH: row["name"],
    }
    for path, value in values.items():
        form = form.with_value(path, value)
    return form


def of_names(found: tuple[Finding, ...]) -> dict[str, Finding]:
    return {it.rule: it for it in found if it.path == PATH and it.rule != "W23"}


@pytest.mark.parametrize("row", NAMES, ids=[row["name"] for row in NAMES])
def test_each_name_is_judged_as_expected(
    row: dict[str, Any], forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = of_names(findings(named(forms["F00"], row, rulebook), rulebook, TODAY))
    assert {rule: it.severity for rule, it in found.items()} == row["finds"], row["because"]


def test_the_names_are_many_and_meet_every_rule_of_names() -> None:
    assert len(NAMES) >= 40
    met = {rule for row in NAMES for rule in row["finds"]}
    assert met == {f"W{number:02d}" for number in range(1, 17)} - {"W15"} | {"W36"}


def test_the_providers_own_list_warns(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    lists = replace(rulebook.word_lists, sets={**rulebook.word_lists.sets, "blocked": ("竞品云",)})
    book = replace(rulebook, word_lists=lists)
    form = named(forms["F00"], {"name": "白露松间竞品云"}, rulebook)
    assert of_names(findings(form, book, TODAY))["W15"].severity == "warning"
    assert "W15" not in of_names(findings(form, rulebook, TODAY))


def test_symbols_are_taken_out_with_one_click(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = named(forms["F00"], {"name": "白露松间☕️ 门户★"}, rulebook)
    found = of_names(findings(form, rulebook, TODAY))["W05"]
    assert found.fix is not None
    assert found.fix.words.zh == "改为“白露松间门户”"
    mended = form.with_value(found.fix.path, found.fix.value)
    assert "W05" not in of_names(findings(mended, rulebook, TODAY))
    only = named(forms["F00"], {"name": "★★★"}, rulebook)
    assert of_names(findings(only, rulebook, TODAY))["W05"].fix is None


def test_every_rare_hanzi_counts(forms: dict[str, Particulars]) -> None:
    text = (DATA / "rare-characters.txt").read_text(encoding="utf-8")
    rare = "".join(text.split())
    name = SiteName(rare)
    assert name.hanzi_count == len(rare)
    assert name.symbols() == ()
    assert SiteName.of(Particulars()).text == ""


@given(character=st.characters())
def test_hanzi_are_told_as_unicode_names_them(character: str) -> None:
    known = unicodedata.name(character, "")
    if known:
        is_named = known.startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH"))
        assert hanzi.is_hanzi(character) == (is_named or character in "々〇")
