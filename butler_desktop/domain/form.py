"""The filing form at work: which fields it asks, what is missing, what typing means.

The fields themselves are in ``form_layout``, the conditions in
``form_conditions``, what each field is in ``form_field``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from butler_desktop.domain.code_tables import CodeRow, CodeTable, CodeTables
from butler_desktop.domain.form_field import Entry, Field, FieldKind
from butler_desktop.domain.form_layout import FIELDS
from butler_desktop.domain.form_sections import SECTIONS, Section
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.validators import tidy
from butler_desktop.errors import Refused
from butler_desktop.words import Words, joined

__all__ = [
    "FIELDS",
    "SECTIONS",
    "SectionCount",
    "choices",
    "counts",
    "field_at",
    "is_filled",
    "missing_fields",
    "normalised",
    "parse_value",
    "shown_fields",
]

NO_TABLES = CodeTables()
BLANK = Particulars()
NO_DETAILS = "none"
"""The record of the pre-approvals that says there are none: it has no details."""

YES = frozenset(("是", "有", "yes", "y", "true", "1", "on", "√"))
NO = frozenset(("否", "无", "no", "n", "false", "0", "off", "×"))

TIDY = {
    Entry.PROSE: tidy.prose,
    Entry.CODE: tidy.code,
    Entry.PHONE: tidy.phone,
    Entry.EMAIL: tidy.email,
    Entry.DOMAIN: tidy.host,
    Entry.NETWORK: tidy.network,
    Entry.FILING_NUMBER: tidy.filing_number,
    Entry.FINGERPRINT: tidy.fingerprint,
}

BETWEEN_TEXTS = re.compile(r"[\n,，、;；]+")


@dataclass(frozen=True, slots=True)
class SectionCount:
    """How far a section is: mandatory fields filled, and mandatory fields in all."""

    section: Section
    title: Words
    filled: int
    required: int


def shown_fields(particulars: Particulars, tables: CodeTables = NO_TABLES) -> tuple[Field, ...]:
    """The fields that this form asks, in order, named as this form names them.

    With ``tables``, details of records carry the record's name in words, else its id.
    """
    return tuple(
        named
        for field in FIELDS
        if field.shown(particulars)
        for named in _for_form(field, particulars, tables)
    )


def missing_fields(particulars: Particulars, tables: CodeTables = NO_TABLES) -> tuple[Field, ...]:
    """The mandatory fields that are still empty, in the order of the form."""
    return tuple(
        field
        for field in shown_fields(particulars, tables)
        if field.mandatory(particulars) and not is_filled(particulars.get(field.path))
    )


def counts(particulars: Particulars) -> tuple[SectionCount, ...]:
    """How far each section of the form is."""
    fields = [field for field in shown_fields(particulars) if field.mandatory(particulars)]
    empty = {field.path for field in missing_fields(particulars)}
    found = []
    for section in SECTIONS:
        paths = [field.path for field in fields if field.section is section]
        missing = sum(path in empty for path in paths)
        title = section.title(particulars)
        found.append(SectionCount(section, title, len(paths) - missing, len(paths)))
    return tuple(found)


def is_filled(value: Leaf) -> bool:
    """Whether a value answers its field; a tick answered with no does."""
    return value is not None and value not in ("", ())


def field_at(path: str) -> Field:
    """The field at a path, a record's detail included. Raises Refused when there is none."""
    Particulars().get(path)
    for field in FIELDS:
        head, star, tail = field.path.partition(".*.")
        if field.path == path:
            return field
        if star and path.startswith(f"{head}.") and path.endswith(f".{tail}"):
            key = path.removeprefix(f"{head}.").removesuffix(f".{tail}")
            return replace(field, path=path, key=key)
    raise Refused(Words(f"表单不问“{path}”", f"The form does not ask “{path}”"))


def choices(field: Field, particulars: Particulars, tables: CodeTables) -> tuple[CodeRow, ...]:
    """The rows that a choice offers on this form; what is chosen already is always among them."""
    held = particulars.get(field.path)
    chosen = held if isinstance(held, tuple) else (held,)
    narrowing = field.narrowing
    return tuple(
        row
        for row in tables[field.table]
        if narrowing is None or row.id in chosen or narrowing(particulars, row)
    )


def normalised(field: Field, text: str) -> str:
    """``text`` as the field keeps it: tidied, never corrected."""
    if field.kind is FieldKind.DATE:
        return tidy.date(text)
    return TIDY[field.entry](text)


def parse_value(
    field: Field, text: str, tables: CodeTables, particulars: Particulars = BLANK
) -> Leaf:
    """The value that typing ``text`` into the field gives; blank clears it.

    Choices are named by id, code, or in either language, those that the form
    ``particulars`` offers first; lists are divided by commas, semicolons or
    line ends. Raises Refused for a choice that is not
    offered and for a tick that is neither yes nor no.
    """
    if not text.strip():
        return () if field.kind in (FieldKind.CHOICES, FieldKind.TEXTS) else None
    if field.kind is FieldKind.BOOLEAN:
        return _tick(field, text.strip().lower())
    if field.kind is FieldKind.CHOICE:
        return _choice(field, text, tables, particulars)
    if field.kind is FieldKind.CHOICES:
        return tuple(
            dict.fromkeys(_choice(field, part, tables, particulars) for part in _texts(text))
        )
    if field.kind is FieldKind.TEXTS:
        tidied = (normalised(field, part) for part in _texts(text))
        return tuple(dict.fromkeys(part for part in tidied if part))
    return normalised(field, text) or None


def _for_form(field: Field, particulars: Particulars, tables: CodeTables) -> Iterable[Field]:
    """The field as this form has it: once, or once for each record."""
    head, star, tail = field.path.partition(".*.")
    words = field.name(particulars)
    if not star:
        yield replace(field, words=words, variants=()) if field.variants else field
        return
    keys = particulars.get(head)
    for key in keys if isinstance(keys, tuple) else ():
        if key != NO_DETAILS:
            known = field.key_table and field.key_table in tables
            record = tables.words(field.key_table, key) if known else Words(key, key)
            path = f"{head}.{key}.{tail}"
            named = record + Words(" ", " ") + words
            yield replace(field, path=path, key=key, words=named, variants=())


def _texts(text: str) -> list[str]:
    return [part.strip() for part in BETWEEN_TEXTS.split(text) if part.strip()]


def _tick(field: Field, text: str) -> bool:
    if text not in YES | NO:
        raise Refused(
            Words("“{name}”应答是或否", "“{name}” takes yes or no").filled(name=field.words)
        )
    return text in YES


def _choice(field: Field, text: str, tables: CodeTables, particulars: Particulars) -> str:
    offered = CodeTable(field.table, choices(field, particulars, tables))
    row = offered.find(text) or tables[field.table].find(text)
    if row is None:
        raise Refused(
            Words("“{name}”没有“{text}”这个选项", "“{name}” has no choice “{text}”").filled(
                name=field.words, text=text.strip()
            ),
            Words("可选：", "It offers: ") + joined([row.words for row in offered]),
        )
    return row.id
