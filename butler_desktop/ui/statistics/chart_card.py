"""Chart card: a chart with its title, the table behind it, and the way out as a workbook."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from butler_desktop.domain.table import Table
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.statistics.value_table import ValueTable


class ChartCard(Card):
    """``export_wanted`` with the table; the table button changes chart and table."""

    export_wanted = Signal(object)

    def __init__(self, chart: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.chart, self.values = chart, ValueTable()
        self._table: Table | None = None
        self._title = Text("", Role.CARD_TITLE)
        self._about = Text("", Role.META, "text_2", elide=True)
        self.foot = Text("", Role.META, "text_2", wrap=True)
        self.foot.hide()
        self.as_table = IconButton("table-2", self.tr("Data table"))
        self.download = IconButton("download", self.tr("Export as .xlsx"))
        self._empty = EmptyState(self.tr("Nothing to count in this period."))
        self.pages = QStackedWidget()
        for page in (chart, self.values, self._empty):
            self.pages.addWidget(page)
        stack = VBox(self, sides=(16, 10, 16, 14), gap=8)
        head = HBox(gap=8)
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        head.addWidget(self.as_table)
        head.addWidget(self.download)
        stack.addLayout(head)
        stack.addWidget(self.pages, 1)
        stack.addWidget(self.foot)
        self.as_table.clicked.connect(self._turn)
        self.download.clicked.connect(lambda: self.export_wanted.emit(self._table))

    def show_table(self, table: Table, about: str, foot: str = "") -> None:
        """Show what the chart is of, and the values behind it; the chart is shown by its own."""
        self._table = table
        title = said(table.title)
        self._title.setText(title)
        self._about.setText(about)
        self.values.show_table(table)
        self.chart.setAccessibleName(f"{title}, {about}")
        self.chart.setAccessibleDescription(self.values.copied())
        self.foot.setText(foot)
        has_rows = self.values.rowCount() > 0
        self.foot.setVisible(bool(foot) and has_rows)
        for button in (self.as_table, self.download):
            button.setEnabled(has_rows)
        if not has_rows:
            self.pages.setCurrentWidget(self._empty)
        elif self.pages.currentWidget() is self._empty:
            self.pages.setCurrentIndex(0)

    def _turn(self) -> None:
        is_chart = self.pages.currentIndex() == 0
        self.pages.setCurrentIndex(1 if is_chart else 0)
        words = self.tr("Chart") if is_chart else self.tr("Data table")
        self.as_table.set_words(words)
        self.as_table.set_icon("chart-column" if is_chart else "table-2")
