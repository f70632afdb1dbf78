"""Timeline tab: every act on the filing, newest first, day by day."""

from itertools import groupby

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.time_words import clock_text, near_day_text
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.history import HistoryLine
from butler_desktop.ui.detail.tab_page import TabPage
from butler_desktop.ui.detail.time_field import WEEKDAYS
from butler_desktop.ui.detail.timeline_row import TimelineRow
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.text import Text

PAGE = 60
"""Lines shown at first, and more with each press: a long history must not hold the window."""


class TimelineTab(TabPage):
    """Days as headings, an act a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=0, parent=parent)
        self._view: FilingView | None = None
        self._key: tuple[object, ...] = ()
        self._most = PAGE
        self._list = QWidget()
        self._rows = VBox(self._list)
        self.more = Button("", size=Size.SMALL)
        self.more.clicked.connect(self._show_more)
        self.add(self._list)
        self.add(self.more)

    def show_view(self, view: FilingView) -> None:
        if self._view is None or self._view.filing.id != view.filing.id:
            self._most = PAGE
            self.to_top()
        self._view = view
        key = (view.filing.id, view.revision, local_date(view.now), self._most)
        if key != self._key:
            self._key = key
            self._fill(view)

    def _fill(self, view: FilingView) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        today = local_date(view.now)
        lines = view.history[: self._most]
        for day, acts in groupby(lines, key=lambda line: local_date(line.at)):
            words = said(near_day_text(day, today)) + said(WEEKDAYS[day.weekday()])
            heading = Text(words, Role.META_BOLD, "text_2")
            heading.setContentsMargins(0, 8, 0, 4)
            self._rows.addWidget(heading)
            for line in acts:
                self._rows.addWidget(_row(line))
        left = len(view.history) - len(lines)
        self.more.set_words(self.tr("Show %1 earlier").replace("%1", str(min(left, PAGE))))
        self.more.setVisible(left > 0)

    def _show_more(self) -> None:
        self._most += PAGE
        if self._view is not None:
            self.show_view(self._view)


def _row(line: HistoryLine) -> TimelineRow:
    return TimelineRow(
        clock_text(line.at),
        said(line.words),
        said(line.detail),
        line.actor,
        strong=line.state is not None,
    )
