"""Change list: what has happened since the last working period, unread until it is marked."""

from datetime import datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.time_words import clock_text, near_moment_text
from butler_desktop.domain.today import ChangeKind, ChangeLine, Today
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.today.line_button import LineButton

ICONS = {
    ChangeKind.APPROVED: ("circle-check", "green"),
    ChangeKind.REJECTED: ("undo-2", "red"),
    ChangeKind.RETURNED: ("undo-2", "red"),
    ChangeKind.CONFIRMED: ("badge-check", "teal"),
    ChangeKind.AUTO_CONFIRMED: ("hourglass", "slate"),
    ChangeKind.SMS_EXPIRED: ("triangle-alert", "red"),
    ChangeKind.HANDED_OVER: ("user-plus", "blue"),
    ChangeKind.COLLEAGUE: ("git-merge", "blue"),
}
SHOWN = 8
DOT = " ・ "


class ChangeRow(LineButton):
    """What, to whom, and when."""

    height_at_100 = 48

    def __init__(
        self, line: ChangeLine, now: datetime, *, is_unread: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line, self.is_unread = line, is_unread
        is_today = local_date(line.at) == local_date(now)
        at = line.at
        self._when = clock_text(at) if is_today else said(near_moment_text(at, now))
        detail = said(line.detail)
        self._about = line.customer + (DOT + detail if detail else "")
        self.setAccessibleName(f"{said(line.words)}，{self._about}，{self._when}")
        self.setToolTip(self._about)

    def draw(self, painter: QPainter) -> None:
        theme, (icon, ink) = look().theme, ICONS[self.line.kind]
        size, left, side = px(16), px(40), px(16)
        icons.draw(painter, side, px(8), icon, size, theme.token(ink))
        when = paint.width_of(Role.META, self._when)
        first = QRect(left, px(4), self.width() - left - when - side - px(8), Role.BODY.line)
        role = Role.BODY_BOLD if self.is_unread else Role.BODY
        paint.words(painter, first, role, theme.text, said(self.line.words))
        right = QRect(0, px(4), self.width() - side, Role.BODY.line)
        paint.words(painter, right, Role.META, theme.text_2, self._when, paint.RIGHT)
        second = QRect(left, px(25), self.width() - left - side, Role.META.line)
        paint.words(painter, second, Role.META, theme.text_2, self._about)


class ChangeList(Card):
    """``opened`` with the line that was pressed, ``marked`` when all of it counts as read."""

    opened = Signal(object)
    marked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._today: Today | None = None
        self._read_until: datetime | None = None
        self._is_whole = False
        self._title = Text("", Role.CARD_TITLE)
        self._count = Text("", ink="text_3")
        self.mark = Link(self.tr("Mark all as read"))
        self.mark.clicked.connect(self.marked)
        self.rest = Link("")
        self.rest.clicked.connect(self._show_all)
        self.empty = EmptyState(self.tr("Nothing has changed."))
        self._list, self._foot = QWidget(), QWidget()
        self._rows = VBox(self._list)
        HBox(self._foot, sides=(16, 8, 16, 8)).addWidget(self.rest)
        stack = VBox(self, sides=(1, 0, 1, 1))
        head = HBox(sides=(16, 12, 16, 8), gap=8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.mark)
        stack.addLayout(head)
        for part in (self._list, self.empty, self._foot):
            stack.addWidget(part)
        stack.addStretch(1)

    @property
    def rows(self) -> list[ChangeRow]:
        """The rows that are shown."""
        found = self._list.findChildren(ChangeRow)
        return [row for row in found if self._rows.indexOf(row) >= 0]

    def show_changes(self, today: Today, read_until: datetime | None) -> None:
        """Show what has changed; what is younger than ``read_until`` is unread."""
        self._today, self._read_until = today, read_until
        now = today.to_do.now
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        since = said(near_moment_text(today.since, now))
        since = since[0].lower() + since[1:]  # Yesterday, within a sentence
        self._title.setText(self.tr("Since %1").replace("%1", since))
        self._count.setText(str(len(today.changes) or ""))
        shown = today.changes if self._is_whole else today.changes[:SHOWN]
        unread = [line for line in today.changes if read_until is None or line.at > read_until]
        for line in shown:
            row = ChangeRow(line, now, is_unread=line in unread)
            row.clicked.connect(lambda _=False, line=line: self.opened.emit(line))
            self._rows.addWidget(row)
        self.mark.setVisible(bool(unread))
        self.empty.setVisible(not today.changes)
        self._foot.setVisible(len(shown) < len(today.changes))
        self.rest.set_text(self.tr("Show all %n", "", len(today.changes)))

    def _show_all(self) -> None:
        self._is_whole = True
        if self._today is not None:
            self.show_changes(self._today, self._read_until)
