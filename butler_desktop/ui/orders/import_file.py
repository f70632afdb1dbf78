"""The first step of an import: a file is dropped or chosen, or refused with what to do."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px


class ImportFile(Surface):
    """``chosen(path)`` when the butler has named a file."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._folder = ""
        self.strip = MessageStrip()
        self.drop = _FileDrop()
        self.drop.dropped.connect(self.chosen)
        self.drop.button.clicked.connect(self._ask)
        column = VBox(gap=12)
        column.addWidget(self.strip)
        column.addWidget(self.drop)
        middle = HBox(self, sides=(24, 24, 24, 24))
        middle.addStretch(1)
        stack = VBox()
        stack.addStretch(2)
        stack.addLayout(column)
        stack.addStretch(3)
        middle.addLayout(stack, 4)
        middle.addStretch(1)

    def show_refusal(self, error: ButlerError) -> None:
        """Say why a file cannot be taken in."""
        self.strip.show_message("red", error.said(language()))

    def take_focus(self) -> None:
        """Put the keyboard on the button."""
        self.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget an earlier refusal."""
        self.strip.clear()

    def ask(self) -> QFileDialog:
        """Ask for a file with the system's dialog."""
        dialog = QFileDialog(self, self.tr("Choose an order table"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Order tables (*.xlsx *.xlsm *.csv)"), self.tr("All files (*)")]
        )
        dialog.directoryEntered.connect(self._remember)
        dialog.fileSelected.connect(lambda name: self.chosen.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _ask(self) -> None:
        self.ask()

    def _remember(self, folder: str) -> None:
        self._folder = folder


class _FileDrop(QWidget):
    """A dashed field that takes one file, with a button for those who do not drag."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aimed_at = False
        self.setAcceptDrops(True)
        words = self.tr("Drop the sales console's export here, or choose it.")
        self.setAccessibleName(words)
        self.button = Button(self.tr("Choose a file"), Kind.FILLED, icon="file-up")
        note = self.tr(
            "Excel (.xlsx) or CSV. Titles above the table, a totals row below it and other columns "
            "do not matter. The file itself is never changed."
        )
        stack = VBox(self, sides=(32, 36, 32, 32), gap=12)
        for widget in (
            Text(words, Role.CARD_TITLE),
            Text(note, Role.META, "text_3", wrap=True),
        ):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            stack.addWidget(widget)
        stack.addSpacing(px(4))
        stack.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        radius = px(CARD_RADIUS)
        ground = theme.accent_ground if self._aimed_at else theme.sunken
        paint.box(painter, self.rect(), ground, None, radius)
        line = theme.accent_text if self._aimed_at else theme.field_line
        paint.dashed_box(painter, self.rect(), line, radius)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(False)
        if path := _file_of(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _aim(self, aimed_at: bool) -> None:
        self._aimed_at = aimed_at
        self.update()


def _file_of(mime: QMimeData) -> Path | None:
    """The first file of this machine that a drag brings."""
    files = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return next(files, None)
