"""Shapes: what a field of the filing form holds, read from its annotation."""

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum, auto
from typing import Any, TypeAlias, get_args

from butler_desktop.errors import Refused
from butler_desktop.words import Words

Leaf: TypeAlias = str | bool | tuple[str, ...] | None
"""What one path of the form holds."""


class Shape(Enum):
    """What a field of a part holds."""

    TEXT = auto()
    TICK = auto()
    TEXTS = auto()
    PART = auto()
    RECORDS = auto()
    NUMBER = auto()
    """In documents only; no path leads to it (the schema version)."""


PLAIN_SHAPES: Mapping[object, Shape] = {
    str | None: Shape.TEXT,
    bool | None: Shape.TICK,
    tuple[str, ...]: Shape.TEXTS,
    int: Shape.NUMBER,
}

SORT_WORDS = {
    Shape.TEXT: Words("文字", "text"),
    Shape.TICK: Words("是或否", "yes or no"),
    Shape.TEXTS: Words("一组文字", "a list of texts"),
}

_shapes: dict[type[Any], dict[str, Shape]] = {}
_part_types: dict[type[Any], dict[str, Any]] = {}
"""Kept by class: every order that is loaded asks for each field of its forms."""


def shapes(part: type[Any]) -> Mapping[str, Shape]:
    """The fields of a part in their order, and what each holds."""
    if part not in _shapes:
        annotations = {each.name: each.type for each in fields(part) if each.name != "unknown"}
        _shapes[part] = {
            name: PLAIN_SHAPES.get(kind, Shape.RECORDS if get_args(kind) else Shape.PART)
            for name, kind in annotations.items()
        }
    return _shapes[part]


def part_type(part: type[Any], name: str) -> Any:
    """The class of the part or of the records that field ``name`` holds."""
    if part not in _part_types:
        _part_types[part] = {
            each.name: (get_args(each.type) or (each.type,))[0] for each in fields(part)
        }
    return _part_types[part][name]


def checked(path: str, shape: Shape, value: Leaf) -> Any:
    """``value`` as a field of this shape keeps it, blanks as nothing.

    Raises Refused when it is of another sort.
    """
    if shape is Shape.TEXTS and (value is None or isinstance(value, tuple)):
        return tuple(text for text in value or () if text.strip())
    if shape is Shape.TICK and (value is None or isinstance(value, bool)):
        return value
    if shape is Shape.TEXT and (value is None or isinstance(value, str)):
        return value if value and value.strip() else None
    raise Refused(
        Words("“{path}”应填{sort}", "“{path}” takes {sort}").filled(
            path=path, sort=SORT_WORDS[shape]
        )
    )
