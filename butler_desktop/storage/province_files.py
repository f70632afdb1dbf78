"""Reading the provinces: one file each with its names and rules, and the national one."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from butler_desktop.domain.province import Province
from butler_desktop.domain.province_rules import (
    GROUPS,
    NATIONAL,
    NO_NOTE,
    SEVERITIES,
    ProvinceRule,
)
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.words import Words


class ProvinceFile(NamedTuple):
    """What one file holds; the national one has no province."""

    province: Province | None
    rules: tuple[ProvinceRule, ...]


def province_file(
    name: str, sponsor_kinds: frozenset[str], data: Mapping[str, Any]
) -> ProvinceFile:
    """The file called ``name``. Raises KeyError, TypeError or ValueError where it is broken."""
    province = None if name == NATIONAL else _province(data)
    as_of = data["as_of"]
    if type(as_of) is not date:
        raise TypeError("as_of")
    code = province.code if province else NATIONAL
    seen: Counter[str] = Counter()
    return ProvinceFile(
        province,
        tuple(_rule(name, code, as_of, sponsor_kinds, seen, row) for row in data["rules"]),
    )


def _province(data: Mapping[str, Any]) -> Province:
    words = Words(data["zh"], data["en"])
    return Province(data["code"], words, data["short"], data["abbr"], data["icp_abbr"])


def _rule(
    name: str,
    code: str,
    as_of: date,
    sponsor_kinds: frozenset[str],
    seen: Counter[str],
    row: Mapping[str, Any],
) -> ProvinceRule:
    of, kinds = row.get("of", ()), row.get("kinds", ())
    if strange := set(of) - sponsor_kinds - set(GROUPS):
        raise ValueError(", ".join(sorted(strange)))
    if row["confidence"] not in SEVERITIES:
        raise ValueError(row["confidence"])
    rule_id = ".".join((name, row["key"], *of))
    seen[rule_id] += 1
    note = row.get("note")
    return ProvinceRule(
        id=rule_id if seen[rule_id] == 1 else f"{rule_id}.{seen[rule_id]}",
        province=code,
        key=row["key"],
        value=_frozen(row["value"]),
        of=frozenset(of),
        kinds=frozenset(FilingKind(kind) for kind in kinds),
        source=row["source"],
        confidence=row["confidence"],
        as_of=as_of,
        note=Words(note["zh"], note["en"]) if note else NO_NOTE,
    )


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
