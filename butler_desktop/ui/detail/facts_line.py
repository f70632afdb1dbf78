"""Facts line: the few facts that tell which filing this is, in one line, cut from the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

GAP, DOT = 8, 3
"""From a fact to the dot after it, and the dot's side."""

COPY = 22


class FactsLine(QWidget):
    """Number with a copy button, kind and province, the order as a link, place and butler."""

    order_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._number = Text("", Role.META, "text_2", parent=self)
        self.copy_button = IconButton(
            "copy", self.tr("Copy the number"), side=COPY, size=14, parent=self
        )
        self.copy_button.clicked.connect(self._copy)
        self.order_link = Link("", Role.META, parent=self)
        self.order_link.clicked.connect(self.order_clicked)
        self._before = [Text("", Role.META, "text_2", elide=True, parent=self) for _ in range(3)]
        self._place = Text("", Role.META, "text_2", elide=True, parent=self)
        self._after = [Text("", Role.META, "text_2", elide=True, parent=self) for _ in range(2)]
        self._dots: list[int] = []
        look().changed.connect(self._lay_out)

    def show_facts(
        self, number: str, before: Sequence[str], order: str, place: str, after: Sequence[str]
    ) -> None:
        """Say the facts; those ``before`` the order's link, and those ``after`` its place."""
        self._number.setText(number)
        for label, words in zip(self._before, [*before, "", "", ""], strict=False):
            label.setText(words)
        self.order_link.set_text(order)
        self._place.setText(place)
        for label, words in zip(self._after, [*after, "", ""], strict=False):
            label.setText(words)
        whole = " ・ ".join(t for t in (number, *before, f"{order} {place}", *after) if t)
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(px(500), max(Role.META.line, px(COPY) - px(2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), px(DOT)
        ink = colour(look().theme.border_strong)
        for left in self._dots:
            painter.fillRect(left, (self.height() - side) // 2, side, side, ink)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._lay_out()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number.text())

    def _lay_out(self) -> None:
        """Place the facts from the left; the first that does not fit is cut, the rest wait."""
        self._dots = []
        left = self._put(self._number, 0, self._number.sizeHint().width())
        side = px(COPY)
        top = (self.height() - side) // 2
        self.copy_button.setGeometry(QRect(left + px(3), top, side, side))
        left += px(3) + side - px(4)
        facts: list[Text | Link] = [*self._before, self.order_link, *self._after]
        for fact in facts:
            hint = fact.sizeHint().width() if fact.text() else 0
            room = self.width() - left - 2 * px(GAP) - px(DOT)
            least = hint if fact is self.order_link else min(hint, px(40))
            if not hint or room < least:
                fact.hide()
                continue
            self._dots.append(left + px(GAP))
            left = self._put(fact, left + 2 * px(GAP) + px(DOT), min(hint, room))
            if fact is self.order_link:
                left = self._put_place(left)
        self.update()

    def _put_place(self, left: int) -> int:
        """How many-th site of the order it is, right behind the order."""
        hint = self._place.sizeHint().width()
        room = self.width() - left - px(8)
        if not self._place.text() or room < min(hint, px(40)):
            self._place.hide()
            return left
        return self._put(self._place, left + px(8), min(hint, room))

    def _put(self, fact: QWidget, left: int, width: int) -> int:
        height = min(fact.sizeHint().height(), self.height())
        fact.setGeometry(QRect(left, (self.height() - height) // 2, width, height))
        fact.show()
        return left + width
