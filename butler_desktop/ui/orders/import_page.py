"""Importing orders: choose a file, match its columns, check its rows, take them in.

The page is the only part that asks services; the steps show and tell.
"""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from butler_desktop.domain.order_import import OrderPreview
from butler_desktop.domain.order_sheet import OrderColumns, OrderSheet
from butler_desktop.errors import ButlerError
from butler_desktop.services.order_import import (
    FoundOrders,
    export_faulty_rows,
    find_orders,
    forget_columns,
    judge_orders,
    learn_columns,
    take_orders,
)
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.ui.background import Background
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.orders.import_check import ImportCheck
from butler_desktop.ui.orders.import_columns import ImportColumns
from butler_desktop.ui.orders.import_file import ImportFile
from butler_desktop.ui.orders.import_foot import ImportFoot
from butler_desktop.ui.orders.import_result import ImportResult
from butler_desktop.ui.orders.import_steps import CHECK, COLUMNS, FILE, TAKE, ImportSteps

MANY = 5_000
"""Rows from which on it takes long enough to say how far it is."""


class ImportPage(QWidget):
    """``done`` when the butler is through with it, with or without new orders."""

    done = Signal()
    status_changed = Signal()
    _progressed = Signal(int, int)
    _judging = Signal(int, int)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._sheet: OrderSheet | None = None
        self._path: Path | None = None
        self._columns: OrderColumns | None = None
        self._named_by_hand = False
        self._stop = Event()
        self.steps = ImportSteps()
        self._mark = Hint("file-spreadsheet")
        self._file = Text("", Role.META, "text_2", elide=True)
        self.strip = MessageStrip(flush=True)
        self.file, self.columns = ImportFile(), ImportColumns()
        self.check, self.result = ImportCheck(), ImportResult()
        self._stack = QStackedWidget()
        for step in (self.file, self.columns, self.check, self.result):
            self._stack.addWidget(step)
        self.foot = ImportFoot()
        self._build()
        self._busy = BusyBar(self._stack)
        self._join()
        self._go(FILE)

    def _build(self) -> None:
        column = VBox(self)
        head = Surface(lines="b")
        row = HBox(head, sides=(20, 12, 20, 13), gap=12)
        row.addWidget(Text(self.title, Role.LIST_TITLE))
        named = HBox(gap=5)
        named.addWidget(self._mark)
        named.addWidget(self._file, 1)
        row.addLayout(named, 1)
        row.addWidget(self.steps)
        column.addWidget(head)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _join(self) -> None:
        self.file.chosen.connect(self.open_file)
        self.columns.changed.connect(self._say)
        self.columns.forget_wanted.connect(self._forget)
        self.check.changed.connect(self._say)
        self.check.list.current_changed.connect(lambda _: self.status_changed.emit())
        self.check.export_wanted.connect(self.ask_export)
        self.result.cancelled.connect(self._cancel)
        self.result.again_wanted.connect(self.start_again)
        self.result.export_wanted.connect(self.ask_export)
        self.foot.cancel_button.clicked.connect(self._leave)
        self.foot.back_button.clicked.connect(self._back)
        self.foot.act_button.clicked.connect(self._act)
        self._progressed.connect(self.result.show_progress)
        self._judging.connect(self._say_judging)
        self.strip.closed.connect(self.strip.clear)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.foot.act_button.click)

    def ask_whose(self) -> None:
        """In a team: ask whose the orders shall be."""
        self.foot.asks_whose = True

    @property
    def step(self) -> int:
        """Which step is shown: FILE, COLUMNS, CHECK or TAKE."""
        return self.steps.at

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.tr("Import orders")

    @property
    def status(self) -> str:
        """How many rows there are and which is chosen, for the window's foot."""
        if self.step != CHECK or self.check.preview is None:
            return ""
        rows = self.tr("Rows: %n", "", len(self.check.preview.rows))
        chosen = self.check.list.current_id()
        if chosen is None:
            return rows
        told = self.tr("row %1 chosen").replace("%1", str(chosen))
        return f"{rows} ・ {told}"

    def start_again(self) -> None:
        """Back to the first step; what was read is forgotten."""
        self._sheet = None
        self.file.clear()
        self._go(FILE)
        self.file.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes here chooses a file first."""
        super().showEvent(event)
        if self.step == FILE:
            self.file.take_focus()

    # the steps, one after the other

    def open_file(self, path: Path) -> None:
        """Read a file and go as far as it says everything by itself."""
        self._path = path
        self.file.clear()
        self._busy.start()
        self._background.ask(self, find_orders, path, then=self._found, failed=self._refused)

    def _found(self, found: FoundOrders) -> None:
        self._busy.stop()
        self._sheet = found.sheet
        self._columns = found.columns
        self.columns.show_columns(found.sheet, found.columns, found.learnt)
        self._named_by_hand = bool(found.columns.missing)
        if self._named_by_hand:
            self._go(COLUMNS)
        else:
            self._judge(found.columns)

    def _learn(self, named: OrderColumns) -> None:
        """Keep what was named by hand; without it the next file only asks again."""
        if self._columns is not None and named != self._columns:
            self._background.ask(self, learn_columns, self._columns, named, then=lambda _: None)

    def _forget(self) -> None:
        path = self._path
        if path is not None:
            self._background.ask(self, forget_columns, then=lambda _: self.open_file(path))

    def _judge(self, columns: OrderColumns) -> None:
        self._busy.start()
        self._stop = Event()
        progress = Progress(lambda *step: self._judging.emit(*step[:2]), self._stop)
        self._background.ask(
            self,
            judge_orders,
            self._sheet,
            columns,
            progress,
            then=self._judged,
            failed=self._not_judged,
        )

    def _say_judging(self, done: int, total: int) -> None:
        """Of a long file; a short one is there before it could be read."""
        if total > MANY and self.step in (FILE, COLUMNS) and not self._stop.is_set():
            told = self.tr("Checking rows: %1 of %2").replace("%1", f"{done:,}")
            self.strip.show_message("blue", told.replace("%2", f"{total:,}"))

    def _not_judged(self, error: ButlerError) -> None:
        if not isinstance(error, Cancelled):
            self._refused(error)

    def _judged(self, preview: OrderPreview) -> None:
        self._busy.stop()
        self._go(CHECK)
        self.check.show_preview(preview)
        self._say()

    def _take(self, preview: OrderPreview) -> None:
        self._stop = Event()
        progress = Progress(self._tell_progress, self._stop)
        self._go(TAKE)
        self.result.start(len(preview.takeable))
        self._background.run(
            self,
            take_orders,
            preview,
            True,
            progress,
            self.foot.is_unassigned,
            then=lambda taken: self._taken(preview, taken),
            failed=self._not_taken,
        )

    def _tell_progress(self, done: int, total: int, _name: str) -> None:
        """On the worker: the signal carries it over to the window's thread."""
        self._progressed.emit(done, total)

    def _taken(self, preview: OrderPreview, taken: int) -> None:
        self.result.show_result(preview, taken)
        self.steps.show_step(TAKE, over=True)
        self.foot.show_over()
        self.foot.act_button.setFocus()

    def _not_taken(self, error: ButlerError) -> None:
        self._go(CHECK)
        level = "blue" if isinstance(error, Cancelled) else "red"
        self.strip.show_message(level, error.said(language()), closable=True)

    def _refused(self, error: ButlerError) -> None:
        self._busy.stop()
        self._go(FILE)
        self.file.show_refusal(error)

    # what the buttons of the foot do

    def _act(self) -> None:
        preview = self.check.preview
        if self.step == COLUMNS:
            self._learn(self.columns.columns)
            self._judge(self.columns.columns)
        elif self.step == CHECK and preview is not None:
            self._take(preview)
        elif self.step == TAKE:
            self._leave()

    def _back(self) -> None:
        self._go(COLUMNS if self.step == CHECK and self._sheet is not None else FILE)

    def _cancel(self) -> None:
        self._stop.set()
        self.result.cancel_button.setEnabled(False)

    def _leave(self) -> None:
        self._stop.set()
        self._background.forget(self, find_orders.__qualname__)
        self._background.forget(self, judge_orders.__qualname__)
        self._busy.stop()
        self.start_again()
        self.done.emit()

    def _go(self, step: int) -> None:
        self.strip.clear()
        self.steps.show_step(step)
        self._stack.setCurrentIndex(step)
        self._say()

    # the faulty rows, elsewhere

    def ask_export(self) -> QFileDialog:
        """Ask where the faulty rows shall be written."""
        stem = Path(self._sheet.file_name).stem if self._sheet else ""
        name = self.tr("%1-faulty rows.csv").replace("%1", stem)
        dialog = QFileDialog(self, self.tr("Export faulty rows"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("CSV (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.export(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def export(self, path: Path) -> None:
        """Write the faulty rows with their reasons."""
        self._background.ask(
            self,
            export_faulty_rows,
            self.check.preview,
            path,
            then=lambda count: self._exported(count, path),
            failed=lambda error: self.strip.show_message(
                "red", error.said(language()), closable=True
            ),
        )

    def _exported(self, count: int, path: Path) -> None:
        told = self.tr("Rows written to %1: %n", "", count).replace("%1", path.name)
        self.strip.show_message("green", told, closable=True)

    # what is said

    def _say(self) -> None:
        sheet, step = self._sheet, self.step
        shown = sheet is not None and step != FILE
        self._mark.setVisible(shown)
        self._file.setVisible(shown)
        if sheet is not None and shown:
            name = sheet.file_name
            if sheet.name:
                name += " ・ " + self.tr("sheet “%1”").replace("%1", sheet.name)
            self._file.setText(name)
        if step == FILE:
            self.foot.show_file()
        elif step == COLUMNS:
            self.foot.show_columns(len(self.columns.columns.missing))
        elif step == CHECK:
            self.foot.show_check(self.check.preview)
        else:
            self.foot.show_running()
        self.status_changed.emit()
