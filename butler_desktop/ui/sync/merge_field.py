"""Merge field: a text that the butler writes by hand in place of mine or theirs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind, Size
from butler_desktop.ui.kit.finding_line import FieldFinding
from butler_desktop.ui.kit.text_field import TextField


class MergeField(QWidget):
    """``written(str)`` when it is taken, ``left()`` when it is given up; Esc gives it up."""

    written = Signal(str)
    left = Signal()

    def __init__(self, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(label)
        self.field.set_value(text)
        self.take = Button(self.tr("Use this text"), Kind.PLAIN, size=Size.SMALL)
        cancel = Button(self.tr("Cancel"), Kind.FLAT, size=Size.SMALL)
        column = VBox(self, sides=(14, 8, 14, 12), gap=8)
        column.addWidget(self.field)
        row = HBox(gap=8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.take)
        column.addLayout(row)
        self.take.clicked.connect(lambda: self.written.emit(self.field.value()))
        cancel.clicked.connect(self.left)

    def begin(self) -> None:
        """Put the cursor at the end of the text."""
        self.field.lines.setFocus()
        cursor = self.field.lines.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.field.lines.setTextCursor(cursor)

    def refuse(self, words: str) -> None:
        """Say why the text cannot be taken; it stays."""
        self.field.set_finding(FieldFinding("red", words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
