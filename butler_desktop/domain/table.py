"""Tables: values with named columns, as they are shown, copied and written to a workbook."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from butler_desktop.words import Words

Value = str | int | float | datetime | None


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    """Also numbers of orders and telephones: nothing is counted with them."""
    NUMBER = "number"
    PERCENT = "percent"
    """0 to 1."""
    YUAN = "yuan"
    """In fen."""
    TIME = "time"
    """UTC; written as Shanghai's."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: what it is called and what it holds."""

    name: Words
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """A title, columns and rows; None is an empty cell."""

    title: Words
    columns: tuple[TableColumn, ...]
    rows: Iterable[tuple[Value, ...]]
