"""Records: a frozen value as plain JSON and back, and as flat fields for the journal.

A record is what the journal and the database keep: text, numbers, booleans,
lists and nested objects. Times are ISO 8601 in UTC, dates ISO, enumerations
their value. A value that brings ``to_document``/``from_document`` is kept as
its document, so that keys that this version does not know survive.
"""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")
Json = Any
Fields = dict[str, Json]
Codec = tuple[Callable[[Any], Json], Callable[[Json], Any]]


_KNOWN: dict[type, dict[str, Codec]] = {}


def to_record(value: Any) -> dict[str, Json]:
    """The value (a frozen dataclass) as a JSON object."""
    return {
        name: encode(getattr(value, name)) for name, (encode, _) in _codecs(type(value)).items()
    }


def from_record(kind: type[T], record: Mapping[str, Json]) -> T:
    """The value of ``kind`` kept in ``record``; absent fields take their default."""
    codecs = _codecs(kind)
    return kind(**{name: codecs[name][1](record[name]) for name in codecs if name in record})


def flattened(record: Mapping[str, Json], prefix: str = "") -> Fields:
    """The record's leaves by path: ``particulars.subject.sponsor_name``.

    Lists and empty objects are leaves. A dot inside a key is written ``~1``.
    """
    leaves: Fields = {}
    for key, value in record.items():
        path = prefix + key.replace("~", "~0").replace(".", "~1")
        if isinstance(value, Mapping) and value:
            leaves |= flattened(value, path + ".")
        else:
            leaves[path] = value
    return leaves


def nested(leaves: Mapping[str, Json]) -> dict[str, Json]:
    """The record whose leaves these are: the inverse of ``flattened``."""
    record: dict[str, Json] = {}
    for path, value in leaves.items():
        *parents, last = (p.replace("~1", ".").replace("~0", "~") for p in path.split("."))
        place = record
        for parent in parents:
            place = place.setdefault(parent, {})
        place[last] = value
    return record


def _codecs(kind: type) -> dict[str, Codec]:
    if kind not in _KNOWN:
        hints = typing.get_type_hints(kind)
        _KNOWN[kind] = {field.name: _codec(hints[field.name]) for field in fields(kind)}
    return _KNOWN[kind]


def _same(value: Any) -> Any:
    return value


def _codec(hint: Any) -> Codec:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = next(arg for arg in typing.get_args(hint) if arg is not type(None))
        encode, decode = _codec(inner)
        return (
            lambda v: None if v is None else encode(v),
            lambda v: None if v is None else decode(v),
        )
    if origin is tuple:
        encode, decode = _codec(typing.get_args(hint)[0])
        return (lambda v: [encode(x) for x in v], lambda v: tuple(decode(x) for x in v))
    if isinstance(hint, type):
        if issubclass(hint, datetime):
            return (_utc_text, _utc_time)
        if issubclass(hint, date):
            return (date.isoformat, date.fromisoformat)
        if issubclass(hint, Enum):
            return (lambda v: v.value, hint)
        if hasattr(hint, "from_document"):
            return (lambda v: v.to_document(), hint.from_document)
        if is_dataclass(hint):
            return (to_record, lambda v: from_record(hint, v))
    return (_same, _same)


def _utc_text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _utc_time(text: str) -> datetime:
    return datetime.fromisoformat(text)
