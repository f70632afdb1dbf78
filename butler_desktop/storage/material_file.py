"""Reading the rulebook's papers: ``materials.toml``; its head says what the columns mean."""

from collections.abc import Mapping
from typing import Any

from butler_desktop.domain.material_conditions import CONDITIONS
from butler_desktop.domain.material_kind import (
    MISSING,
    NOBODY,
    UNASKED,
    Level,
    MaterialGroup,
    MaterialKind,
    MaterialKinds,
    Need,
    NeededBy,
)
from butler_desktop.domain.scan import JPEG, PNG
from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.words import Words

PROVINCE = "province"
"""The level of a paper that is as needed as the province's rule is sure."""

PICTURE_FORMATS = {"jpg": JPEG, "png": PNG}
"""What pictures are called in the rulebook; nothing else can be made of a file."""


def material_kinds(data: Mapping[str, Any]) -> MaterialKinds:
    """The kinds of papers. Raises ValueError, KeyError or TypeError where the file is wrong."""
    usual = data["picture"]
    rows = (_material(row, usual) for row in data["material"])
    return MaterialKinds(_limits(usual), tuple(rows))


def _limits(row: Mapping[str, Any]) -> ScanLimits:
    """What the filing systems want of a file; sizes that nothing meets are a mistake."""
    sizes = [row[name] for name in ("least_bytes", "most_bytes", "least_side", "least_sharpness")]
    sizes.append(row.get("cut_strokes", 0))  # rulebooks before 2026-11-24 have none
    if (
        not all(type(size) is int and size >= 0 for size in sizes)
        or sizes[0] >= sizes[1]
        or not row["formats"]
    ):
        raise ValueError(sizes)
    return ScanLimits(tuple(PICTURE_FORMATS[it] for it in row["formats"]), *sizes)


def _material(row: Mapping[str, Any], usual: Mapping[str, Any]) -> MaterialKind:
    return MaterialKind(
        id=row["id"],
        words=_words(row),
        group=MaterialGroup(row["group"]),
        needs=tuple(_need(need) for need in row.get("needs", ())),
        part_of=row.get("part_of", ""),
        by=NeededBy(row.get("by", NeededBy.CONTENT)),
        signs=_words(row["signs"]) if "signs" in row else NOBODY,
        sealed=bool(row.get("sealed", False)),
        slot=row.get("slot"),
        limits=_limits({**usual, **row["picture"]}) if "picture" in row else None,
        when_attached=_words(row["when_attached"]) if "when_attached" in row else UNASKED,
        source=row["source"],
    )


def _need(row: Mapping[str, Any]) -> Need:
    row = {"when": "always", **row}
    if row["when"] not in CONDITIONS:
        raise KeyError(row["when"])
    if row["level"] == PROVINCE and "ruled" not in row:
        raise ValueError(row["level"])
    level = None if row["level"] == PROVINCE else Level(row["level"])
    return Need(
        when=row["when"],
        level=level,
        reason=_words(row),
        ruled=row.get("ruled", ""),
        wants=row.get("wants", ""),
        rule=row.get("rule", MISSING),
    )


def _words(row: Mapping[str, Any]) -> Words:
    return Words(row["zh"], row["en"])
