"""The third step of an import: every row with its verdict, and the faulty ones put right."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from butler_desktop.domain.order_cures import Cure
from butler_desktop.domain.order_import import Judgement, OrderPreview
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.columns import Column
from butler_desktop.ui.kit.list_delegate import ListDelegate
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px
from butler_desktop.ui.orders.import_fix import ImportFix
from butler_desktop.ui.orders.import_rows import columns_of, rows_of

FILTERS = (
    None,
    Judgement.ERROR,
    Judgement.WARNING,
    Judgement.KNOWN,
    Judgement.GOOD,
    Judgement.LEFT_OUT,
)
"""What the segments show; the last only where a row is left out."""

_PANEL = 264
_FIRST_PAD = 16
_NARROW = 860


class ImportCheck(QWidget):
    """The rows of a preview; each correction is a new preview, so that undo is the one before."""

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: OrderPreview | None = None
        self._earlier: list[tuple[OrderPreview, int]] = []
        self._shown: list[int] = []
        self._is_laid_out = False
        self.model = BlockModel((), self._fetch, self)
        self.list = ListView(self.model, two_lines=False)
        self.fix = ImportFix()
        self.filter = Segments(
            [""], self.tr("Which rows"), icons=("", "circle-x", "triangle-alert")
        )
        self._hint = Text("", Role.META, "text_3", elide=True)
        self.undo_button = Button("", icon="undo-2", size=Size.SMALL)
        self.export_button = Button("", icon="download", size=Size.SMALL)
        self._build()
        self._join()

    def _build(self) -> None:
        column = VBox(self)
        bar = Surface()
        row = HBox(bar, sides=(20, 9, 20, 10), gap=8)
        row.addWidget(self.filter)
        row.addWidget(self._hint, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.export_button)
        column.addWidget(bar)
        self.splitter = Splitter()
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.fix)
        self.splitter.setStretchFactor(0, 1)
        self.fix.setMinimumWidth(px(_PANEL - 24))
        column.addWidget(self.splitter, 1)

    def _join(self) -> None:
        self.filter.chosen.connect(lambda _: self._choose_filter())
        self.list.current_changed.connect(lambda _: self._show_row())
        self.list.opened.connect(lambda _: self.fix.focus_fault())
        self.fix.corrected.connect(self._correct)
        self.fix.cured.connect(self._cure)
        self.fix.stepped.connect(self.step)
        self.undo_button.clicked.connect(self.undo)
        self.export_button.clicked.connect(self.export_wanted)
        keys: dict[str, Callable[[], object]] = {
            "F8": lambda: self.step(1),
            "Shift+F8": lambda: self.step(-1),
            "Ctrl+Z": self.undo,
        }
        for number in range(10):
            keys[f"Alt+{number}"] = partial(self.fix.apply_cure, number)
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    @property
    def preview(self) -> OrderPreview | None:
        """The rows as they are judged now."""
        return self._preview

    def show_preview(self, preview: OrderPreview) -> None:
        """Show a file's rows; the faulty ones first, if there are any."""
        self._preview, self._earlier, self._shown = preview, [], []
        has_faults = bool(preview.counts()[Judgement.ERROR])
        self.filter.set_index(FILTERS.index(Judgement.ERROR) if has_faults else 0)
        self.model.reset([])
        self._dress(columns_of(preview))
        self._say()
        self._filter()
        self.step(1, focus=True) if has_faults else self.list.step(0)

    def _dress(self, columns: tuple[Column, ...]) -> None:
        self.list.set_two_lines(False, columns)
        delegate = self.list.itemDelegate()
        if isinstance(delegate, ListDelegate):
            delegate.first_pad = self.list.header.first_pad = _FIRST_PAD

    def showEvent(self, event: QShowEvent) -> None:
        """The first time the panel gets its designed width; later the butler's."""
        super().showEvent(event)
        if not self._is_laid_out:
            self._is_laid_out = True
            self.splitter.setSizes([self.width() - px(_PANEL), px(_PANEL)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the bar's buttons are icons."""
        super().resizeEvent(event)
        is_narrow = self.width() < px(_NARROW)
        for button, words in (
            (self.undo_button, self.tr("Undo correction")),
            (self.export_button, self.tr("Export faulty rows")),
        ):
            button.set_words("" if is_narrow else words)
            button.setAccessibleName(words)
            button.setToolTip(words)

    def step(self, steps: int, *, focus: bool = False) -> None:
        """Go some faulty rows on (negative: back), around the end."""
        self.fix.settle()
        preview, here = self._preview, self.list.current_id()
        faulty = [row.row for row in preview.of(Judgement.ERROR)] if preview else []
        if not faulty:
            return
        before = bisect_left(faulty, here) if here is not None else 0
        if steps > 0 and before < len(faulty) and faulty[before] == here:
            before += 1
        wanted = faulty[(before + steps - (steps > 0)) % len(faulty)]
        at = QApplication.focusWidget()
        focus = focus or (at is not None and self.fix.isAncestorOf(at))
        if self.model.row_of(wanted) < 0:
            self.filter.set_index(FILTERS.index(Judgement.ERROR))
            self._filter()
        self.list.go_to(wanted)
        if focus:
            self.fix.focus_fault()

    def undo(self) -> None:
        """Take the last correction back."""
        if self._earlier:
            self._preview, row = self._earlier.pop()
            self._after(row)

    def _correct(self, key: str, text: str, go_on: bool) -> None:
        row = self.fix.row
        if self._preview is None or row is None:
            return
        if text != row.cells.get(key, ""):
            self._take(self._preview.with_cell(row.row, key, text), row.row)
        if go_on:
            self._go_on(row.row)

    def _cure(self, cure: Cure) -> None:
        self.fix.settle()
        row = self.fix.row
        if self._preview is not None and row is not None:
            self._take(cure.applied(self._preview, row.row), row.row)
            self._go_on(row.row)

    def _take(self, preview: OrderPreview, row: int) -> None:
        if self._preview is not None:
            self._earlier.append((self._preview, row))
        self._preview = preview
        self._after(row)

    def _after(self, row: int) -> None:
        """A correction was made or taken back: all rows in view keep their places."""
        self._say()
        self._filter(keep=True)
        self.model.refresh()
        self.list.go_to(row)
        self._show_row()
        self.changed.emit()

    def _go_on(self, row: int) -> None:
        """To the next faulty row when this one is put right, else to what is wrong with it."""
        if self._preview is None:
            return
        if self._preview.row(row).judgement is Judgement.ERROR:
            self.fix.focus_fault()
        elif self._preview.counts()[Judgement.ERROR]:
            self.step(1, focus=True)
        else:
            self.list.setFocus()

    # what is shown

    def _choose_filter(self) -> None:
        self._filter()
        wanted, row = FILTERS[self.filter.index()], self.fix.row
        if wanted is Judgement.ERROR and (row is None or row.judgement is not wanted):
            self.step(1)

    def _filter(self, *, keep: bool = False) -> None:
        if self._preview is None:
            return
        found = rows_of(self._preview, FILTERS[self.filter.index()])
        ids = sorted({*self._shown, *found}) if keep else found
        if ids != self._shown or not keep:
            self._shown = ids
            self.model.reset(ids)
        if self.list.current_id() is None:
            self.list.step(0)
        self._show_row()

    def _fetch(self, ids: Sequence[Any], done: Callable[[dict[Any, Any]], None]) -> None:
        preview = self._preview
        done({number: preview.row(number) for number in ids} if preview else {})

    def _say(self) -> None:
        preview = self._preview
        if preview is None:
            return
        counts = preview.counts()
        words = [
            self.tr("All %1"),
            self.tr("Faulty %1"),
            self.tr("Notices %1"),
            self.tr("Known %1"),
            self.tr("Ready %1"),
        ]
        numbers = [len(preview.rows), *(counts[one] for one in FILTERS[1:] if one)]
        if counts[Judgement.LEFT_OUT]:
            words.append(self.tr("Left out %1"))
        elif self.filter.index() == len(words):
            self.filter.set_index(0)
        said = zip(words, numbers, strict=False)
        self.filter.set_words([text.replace("%1", str(number)) for text, number in said])
        self.undo_button.setEnabled(bool(self._earlier))
        self.export_button.setEnabled(counts[Judgement.ERROR] > 0)

    def _show_row(self) -> None:
        preview, here = self._preview, self.list.current_id()
        row = preview.row(here) if preview is not None and here is not None else None
        place = ""
        if preview is not None and row is not None and row.judgement is Judgement.ERROR:
            faulty = preview.of(Judgement.ERROR)
            at = next(n for n, one in enumerate(faulty, start=1) if one.row == row.row)
            place = self.tr("fault %1 / %2").replace("%1", str(at))
            place = place.replace("%2", str(len(faulty)))
        self.fix.show_row(row, place)
        in_faults = FILTERS[self.filter.index()] is Judgement.ERROR
        self._hint.setText(self.tr("Faulty rows and those around them") if in_faults else "")
