"""Clock list: all that runs for a filing, the nearest first, each with the sentence why."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.clocks import Due
from butler_desktop.domain.filing_clocks import CLOCK_WORDS
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.due import DueLabel
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import SIDE


class ClockList(QWidget):
    """A row a clock; hidden where the panel above says all that there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = VBox(self, sides=(SIDE, 8, SIDE, 0), gap=4)
        self.hide()

    def show_view(self, view: FilingView) -> None:
        """Say the clocks of a filing."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        wants = len(view.clocks) > 1 or any(_is_notable(due) for due in view.clocks)
        for due in view.clocks if wants else ():
            self._rows.addWidget(_row(due, view))
        self.setVisible(wants)


def _is_notable(due: Due) -> bool:
    """Whether the sentence is needed to understand the time."""
    return due.is_provisional or due.paused_at is not None


def _row(due: Due, view: FilingView) -> QWidget:
    row = QWidget()
    told = due_text(due, view.now, view.rulebook.calendar)
    name, reason = said(CLOCK_WORDS[due.clock]), said(due.reason)
    row.setAccessibleName(", ".join((name, told.text if told else "", reason)))
    inside = HBox(row, sides=(15, 0, 11, 0), gap=8)
    inside.addWidget(Text(name, Role.META, "text_2"))
    inside.addWidget(DueLabel(told, Role.META))
    inside.addWidget(Text(reason, Role.META, "text_3", elide=True), 1)
    return row
