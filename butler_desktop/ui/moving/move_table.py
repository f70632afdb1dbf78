"""Move table: what is moved, counted here and, once it was read back, in the shared database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from butler_desktop.domain.moved_kinds import MOVED_KINDS
from butler_desktop.services.move import MovePlan, MoveResult
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.columns import Align, Cell, Column
from butler_desktop.words import Words

MEGABYTE, GIGABYTE = 1_000_000, 1_000_000_000
FILES = "files"
FILES_WORDS = Words("附件", "Files")


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One kind: how many here, and how many there where that is known."""

    words: Words
    here: int
    there: int | None = None
    size: int | None = None


class MoveTable(BlockModel):
    """The rows of a plan; of a result, with both sides."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), self._fetch_rows, parent)
        self.rows: Mapping[str, MoveRow] = {}

    def show_plan(self, plan: MovePlan) -> None:
        """What would be moved."""
        rows = {k: MoveRow(words, plan.counts[k]) for k, words in MOVED_KINDS.items()}
        rows[FILES] = MoveRow(FILES_WORDS, plan.blobs, size=plan.blob_bytes)
        self._show(rows)

    def show_result(self, done: MoveResult) -> None:
        """What was moved: both sides, compared already."""
        rows = {
            k: MoveRow(words, done.counts[k], done.counts[k]) for k, words in MOVED_KINDS.items()
        }
        rows[FILES] = MoveRow(FILES_WORDS, done.blobs, done.blobs, done.blob_bytes)
        self._show(rows)

    def _show(self, rows: Mapping[str, MoveRow]) -> None:
        self.rows = rows
        self.reset(list(rows))
        self.refresh()

    def _fetch_rows(self, _ids: object, done: Callable[[Mapping[str, MoveRow]], None]) -> None:
        done(self.rows)


def _columns() -> tuple[Column, ...]:
    return (
        Column("kind", Words("内容", "What"), lambda it: Cell(said(it.words)), 160, stretch=True),
        Column(
            "size",
            Words("大小", "Size"),
            lambda it: Cell("" if it.size is None else size_words(it.size), ink="text_2"),
            110,
            align=Align.RIGHT,
        ),
        Column(
            "here",
            Words("本机", "Here"),
            lambda it: Cell(f"{it.here:,}"),
            110,
            align=Align.RIGHT,
        ),
        Column("there", Words("共享库", "Shared"), _there, 130, align=Align.RIGHT),
    )


def _there(row: MoveRow) -> Cell:
    if row.there is None:
        return Cell("—", ink="text_3")
    if row.there != row.here:
        return Cell(f"{row.there:,}", ink="red")
    return Cell(f"{row.there:,}", icon="check", icon_ink="green")


def size_words(size: int) -> str:
    """A size as people say it."""
    if size >= GIGABYTE:
        return f"{size / GIGABYTE:.1f} GB"
    return f"{size / MEGABYTE:.1f} MB"
