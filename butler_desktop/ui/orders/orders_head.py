"""Orders head: above the list of orders: which ones, the filter, their sum; the list below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.services.worklist import SiteTotals
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.filter_chip import FilterChip, FilterState
from butler_desktop.ui.kit.line_field import Edit
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.list_export import ListExport
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import SMALL, px
from butler_desktop.ui.orders.columns import COUNTS

WHICH = ("open", "closed", "all")
FILTER_WIDTH = 200


class OrdersHead(Surface):
    """The left side of the page; ``changed`` when another list is wanted."""

    changed = Signal()
    import_wanted = Signal()
    order_entry_wanted = Signal()

    def __init__(self, orders: ListView, export: ListExport, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._list, self._export = orders, export
        self.setFocusProxy(orders)
        self._count = Text("", ink="text_3")
        self._sums = Text("", Role.META, "text_2")
        names = [self.tr("In progress"), self.tr("Completed"), self.tr("All")]
        self.which = Segments(names, self.tr("Which orders"))
        self.enter = Button(self.tr("Enter an order"), icon="plus", size=Size.HEAD)
        self.enter.setToolTip("Ctrl+Shift+N")
        self.take_in = Button(self.tr("Import orders"), icon="file-up", size=Size.HEAD)
        self.chip = FilterChip(self.tr("Filter"), FilterState.BUTTON, icon="list-filter")
        self.chip.setToolTip("Ctrl+F")
        self.edit = Edit()
        self.edit.setPlaceholderText(self.tr("Customer, contact or number"))
        self.edit.setAccessibleName(self.tr("Filter this list"))
        self.edit.setClearButtonEnabled(True)
        self.edit.hide()
        self.empty = EmptyState()
        self.empty.hide()
        self._build()
        self._join()

    def _build(self) -> None:
        column = VBox(self)
        head = HBox(sides=(16, 10, 12, 10), gap=8)
        head.addWidget(Text(self.tr("Orders"), Role.LIST_TITLE))
        head.addWidget(self._count)
        head.addStretch(1)
        for part in (self.which, self.take_in, self.enter):
            head.addWidget(part)
        column.addLayout(head)
        row = HBox(sides=(16, 3, 12, 4), gap=8)
        row.addWidget(self.chip)
        row.addWidget(self.edit)
        row.addStretch(1)
        row.addWidget(self._sums)
        row.addWidget(self._export.button)
        column.addLayout(row)
        column.addWidget(self._export.strip)
        column.addWidget(self._list, 1)
        column.addWidget(self.empty, 1)

    def _join(self) -> None:
        self.which.chosen.connect(lambda _: self.changed.emit())
        self.take_in.clicked.connect(self.import_wanted)
        self.enter.clicked.connect(self.order_entry_wanted)
        self.chip.clicked.connect(self.start_finding)
        self.edit.textChanged.connect(self._find)
        self.edit.left.connect(lambda: self.edit.setVisible(bool(self.text)))
        self.edit.returnPressed.connect(self._list.setFocus)
        self.empty.acted.connect(self._leave_empty)
        look().changed.connect(self._measure)
        self._measure()

    @property
    def text(self) -> str:
        """What the list is filtered by."""
        return self.edit.text().strip()

    def show_all(self) -> None:
        """Every order, whatever its state, and none filtered out."""
        self.which.set_index(WHICH.index("all"))
        self.find_text("")

    def find_text(self, text: str) -> None:
        """Filter by a text; nothing shows all again."""
        self.edit.setText(text)
        self.edit.setVisible(bool(text))

    def start_finding(self) -> None:
        """The cursor goes into the filter."""
        self.edit.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def show_count(self, count: int) -> None:
        """How many orders the list has; nothing says why it is empty."""
        self._count.setText(str(count))
        self._list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        self._export.button.setVisible(count > 0)
        if self.text:
            told = self.tr("No order matches “%1”.").replace("%1", self.text)
            self.empty.show_words(told, self.tr("Clear the filter"))
        else:
            self.empty.show_words(
                self.tr("There is no order here. Orders come from the sales console's export."),
                self.tr("Import orders"),
            )

    def show_sums(self, sums: SiteTotals) -> None:
        """What was bought is what was delivered, is in flight, is left and was given back."""
        parts = [f"{said(words)} {getattr(sums, key)}" for key, words in COUNTS.items()]
        self._sums.setText(f"{parts[0]} = {' + '.join(parts[1:])}")

    def _find(self) -> None:
        # The sum is that of the whole list: beside a part of it, it would not add up.
        self._sums.setVisible(not self.text)
        self.changed.emit()

    def _leave_empty(self) -> None:
        if self.text:
            self.find_text("")
        else:
            self.import_wanted.emit()

    def _measure(self) -> None:
        self.edit.setFixedSize(px(FILTER_WIDTH), px(SMALL))
