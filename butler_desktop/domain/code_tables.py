"""Code tables: the choices of the form's fields, with the codes of the filing systems."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One choice. ``id`` is what the form keeps; ``code`` is what filing systems report."""

    id: str
    words: Words
    code: str = ""
    aliases: tuple[str, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What the table says of this row beyond its name (``number_format``, …)."""


@dataclass(frozen=True, slots=True)
class CodeTable:
    """The choices of one kind of field, in the order they are offered."""

    name: str
    rows: tuple[CodeRow, ...]
    _named: dict[str, CodeRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        named: dict[str, CodeRow] = {}
        for row in self.rows:
            for text in (row.id, row.words.zh, row.words.en, row.code, *row.aliases):
                named.setdefault(text.lower(), row)
        named |= {row.id: row for row in self.rows}
        named.pop("", None)
        object.__setattr__(self, "_named", named)

    def __iter__(self) -> Iterator[CodeRow]:
        return iter(self.rows)

    def __contains__(self, row_id: object) -> bool:
        return any(row.id == row_id for row in self.rows)

    def find(self, text: str) -> CodeRow | None:
        """The row that ``text`` names: by id, in Chinese, in English or by its code."""
        return self._named.get(text.strip().lower())


@dataclass(frozen=True, slots=True)
class CodeTables:
    """All code tables, by name."""

    tables: Mapping[str, CodeTable] = field(default_factory=dict, hash=False)

    def __getitem__(self, name: str) -> CodeTable:
        return self.tables[name]

    def __contains__(self, name: object) -> bool:
        return name in self.tables

    def row(self, table: str, row_id: str | None) -> CodeRow | None:
        """The row with this id, if the table has it."""
        found = self.tables[table].find(row_id) if row_id else None
        return found if found is not None and found.id == row_id else None

    def words(self, table: str, row_id: str) -> Words:
        """What people call the choice; the id itself when the table does not know it."""
        row = self.row(table, row_id)
        return row.words if row else Words(row_id, row_id)
