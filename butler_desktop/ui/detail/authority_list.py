"""Authority list: the lines on the authority's doings, under the panel of the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.role import may_write
from butler_desktop.domain.transition import Action
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui import i18n
from butler_desktop.ui.detail.authority_lines import (
    AuthorityLine,
    authority_lines,
    missed_call_text,
)
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.measure import SIDE


class AuthorityList(QWidget):
    """A row a line; hidden where there is nothing to say."""

    act_wanted = Signal(str, dict)
    """An act that a row offers, and what is known for its form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.lines: tuple[AuthorityLine, ...] = ()
        self.links: dict[tuple[int, Action], Link] = {}
        """By the row's number and the act."""
        self.strip = MessageStrip()
        self.strip.acted.connect(lambda key: self.act_wanted.emit(key, {}))
        self._list = QWidget()
        self._rows = VBox(self._list, gap=4)
        stack = VBox(self, sides=(SIDE, 8, SIDE, 0), gap=6)
        stack.addWidget(self.strip)
        stack.addWidget(self._list)
        self.hide()

    def show_view(self, view: FilingView) -> None:
        """Say what is known of this filing."""
        self.lines = authority_lines(view)
        alarm = missed_call_text(view)
        shown = (view.filing.id, self.lines, alarm, view.role, i18n.language())
        self.setVisible(bool(self.lines) or bool(alarm))
        if shown == self._shown:
            return
        self._shown = shown
        only = Qt.FindChildOption.FindDirectChildrenOnly
        self._warn(alarm, view)
        self._list.setVisible(bool(self.lines))
        for old in self._list.findChildren(QWidget, options=only):
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = {}
        for number, line in enumerate(self.lines):
            self._rows.addWidget(self._row(number, line))

    def _warn(self, alarm: str, view: FilingView) -> None:
        """Say that the reviewer's call may go astray, with what can be done."""
        self.strip.clear()
        if alarm:
            acts = (
                (Action.SETTLE_CALL, self.tr("Settle the call")),
                (Action.EXPECT_CALL, self.tr("Another time")),
            )
            self.strip.show_message("red", alarm, acts if may_write(view.role) else ())

    def _row(self, number: int, line: AuthorityLine) -> QWidget:
        row = QWidget()
        row.setAccessibleName(f"{line.words} {line.told}")
        inside = HBox(row, sides=(15, 0, 11, 0), gap=8)
        inside.addWidget(Hint(line.icon, "", line.ink, size=16))
        inside.addWidget(Text(line.words, Role.BODY))
        inside.addWidget(Text(line.told, Role.META, line.told_ink, elide=True), 1)
        for each in line.links:
            link = Link(each.words)
            link.clicked.connect(lambda each=each: self.act_wanted.emit(each.action, each.given))
            self.links[number, each.action] = link
            inside.addWidget(link)
        return row
