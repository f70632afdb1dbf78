"""List export: writes the list of a page as a workbook, with the rows and columns as seen.

Ctrl+E works while the list has the keyboard; elsewhere the key is the packet's.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog

from butler_desktop.domain.local_time import local
from butler_desktop.domain.table import TableColumn
from butler_desktop.errors import ButlerError
from butler_desktop.services.list_export import ExportColumn, Listing, export_list
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.columns import Column
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.message_strip import MessageStrip

KEYS = "Ctrl+E"
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))


def as_shown(column: Column) -> ExportColumn:
    """A column of the list as its first fact reads on the screen."""
    return ExportColumn(TableColumn(column.title), lambda row: column.cell(row).said() or None)


class ListExport(QObject):
    """Asks where to, writes in the background; its ``strip`` and ``button`` stand on the page."""

    _progressed = Signal(int, int, str)

    def __init__(
        self,
        background: Background,
        view: ListView,
        listing: Callable[[], Listing],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._background, self._view, self._listing, self._now = background, view, listing, now
        self._stop = Event()
        self._is_writing = False
        self._folder = Path()
        self.button = IconButton("download", self.tr("Export the list"), shortcut=KEYS)
        self.strip = MessageStrip(flush=True)
        self.button.clicked.connect(self.ask)
        self.strip.acted.connect(lambda _key: self._stop.set())
        self._progressed.connect(self._show_progress)
        view.installEventFilter(self)

    def ask(self) -> QFileDialog | None:
        """Let the butler choose the file; nothing where there is nothing to write."""
        listing = self._wanted()
        if self._is_writing or not listing.ids:
            return None
        day = local(self._now()).date().isoformat()
        name = f"{listing.title} {day}.xlsx".translate(_NOT_IN_NAMES)
        title = self.tr("Export %n row(s)", "", len(listing.ids))
        dialog = QFileDialog(self._view.window(), title, str(self._folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("XLSX (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(lambda chosen: self.write(listing, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, listing: Listing, target: Path) -> None:
        """Write the rows to ``target``."""
        self._folder = target.parent
        self._is_writing = True
        self.button.setEnabled(False)
        self._stop.clear()
        self._show_progress(0, len(listing.ids), "")
        self._background.run(
            self,
            export_list,
            listing,
            target,
            language(),
            Progress(self._progressed.emit, self._stop),
            then=lambda count: self._written(count, target),
            failed=self._failed,
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Takes the key before the shortcuts of the window, while the list has the keyboard."""
        if not isinstance(event, QKeyEvent):
            return False
        is_meant = (
            event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        )
        if is_meant and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if is_meant and event.type() is QEvent.Type.KeyPress:
            self.ask()
            return True
        return False

    def _wanted(self) -> Listing:
        """The rows that are checked, or selected if they are several; else the whole list."""
        listing, model = self._listing(), self._view.list_model
        if checked := model.checked():
            return replace(listing, ids=checked)
        selected = self._view.selected_ids()
        return replace(listing, ids=selected) if len(selected) > 1 else listing

    def _show_progress(self, done: int, total: int, _name: str) -> None:
        if not self._is_writing:
            return
        told = self.tr("Exporting: %1 of %2 rows").replace("%1", f"{done:,}")
        cancel = (("cancel", self.tr("Cancel")),)
        self.strip.show_message("blue", told.replace("%2", f"{total:,}"), cancel)

    def _written(self, count: int, target: Path) -> None:
        self._end()
        told = self.tr("Rows written to %1: %n", "", count).replace("%1", str(target))
        self.strip.show_message("green", told, closable=True)

    def _failed(self, error: ButlerError) -> None:
        self._end()
        if isinstance(error, Cancelled):
            told = self.tr("Cancelled: no file was written.")
            self.strip.show_message("amber", told, closable=True)
        else:
            self.strip.show_message("red", error.said(language()), closable=True)

    def _end(self) -> None:
        self._is_writing = False
        self.button.setEnabled(True)
