"""Scan facts: what was read on and measured in the file that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.material import Material
from butler_desktop.domain.scan import Severity
from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.domain.scan_measures import ScanMeasure, scan_measures
from butler_desktop.domain.time_words import moment_text
from butler_desktop.domain.verdict import VERDICT_WORDS, Verdict
from butler_desktop.ui.detail.reading_table import Reading, ReadingTable
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import Theme, colour

_HEAD, _ROW, _SIDE = 28, 30, 8
_SHARES = (0.14, 0.26, 0.26, 0.34)
_MOST = 400
_WANTED = 2  # goes where there is no room: what is wrong says what is wanted


class _Table(QWidget):
    """Four columns: measure, found, wanted, result; three where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ScanMeasure] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[ScanMeasure]) -> None:
        self._rows = rows
        self.setAccessibleName("; ".join(self._sentence(row) for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(_HEAD) + len(self._rows) * px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _sentence(self, row: ScanMeasure) -> str:
        result = said(row.flag.message if row.flag else VERDICT_WORDS[Verdict.SOUND])
        return ", ".join((said(row.name), said(row.found), result))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        painter.fillRect(0, 0, self.width(), px(_HEAD), colour(theme.sunken))
        spots = self._spots()
        for column, head in enumerate(self._heads()):
            if spot := spots.get(column):
                line = spot.adjusted(0, 0, 0, px(_HEAD))
                paint.words(painter, line, Role.META, theme.text_2, head)
        top = px(_HEAD)
        painter.fillRect(0, top - 1, self.width(), 1, colour(theme.border))
        for row in self._rows:
            for column, spot in spots.items():
                line = spot.adjusted(0, top, 0, top + px(_ROW))
                self._paint_cell(painter, theme, row, column, line)
            top += px(_ROW)
            painter.fillRect(0, top - 1, self.width(), 1, colour(theme.border))
        painter.end()

    def _heads(self) -> tuple[str, ...]:
        return self.tr("Measure"), self.tr("File"), self.tr("Wanted"), self.tr("Result")

    def _paint_cell(
        self, painter: QPainter, theme: Theme, row: ScanMeasure, column: int, line: QRect
    ) -> None:
        icon, ink, text = self._cell(theme, row, column)
        if icon:
            size = px(icons.TEXT)
            top = line.top() + (line.height() - size) // 2
            icons.draw(painter, line.left(), top, icon, size, ink)
            line = line.adjusted(size + px(5), 0, 0, 0)
        paint.words(painter, line, Role.BODY, ink, text)

    def _cell(self, theme: Theme, row: ScanMeasure, column: int) -> tuple[str, str, str]:
        """Icon, colour and words of a cell."""
        if column < 3:
            ink = theme.text if column == 1 else theme.text_2
            return "", ink, said((row.name, row.found, row.wanted)[column])
        if row.flag is None:
            return "check", theme.green.text, said(VERDICT_WORDS[Verdict.SOUND])
        if row.flag.severity is Severity.INFO:
            return "info", theme.text_2, said(row.flag.message)
        return "triangle-alert", theme.amber.text, said(row.flag.message)

    def _natural(self, column: int) -> int:
        """The width that a column's longest words take."""
        cells = (self._cell(look().theme, row, column) for row in self._rows)
        widths = [
            paint.width_of(Role.BODY, text) + (px(icons.TEXT + 5) if icon else 0)
            for icon, _ink, text in cells
        ]
        head = paint.width_of(Role.META, self._heads()[column])
        return max([head, *widths]) + 2 * px(_SIDE)

    def _spots(self) -> dict[int, QRect]:
        """Where each column lies: by the shares of the design, or as its words need."""
        natural = [self._natural(column) for column in range(4)]
        widths = [round(self.width() * share) for share in _SHARES]
        columns = [0, 1, _WANTED, 3]
        spare = self.width() - sum(natural)
        if any(wide < needed for wide, needed in zip(widths, natural, strict=True)):
            widths = [needed + max(spare, 0) // 4 for needed in natural]
        if spare < 0:
            columns.remove(_WANTED)
        spots, left = {}, 0
        for column in columns:
            right = self.width() if column == 3 else left + widths[column]
            spots[column] = QRect(left + px(_SIDE), 0, right - left - 2 * px(_SIDE), 0)
            left = right
        return spots


class ScanFacts(Surface):
    """The panel under a scan; takes at most half of the height and scrolls then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "t", parent)
        self.reading = ReadingTable()
        self._title = Text(self.tr("File and requirements"), Role.BODY_BOLD)
        self._origin = Text("", Role.META, "text_3", elide=True)
        self._origin.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._table = _Table()
        head = HBox(gap=16)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._origin)
        self._page = QWidget()
        stack = VBox(self._page, sides=(16, 12, 16, 12), gap=6)
        stack.addWidget(self.reading)
        stack.addLayout(head)
        stack.addWidget(self._table)
        stack.addStretch(1)
        frame = VBox(self)
        frame.addWidget(ScrollPage(self._page))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_material(self, material: Material, limits: ScanLimits) -> None:
        """Show the measures of one file beside what is wanted, who attached it and when."""
        self._origin.setText(
            self.tr("{name} · attached {when} by {who}").format(
                name=material.file_name,
                when=said(moment_text(material.attached_at)),
                who=material.attached_by,
            )
        )
        self._table.show_rows(scan_measures(material, limits))
        self.updateGeometry()

    def show_reading(self, reading: Reading | None, *, editable: bool) -> None:
        """Show what was read on the page."""
        self.reading.show_reading(reading, editable=editable)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        over = self.parentWidget()
        most = px(_MOST) if over is None else over.height() // 2
        wanted = most if self.reading.wants_room else self._page.sizeHint().height() + 1
        return QSize(px(360), min(wanted, most))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(80))
