"""FormPart: what every part of the filing form can do, whatever its fields are.

A part is a frozen dataclass. A field is text, a tick, a list of texts, another
part, or records: parts told apart by one key (the platforms of an app). Paths
are dotted: ``subject.sponsor_name``, ``service.platforms.android.package_name``.
The path of records themselves holds their keys, so that whatever a path holds
is a ``Leaf``.

Documents (JSON) leave out what is empty, so that a field added later changes no
digest. Keys that this version does not know are kept in ``unknown`` and written
back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self

from butler_desktop.domain.form_shape import Leaf, Shape, checked, part_type, shapes
from butler_desktop.errors import Refused
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FormPart:
    """A part of the form; see the module."""

    KEY: ClassVar[str] = ""
    """Of records: the field that tells one from the others."""

    unknown: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The part that a JSON object describes.

        A value of a shape that this version does not expect stays in ``unknown``:
        a newer desk may have written it.
        """
        known: dict[str, Any] = {}
        unknown = dict(document)
        for name in shapes(cls):
            raw = unknown.pop(name, None)
            if raw is not None:
                fits, value = _read(cls, name, raw)
                (known if fits else unknown)[name] = value
        return cls(**known, unknown=unknown)

    @classmethod
    def of_key(cls, key: str) -> Self:
        """A record of which nothing but the key is known."""
        return cls.from_document({cls.KEY: key})

    def to_document(self) -> dict[str, Any]:
        """The JSON object of this part: without what is empty, with what is unknown."""
        document = dict(self.unknown)
        for name, shape in shapes(type(self)).items():
            written = _written(shape, getattr(self, name))
            if written is not None:
                document[name] = written
        return document

    def get(self, path: str, whole: str = "") -> Leaf:
        """The value at ``path``; a detail of a record that is not there is None.

        Raises Refused when the form has no such field (named by ``whole`` where
        ``path`` is the rest of a longer one).
        """
        name, shape, rest = self._step(path, whole)
        value = getattr(self, name)
        if shape is Shape.PART:
            held: Leaf = value.get(rest, whole or path)
        elif shape is Shape.RECORDS and rest:
            key, _, detail = rest.rpartition(".")
            held = (_record(value, key) or part_type(type(self), name)()).get(detail)
        elif shape is Shape.RECORDS:
            held = tuple(record.key for record in value)
        else:
            held = value
        return held

    def with_value(self, path: str, value: Leaf, whole: str = "") -> Self:
        """This part with ``value`` at ``path``; blank text clears it.

        Setting the path of records adds and removes records and keeps the
        details of those that stay; setting a detail of a record that is not
        there adds it. Raises Refused when the form has no such field or the
        value is of another sort.
        """
        name, shape, rest = self._step(path, whole)
        held = getattr(self, name)
        new: Any
        if shape is Shape.PART:
            new = held.with_value(rest, value, whole or path)
        elif shape is Shape.RECORDS:
            kind: type[FormPart] = part_type(type(self), name)
            if rest:
                key, _, detail = rest.rpartition(".")
                new = _with_detail(kind, held, key, detail, value)
            else:
                keys = dict.fromkeys(checked(whole or path, Shape.TEXTS, value))
                new = tuple(_record(held, key) or kind.of_key(key) for key in keys)
        else:
            new = checked(whole or path, shape, value)
        return replace(self, **{name: new})

    def leaves(self, prefix: str = "") -> Iterator[tuple[str, Leaf]]:
        """Each path with its value, records' keys before their details."""
        for name, shape in shapes(type(self)).items():
            value, path = getattr(self, name), prefix + name
            if shape is Shape.PART:
                yield from value.leaves(f"{path}.")
            elif shape is Shape.RECORDS:
                yield path, tuple(record.key for record in value)
                for record in value:
                    for detail, held in record.leaves():
                        if detail != record.KEY:
                            yield f"{path}.{record.key}.{detail}", held
            elif shape is not Shape.NUMBER:
                yield path, value

    @property
    def key(self) -> str:
        """Of records: what tells this one from the others."""
        return getattr(self, self.KEY) or "" if self.KEY else ""

    def _step(self, path: str, whole: str) -> tuple[str, Shape, str]:
        name, dot, rest = path.partition(".")
        shape = shapes(type(self)).get(name)
        if shape is Shape.RECORDS and dot:
            key, _, detail = rest.rpartition(".")
            record = part_type(type(self), name)
            known = bool(key) and detail in shapes(record) and detail != record.KEY
        else:
            known = shape not in (None, Shape.NUMBER) and bool(dot) == (shape is Shape.PART)
        if shape is None or not known:
            named = whole or path
            raise Refused(
                Words(f"表单没有“{named}”这一项", f"The form has no field “{named}”"),
                Words("请核对字段名", "Check the name of the field"),
            )
        return name, shape, rest

    def __repr__(self) -> str:
        """Which fields are filled; never their values, which are personal."""
        filled = ", ".join(path for path, value in self.leaves() if value not in (None, ()))
        return f"<{type(self).__name__}: {filled or 'empty'}>"


def _record(records: tuple[FormPart, ...], key: str) -> FormPart | None:
    return next((record for record in records if record.key == key), None)


def _with_detail(
    kind: type[FormPart], records: tuple[FormPart, ...], key: str, detail: str, value: Leaf
) -> tuple[FormPart, ...]:
    old = _record(records, key)
    new = (old or kind.of_key(key)).with_value(detail, value)
    if old is not None:
        return tuple(new if record is old else record for record in records)
    is_empty = new.get(detail) in (None, ())
    return records if is_empty else (*records, new)


def _read(whole: type[FormPart], name: str, raw: Any) -> tuple[bool, Any]:
    """Whether ``raw`` has the shape of the field, and the value it then gives."""
    shape, part = shapes(whole)[name], part_type(whole, name)
    fits, value = False, raw
    if shape is Shape.TEXT:
        fits = isinstance(raw, str)
    elif shape is Shape.TICK:
        fits = isinstance(raw, bool)
    elif shape is Shape.NUMBER:
        fits = isinstance(raw, int)
    elif shape is Shape.PART:
        fits = isinstance(raw, Mapping)
        value = part.from_document(raw) if fits else raw
    elif isinstance(raw, list | tuple):
        texts_fit = all(isinstance(each, str) for each in raw)
        if shape is Shape.TEXTS:
            fits, value = texts_fit, tuple(raw) if texts_fit else raw
        else:
            records = [{part.KEY: each} if isinstance(each, str) else each for each in raw]
            fits = all(isinstance(r, Mapping) and isinstance(r.get(part.KEY), str) for r in records)
            value = tuple(part.from_document(r) for r in records) if fits else raw
    return fits, value


def _written(shape: Shape, value: Any) -> Any:
    """What a document says for ``value``; None where there is nothing to say."""
    if shape is Shape.PART:
        return value.to_document() or None
    if shape is Shape.RECORDS:
        return [_written_record(record) for record in value] or None
    if shape is Shape.TEXTS:
        return list(value) or None
    return value


def _written_record(record: FormPart) -> Any:
    """A record of which only the key is known is written as that key alone."""
    document = record.to_document()
    return record.key if set(document) == {record.KEY} else document
