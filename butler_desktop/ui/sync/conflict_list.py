"""Conflict list: the records that wait for a choice, and below them what merged by itself."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.domain.conflict import Conflict
from butler_desktop.domain.receipt import Outcome, Receipt
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, px

DOT = " ・ "
WIDTH = 268
MOST_MERGED = 3


class ConflictItem(QAbstractButton):
    """One record: whose it is, how many choices it has, how many are made."""

    def __init__(self, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_conflict(conflict)

    def show_conflict(self, conflict: Conflict) -> None:
        """Count anew."""
        count = len(conflict.fields) or 1
        made = count - conflict.undecided
        told = self.tr("%n choice(s)", "", count)
        if made:
            told += DOT + self.tr("made: %1").replace("%1", str(made))
        self._ink = "accent_text" if made else "amber"
        self._counts = told
        self._number = conflict.filing_number or conflict.order_number
        self.setText(conflict.customer)
        self.setAccessibleName(f"{conflict.customer} {self._number} {told}")
        self.update()

    def counts(self) -> str:
        """What is said of the choices."""
        return self._counts

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH - 20), px(58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        fill = theme.selected if self.isChecked() else theme.hover if self.underMouse() else None
        if fill:
            paint.box(painter, self.rect(), fill, None, px(RADIUS))
        inside = self.rect().adjusted(px(12), px(9), -px(12), -px(9))
        first = QRect(inside.left(), inside.top(), inside.width(), Role.BODY.line)
        paint.words(painter, first, Role.BODY, theme.text, self.text())
        second = QRect(inside.left(), first.bottom() + 1, inside.width(), Role.META.line)
        ink = theme.token(self._ink)
        width = paint.width_of(Role.META, self._counts)
        paint.words(painter, second, Role.META, ink, self._counts, paint.RIGHT)
        size = px(icons.TEXT)
        left = second.right() - width - size - px(5)
        top = second.top() + (second.height() - size) // 2
        icons.draw(painter, left, top, "git-merge", size, ink)
        second.setRight(left - px(6))
        paint.words(painter, second, Role.META, theme.text_2, self._number)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, px(RADIUS))
        painter.end()


class ConflictList(Surface):
    """``chosen(act id)`` when another record is to be shown."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "r", parent)
        self.items: dict[str, ConflictItem] = {}
        self._page = QWidget()
        self._column = VBox(self._page, sides=(9, 10, 10, 10), gap=0)
        self._open, self._merged = VBox(), VBox(gap=4)
        self._column.addLayout(self._open)
        self._column.addSpacing(px(12))
        self._column.addLayout(self._merged)
        self._column.addStretch(1)
        VBox(self).addWidget(ScrollPage(self._page))
        look().changed.connect(self._measure)
        self._measure()

    def show_conflicts(self, found: Sequence[Conflict], current: str) -> None:
        """Show these records, one of them chosen."""
        if list(self.items) != [conflict.act_id for conflict in found]:
            self._clear(self._open)
            self.items = {}
            for conflict in found:
                item = ConflictItem(conflict)
                act_id = conflict.act_id
                item.clicked.connect(lambda _on=False, it=act_id: self.chosen.emit(it))
                self._open.addWidget(item)
                self.items[act_id] = item
        for conflict in found:
            self.items[conflict.act_id].show_conflict(conflict)
        if current in self.items:
            self.items[current].setChecked(True)

    def show_merged(self, receipt: Receipt) -> None:
        """Count the acts that merged by themselves, by record."""
        counted = Counter(
            (line.filing_number or line.order_number, line.customer)
            for line in receipt.lines
            if line.outcome is Outcome.SHARED
        )
        self._clear(self._merged)
        if not counted:
            return
        self._merged.addWidget(Text(self.tr("Merged by itself"), Role.META, "text_3"))
        most = counted.most_common()
        shown = most if len(most) <= MOST_MERGED else most[: MOST_MERGED - 1]
        rest = most[len(shown) :]
        for (_, customer), count in shown:
            self._add_merged(customer, count)
        if rest:
            told = self.tr("%n other record(s)", "", len(rest))
            self._add_merged(told, sum(count for _, count in rest))

    def _add_merged(self, words: str, count: int) -> None:
        line = QWidget()
        row = HBox(line, sides=(4, 3, 12, 3), gap=6)
        row.addWidget(Hint("circle-check", "", "green"))
        row.addWidget(Text(words, Role.META, "text_2", elide=True), 1)
        row.addWidget(Text(str(count), Role.META, "text_2"))
        self._merged.addWidget(line)

    def _clear(self, box: VBox) -> None:
        while (part := box.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _measure(self) -> None:
        self.setFixedWidth(px(WIDTH))
