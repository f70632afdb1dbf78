"""Reading the shipped rulebook.

The files lie in ``resources/rulebook``; each says in its head what its columns
mean. They are read once per process.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from butler_desktop import resources
from butler_desktop.domain.code_tables import CodeRow, CodeTable, CodeTables
from butler_desktop.domain.form_layout import FIELDS
from butler_desktop.domain.letter import LetterTemplate, LetterTemplates
from butler_desktop.domain.material_kind import (
    MaterialKinds,
)
from butler_desktop.domain.price_table import Price, PriceTable
from butler_desktop.domain.province import Provinces
from butler_desktop.domain.province_rules import NATIONAL, ProvinceRules
from butler_desktop.domain.reading import Reading, Readings
from butler_desktop.domain.refund_policy import RefundPolicy, RefundRule, Situation
from butler_desktop.domain.rulebook import CheckRule, Rulebook
from butler_desktop.domain.validators.ip_range import Span
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS, FilingKind
from butler_desktop.domain.word_lists import RestrictedSuffix, Topic, WordLists
from butler_desktop.domain.workdays import WorkingCalendar, YearFile
from butler_desktop.errors import RulebookWrong
from butler_desktop.storage.fact_files import fact_questions
from butler_desktop.storage.letter_templates import letter_template
from butler_desktop.storage.material_file import material_kinds
from butler_desktop.storage.province_files import ProvinceFile, province_file
from butler_desktop.storage.rule_file_fault import fault_words
from butler_desktop.storage.rule_files import HOLIDAYS, LETTERS, FolderFiles, RuleFiles
from butler_desktop.storage.rule_words_file import rule_words
from butler_desktop.words import Words

T = TypeVar("T")

ELSEWHERE = ("province", "filing_kind")
"""Choices that have their own home: provinces, and the kinds that the service sells."""

ROW_FIELDS = ("id", "zh", "en", "code", "also")


@lru_cache(maxsize=1)
def load_rulebook() -> Rulebook:
    """The shipped rulebook. Raises RulebookWrong when a file of it is broken."""
    return read_rulebook(resources.folder("rulebook"))


def read_rulebook(folder: Path) -> Rulebook:
    """The rulebook in ``folder``. Raises RulebookWrong when a file of it is broken."""
    return read_rules(FolderFiles(folder))


def read_rules(files: RuleFiles) -> Rulebook:
    """The rulebook of these files. Raises RulebookWrong when one of them is broken."""
    head = _read(files, "rulebook.toml", _head)
    tables = _read(files, "code-tables.toml", _tables)
    sponsor_kinds = frozenset(row.id for row in tables["sponsor_kind"])
    provincial = _province_files(files, head.pop("provinces"), sponsor_kinds)
    checks = _read(files, "checks.toml", _checks)
    provinces = Provinces(tuple(it.province for it in provincial if it.province))
    word_lists = _read(files, "words.toml", _word_lists)
    materials = _read(files, "materials.toml", material_kinds)
    return Rulebook(
        tables=CodeTables(tables | _tables_from_elsewhere(provinces)),
        provinces=provinces,
        province_rules=_province_rules(provincial),
        word_lists=word_lists,
        materials=materials,
        checks=checks,
        questions=_read(files, "facts.toml", partial(fact_questions, checks)),
        rule_words=_read(files, "key-words.toml", rule_words),
        prices=_read(files, "prices.toml", _prices),
        refunds=_read(files, "refunds.toml", _refunds),
        readings=_read(files, "readings.toml", _readings),
        letters=LetterTemplates(partial(_letters, files, provinces, materials, word_lists)),
        sources=_read(files, "sources.toml", lambda data: dict(data["sources"])),
        calendar=WorkingCalendar(years=_years(files)),
        **head,
    )


def _read(files: RuleFiles, name: str, interpret: Callable[[Mapping[str, Any]], T]) -> T:
    text = b""
    try:
        text = files.read(name)
        return interpret(tomllib.loads(text.decode("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        wrong = Words(
            "规则文件 {name} 不完整或有误：", "The rule file {name} is incomplete or wrong: "
        )
        told = wrong.filled(name=name) + fault_words(error, text, interpret)
        raise RulebookWrong(told, files.cure) from error


def _words(row: Mapping[str, Any]) -> Words:
    return Words(row["zh"], row["en"])


def _head(data: Mapping[str, Any]) -> dict[str, Any]:
    effective_from = data["effective_from"]
    if not isinstance(effective_from, date):
        raise TypeError("effective_from")
    return {
        "version": str(data["version"]),
        "effective_from": effective_from,
        "provinces": tuple(data["provinces"]),
        "mobile_ranges": frozenset(data["mobile_ranges"]["prefixes"]),
        "provider_ranges": tuple(map(Span.of, data.get("provider_ranges", ()))),
        "face_verification_hours": int(data["face_verification_hours"]),
    }


def _province_files(
    files: RuleFiles, named: Iterable[str], sponsor_kinds: frozenset[str]
) -> list[ProvinceFile]:
    """The national file, then those of the provinces in the order in which they are named."""
    return [
        _read(files, f"provinces/{name}.toml", partial(province_file, name, sponsor_kinds))
        for name in (NATIONAL, *named)
    ]


def _province_rules(files: Iterable[ProvinceFile]) -> ProvinceRules:
    by_code = {it.province.code if it.province else NATIONAL: it.rules for it in files}
    return ProvinceRules(by_code.pop(NATIONAL), by_code)


def _letters(
    files: RuleFiles, provinces: Provinces, kinds: MaterialKinds, lists: WordLists
) -> tuple[LetterTemplate, ...]:
    """The letters have a folder of their own; the file names give their order."""
    return tuple(
        _read(
            files,
            f"{LETTERS}/{name}",
            partial(letter_template, Path(name).stem, provinces, kinds, lists),
        )
        for name in files.names(LETTERS)
    )


def _tables(data: Mapping[str, Any]) -> dict[str, CodeTable]:
    asked = {name for field in FIELDS for name in (field.table, field.key_table)}
    missing = asked - set(data) - {"", *ELSEWHERE}
    if missing:
        raise KeyError(*sorted(missing))
    return {
        name: CodeTable(name, tuple(_code_row(row) for row in table["rows"]))
        for name, table in data.items()
    }


def _code_row(row: Mapping[str, Any]) -> CodeRow:
    attributes = {name: value for name, value in row.items() if name not in ROW_FIELDS}
    aliases = tuple(row.get("also", ()))
    return CodeRow(row["id"], _words(row), row.get("code", ""), aliases, attributes)


def _tables_from_elsewhere(provinces: Provinces) -> dict[str, CodeTable]:
    return {
        "province": CodeTable(
            "province", tuple(CodeRow(p.code, p.words, "", (p.short, p.abbr)) for p in provinces)
        ),
        "filing_kind": CodeTable(
            "filing_kind",
            tuple(CodeRow(str(kind), words) for kind, words in FILING_KIND_WORDS.items()),
        ),
    }


def _checks(data: Mapping[str, Any]) -> dict[str, CheckRule]:
    return {
        row["id"]: CheckRule(
            id=row["id"],
            severity=row["severity"],
            words=_words(row),
            source=row["source"],
            confidence=row["confidence"],
            as_of=data["as_of"],
            is_firm=bool(row.get("firm", False)),
            needs_second=bool(row.get("second", False)),
        )
        for row in data["rules"]
    }


def _word_lists(data: Mapping[str, Any]) -> WordLists:
    return WordLists(
        sets={name: tuple(it["words"]) for name, it in data["sets"].items()},
        topics=tuple(
            Topic(it["id"], _words(it), tuple(it["hints"]), it["source"], it["confidence"])
            for it in data["topics"]
        ),
        suffixes={name: frozenset(it["suffixes"]) for name, it in data["suffixes"].items()},
        restricted=tuple(
            RestrictedSuffix(it["suffix"], _words(it), frozenset(it["kinds"]), it["confidence"])
            for it in data["restricted"]
        ),
        statements={name: it["zh"] for name, it in data["statements"].items()},
    )


def _refunds(data: Mapping[str, Any]) -> RefundPolicy:
    rules = {
        Situation(row["situation"]): RefundRule(bool(row["refundable"]), _words(row), row["basis"])
        for row in data["rules"]
    }
    if missing := set(Situation) - set(rules):
        raise KeyError(*sorted(missing))
    return RefundPolicy(str(data["version"]), rules)


def _readings(data: Mapping[str, Any]) -> Readings:
    rows = {row["id"]: Reading(row["id"], row["of"], _words(row)) for row in data["readings"]}
    if list(rows) != [f"A{number}" for number in range(1, len(data["readings"]) + 1)]:
        raise ValueError("readings")
    return Readings(str(data["version"]), rows)


def _prices(data: Mapping[str, Any]) -> PriceTable:
    rows = tuple(_price(row) for row in data["prices"])
    days = [(row.tier.zh, row.effective_from) for row in rows]
    if not rows or len(set(days)) != len(days):
        raise ValueError("prices")
    return PriceTable(rows)


def _price(row: Mapping[str, Any]) -> Price:
    fen = {kind: row[kind] for kind in FilingKind}
    if not all(type(price) is int and price > 0 for price in fen.values()):
        raise TypeError("fen")
    if type(row["effective_from"]) is not date:
        raise TypeError("effective_from")
    return Price(Words(row["tier"], row["en"]), row["effective_from"], fen)


def _years(files: RuleFiles) -> dict[int, YearFile]:
    return dict(
        _read(files, f"{HOLIDAYS}/{name}", partial(_year, Path(name).stem))
        for name in files.names(HOLIDAYS)
    )


def _year(name: str, data: Mapping[str, Any]) -> tuple[int, YearFile]:
    return int(name), YearFile(
        off=frozenset(data.get("off", ())),
        on=frozenset(data.get("on", ())),
        is_complete=bool(data.get("complete", False)),
    )
