"""Alarm frame: the bell in the top bar: what rings is said once, and stands there until read."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from butler_desktop.domain.alarms import Alarm, AlarmKind
from butler_desktop.domain.time_words import clock_text
from butler_desktop.services.today import alarms_now
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.announce import announce
from butler_desktop.ui.kit.icons import icon
from butler_desktop.ui.kit.undo_strip import UndoStrip
from butler_desktop.ui.main_window import MainWindow

SHOWN = 12
ICONS = {
    AlarmKind.SOON: ("alarm-clock", "amber"),
    AlarmKind.NOW: ("phone", "accent_text"),
    AlarmKind.OVERDUE: ("triangle-alert", "red"),
}


class Workplace(Protocol):
    """The window, and the ways to what rings."""

    window: MainWindow

    def open_filing(self, filing_id: str) -> None:
        """Shows a filing."""

    def open_order(self, order_id: str) -> None:
        """Shows an order."""


class AlarmFrame(QObject):
    """Begins when the workspace is open, at a desk that may write."""

    def __init__(self, place: Workplace, background: Background, rung: Mapping[str, bool]) -> None:
        super().__init__(place.window)
        self._place, self._background = place, background
        self._rung = dict(rung)
        self._alarms: tuple[Alarm, ...] = ()
        self.strip = UndoStrip(place.window.pages)
        self.bell = place.window.top.notices
        self.bell.clicked.connect(self.open)
        self.bell.show()
        self._say()
        self.look()

    @property
    def rung(self) -> dict[str, bool]:
        """What has rung today, by id, and whether it was read: each rings once a desk."""
        return {alarm.id: self._rung.get(alarm.id, False) for alarm in self._alarms}

    @property
    def unread(self) -> int:
        """How many were not read yet."""
        return sum(not read for read in self.rung.values())

    def look(self) -> None:
        """Ask what has rung by now."""
        self._background.ask(self, alarms_now, then=self._arrived)

    def _arrived(self, alarms: tuple[Alarm, ...]) -> None:
        new = [alarm for alarm in alarms if alarm.id not in self._rung]
        self._alarms = alarms
        self._rung = {alarm.id: self._rung.get(alarm.id, False) for alarm in alarms}
        if new:
            self._ring(new)
        self._say()

    def _ring(self, new: list[Alarm]) -> None:
        last = new[-1]
        told = f"{said(last.words)} ・ {last.customer}"
        if len(new) > 1:
            told += self.tr(" and %n more", "", len(new) - 1)
        announce(self._place.window, told)
        self.strip.show_act(told, None)

    def _say(self) -> None:
        count = self.unread
        self.bell.set_mark(count > 0)
        words = self.tr("Alarms: %n unread", "", count) if count else self.tr("Alarms")
        self.bell.set_words(words)

    def open(self) -> QMenu:
        """Shows what has rung today, the newest first."""
        menu = QMenu(self._place.window)
        for alarm in reversed(self._alarms[-SHOWN:]):
            name, ink = ICONS[alarm.kind]
            told = f"{clock_text(alarm.at)}  {said(alarm.words)} ・ {alarm.customer}"
            action = menu.addAction(icon(name, ink), told)
            font = action.font()
            font.setBold(not self._rung[alarm.id])
            action.setFont(font)
            action.triggered.connect(lambda _=False, alarm=alarm: self._go(alarm))
        if not self._alarms:
            menu.addAction(self.tr("Nothing has rung today.")).setEnabled(False)
        elif self.unread:
            menu.addSeparator()
            menu.addAction(self.tr("Mark all as read")).triggered.connect(self._read_all)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.bell.mapToGlobal(QPoint(0, self.bell.height())))
        return menu

    def _go(self, alarm: Alarm) -> None:
        self._rung[alarm.id] = True
        self._say()
        if alarm.filing_id is not None:
            self._place.open_filing(alarm.filing_id)
        else:
            self._place.open_order(alarm.order_id)

    def _read_all(self) -> None:
        self._rung = dict.fromkeys(self._rung, True)
        self._say()
