"""Columns: what a list shows, as values: one ``Column`` per column, one ``Cell`` per place.

A page writes its columns once; the model asks a column how a row looks, the
delegates paint what they are told. A cell holds two facts: the split list
shows the second under the first, the table shows the first alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt

from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.due import DueText
from butler_desktop.words import Words


class Align(Enum):
    """Where a column's words stand."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place of a list shows.

    ``ink`` is a colour token; ``frame`` (``red``, ``amber``, ``grey``) boxes a
    bad value; ``link`` makes the first fact act when clicked.
    """

    first: str = ""
    second: str = ""
    ink: str = "text"
    bold: bool = False
    icon: str = ""
    stage: Stage | None = None
    chip: tuple[str, str, str] | None = None  # tint, words, icon
    due: DueText | None = None
    link: bool = False
    frame: str = ""
    tip: str = ""
    icon_ink: str = ""
    """The icon's own colour, where it has another than the words."""

    def said(self) -> str:
        """The cell in words, for readers, for copying and for tooltips."""
        first = self.first
        if self.stage is not None:
            first = said(STAGE_WORDS[self.stage])
        elif self.chip is not None:
            first = self.chip[1]
        elif self.due is not None:
            first = self.due.text
        return f"{first} {self.second}" if first and self.second else first or self.second


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its titles, its width in px at 100 %, and how a row looks in it.

    ``sort`` and ``second_sort`` are the page's own keys for ordering by the
    first and the second fact; empty means that it cannot be ordered by.
    """

    key: str
    title: Words
    cell: Callable[[Any], Cell]
    width: int = 120
    second_title: Words | None = None
    align: Align = Align.LEFT
    sort: str = ""
    second_sort: str = ""
    stretch: bool = False

    def titles(self) -> tuple[str, str]:
        """Both titles in the language in force."""
        return said(self.title), said(self.second_title) if self.second_title else ""


CHECKS = "checks"


def check_column(width: int = 36) -> Column:
    """The column of check boxes for bulk acts; put it first."""
    return Column(CHECKS, Words("选择", "Chosen"), lambda _row: EMPTY, width)


def sentence(columns: Sequence[Column], row: Any) -> str:
    """A row as one sentence, for readers: its columns in order."""
    spoken = (column.cell(row).said() for column in columns if column.key != CHECKS)
    return "，".join(words for words in spoken if words)
