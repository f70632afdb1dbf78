"""Value table: the values behind a chart, to be read and copied."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from butler_desktop.domain.local_time import local
from butler_desktop.domain.table import Kind, Table, Value
from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.overlay_bar import OverlayBar
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px


class ValueTable(QTableWidget):
    """Rows of text; what is selected is copied with tabs between, as spreadsheets paste it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._heads: list[str] = []
        self._bar = OverlayBar(self)
        look().changed.connect(self._dress)
        self._dress()

    def show_table(self, table: Table) -> None:
        """Show a table in the language in force."""
        rows = tuple(table.rows)
        self.setAccessibleName(said(table.title))
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(rows))
        self._heads = [said(column.name) for column in table.columns]
        self.setHorizontalHeaderLabels(self._heads)
        for place, row in enumerate(rows):
            for at, (value, column) in enumerate(zip(row, table.columns, strict=True)):
                item = QTableWidgetItem(shown(value, column.kind))
                item.setTextAlignment(_side(column.kind))
                self.setItem(place, at, item)
        for at, column in enumerate(table.columns):
            head = self.horizontalHeaderItem(at)
            if head is not None:
                head.setTextAlignment(_side(column.kind))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def copied(self) -> str:
        """The rows that are selected, or all, with their heads."""
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        rows = chosen if len(chosen) > 1 else range(self.rowCount())
        heads = self._heads
        lines = [
            heads,
            *([self._text(row, at) for at in range(self.columnCount())] for row in rows),
        ]
        return "\n".join("\t".join(line) for line in lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def _text(self, row: int, at: int) -> str:
        item = self.item(row, at)
        return item.text() if item is not None else ""

    def _dress(self) -> None:
        theme, palette = look().theme, self.palette()
        for role, ink in (
            (QPalette.ColorRole.Base, theme.surface),
            (QPalette.ColorRole.Text, theme.text),
            (QPalette.ColorRole.Button, theme.sunken),
            (QPalette.ColorRole.ButtonText, theme.text_2),
            (QPalette.ColorRole.Highlight, theme.selected),
            (QPalette.ColorRole.HighlightedText, theme.text),
        ):
            palette.setColor(role, QColor(ink))
        self.setPalette(palette)
        self.horizontalHeader().setPalette(palette)
        self.setFont(fonts.font(Role.META))
        self.horizontalHeader().setFont(fonts.font(Role.META))
        # Room at the right: the bar lies over the edge.
        self.setStyleSheet(
            f"QTableView::item {{ padding-right: {px(10)}px; }}"
            f"QHeaderView::section {{ background: {theme.sunken}; color: {theme.text_2};"
            f" border: none; border-bottom: 1px solid {theme.border};"
            f" padding: {px(4)}px {px(10)}px {px(4)}px {px(3)}px; }}"
        )
        self.verticalHeader().setDefaultSectionSize(px(26))
        self.verticalHeader().setMinimumSectionSize(px(26))


def _side(kind: Kind) -> Qt.AlignmentFlag:
    """Figures stand at the right, all else at the left."""
    is_text = kind in (Kind.TEXT, Kind.TIME)
    side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def shown(value: Value, kind: Kind) -> str:
    """A value as the table shows it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{local(value):%Y-%m-%d}"
    if kind is Kind.PERCENT and isinstance(value, (int, float)):
        return f"{value:.1%}"
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)
