"""Reading the templates of letters: one file each, named by its place in the list and its id."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from butler_desktop.domain.letter import (
    NOTHING,
    Block,
    BlockSort,
    LetterTemplate,
    Scope,
    Signer,
    TemplateBlock,
)
from butler_desktop.domain.letter_slots import is_known, slots_in
from butler_desktop.domain.material_conditions import CONDITIONS
from butler_desktop.domain.material_kind import MaterialKinds
from butler_desktop.domain.province import Provinces
from butler_desktop.domain.province_rules import SEVERITIES
from butler_desktop.domain.word_lists import WordLists
from butler_desktop.words import Words

TABLES = (BlockSort.FACTS, BlockSort.GRID)


def letter_template(
    name: str,
    provinces: Provinces,
    kinds: MaterialKinds,
    lists: WordLists,
    data: Mapping[str, Any],
) -> LetterTemplate:
    """The file called ``name`` (``15-auth-service-shanghai``).

    Raises KeyError, TypeError or ValueError where it is broken: an unknown
    slot, condition, province, topic or paper is.
    """
    if data["kind"] not in kinds:
        raise ValueError(data["kind"])
    if data["confidence"] not in SEVERITIES:
        raise ValueError(data["confidence"])
    if type(data["as_of"]) is not date:
        raise TypeError("as_of")
    refused = _words(data, "refused") if "refused" in data else None
    template = LetterTemplate(
        id=name.partition("-")[2],
        kind=data["kind"],
        words=Words(data["zh"], data["en"]),
        scope=_scope(data, provinces, lists),
        title=data.get("title", data["zh"]),
        addressee=data.get("addressee", ""),
        blocks=tuple(_block(row, provinces) for row in data.get("blocks", ())),
        signers=tuple(Signer(row["text"], _when(row)) for row in data.get("signers", ())),
        sealed=bool(data.get("sealed", True)),
        hint=_words(data, "hint") if "hint" in data else NOTHING,
        refused=refused,
        source=data["source"],
        confidence=data["confidence"],
        as_of=data["as_of"],
    )
    if (refused is None) != bool(template.blocks and template.signers):
        raise ValueError("blocks")
    for text in template.texts():
        for slot in slots_in(text):
            if not is_known(slot):
                raise ValueError(slot)
        if "{" in text and not slots_in(text):
            raise ValueError(text)
    return template


def _scope(data: Mapping[str, Any], provinces: Provinces, lists: WordLists) -> Scope:
    topics = frozenset(data.get("topics", ()))
    but_topics = frozenset(data.get("but_topics", ()))
    if strange := (topics | but_topics) - {topic.id for topic in lists.topics}:
        raise ValueError(", ".join(sorted(strange)))
    return Scope(
        provinces=_codes(data.get("provinces", ()), provinces),
        when=_when(data),
        unless=_conditions(data.get("unless", ())),
        about_topics=bool(data.get("about_topics", False)),
        topics=topics,
        but_topics=but_topics,
        refuses_others=bool(data.get("refuses_others", False)),
        words=tuple(data.get("words", ())),
    )


def _block(row: Mapping[str, Any], provinces: Provinces) -> TemplateBlock:
    (sort,) = (it for it in BlockSort if it in row)
    held = row[sort]
    if sort in TABLES:
        rows = tuple(tuple(cells) for cells in held)
        if len({len(cells) for cells in rows}) != 1 or not all(
            isinstance(cell, str) for cells in rows for cell in cells
        ):
            raise ValueError(str(sort))
        block = Block(sort, rows=rows, widths=_widths(row, len(rows[0])))
    else:
        block = Block(sort, text=str(held), lines=int(row.get("lines", 0)))
    return TemplateBlock(block, _when(row), _codes(row.get("provinces", ()), provinces))


def _widths(row: Mapping[str, Any], columns: int) -> tuple[float, ...]:
    widths = tuple(float(it) for it in row.get("widths", (1,) * columns))
    if len(widths) != columns:
        raise ValueError("widths")
    return widths


def _when(row: Mapping[str, Any]) -> tuple[str, ...]:
    return _conditions(row.get("when", ()))


def _conditions(names: Iterable[str]) -> tuple[str, ...]:
    found = tuple(names)
    if strange := set(found) - set(CONDITIONS):
        raise KeyError(*sorted(strange))
    return found


def _codes(names: Iterable[str], provinces: Provinces) -> frozenset[str]:
    codes = set()
    for name in names:
        province = provinces.named(name)
        if province is None:
            raise ValueError(name)
        codes.add(province.code)
    return frozenset(codes)


def _words(data: Mapping[str, Any], name: str) -> Words:
    return Words(data[name]["zh"], data[name]["en"])
