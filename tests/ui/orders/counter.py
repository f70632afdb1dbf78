"""A counter for tests: a real workspace with orders, a real Background, and the orders page."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.rating import Rating
from butler_desktop.ui.background import Background
from butler_desktop.ui.kit import row_paint
from butler_desktop.ui.orders.orders_page import OrdersPage
from tests.builders import NOW, Clock, a_filing, a_workspace, an_order

S = FilingState


class Counter:
    """The orders page on screen, wide enough for list and order."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder, self.clock = qtbot, folder, Clock()
        self.workspace = a_workspace(folder, clock=self.clock)
        self.background = Background(lambda: self.workspace)
        self.crashes: list[BaseException] = []
        self.background.crashed.connect(self.crashes.append)
        self.page = OrdersPage(self.background, self.clock)
        self.page.know(self.workspace.rulebook)
        self.background.changed.connect(self.page.follow)
        self.page.resize(1232, 800)

    def open(self) -> OrdersPage:
        """Show the page and wait until its list is there."""
        with self.qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.read_again()
        self.settle()
        return self.page

    def close(self) -> None:
        """End of the working day."""
        self.settle()
        self.page.close()
        self.background.close()
        shiboken6.delete(self.page)
        shiboken6.delete(self.background)
        assert self.crashes == []

    def order(self, *states: FilingState, sites: int = 6, age: int = 0, **given: Any) -> str:
        """An order bought so many days ago, with a filing in each of these states; its id."""
        paid = NOW - timedelta(days=age, minutes=15)
        order = an_order(**{"ordered_site_count": sites, "paid_at": paid} | given)
        filings = tuple(a_filing(order, state=state) for state in states)
        ratings = ()
        if S.CLOSED in states:
            rated = next(filing for filing in filings if filing.state is S.CLOSED)
            ratings = (Rating(f"r{order.id}", order.id, rated.id, 5, 4, "很快", NOW),)
        with self.workspace.editing() as work:
            work.save(None, replace(Dossier(order, filings), ratings=ratings), "order.enter")
        return order.id

    def settle(self) -> None:
        """Wait until nothing is running and every row has come."""
        self.qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        model = self.page.model
        has_all = not self.page.list.isVisible() or all(
            model.value_at(row) is not None for row in range(model.rowCount())
        )
        return self.background.is_idle and has_all

    def press_count(self, order_id: str, key: str) -> None:
        """Press a number of the list with the mouse."""
        model, view = self.page.model, self.page.list
        column = next(n for n, c in enumerate(model.columns()) if c.key == key)
        index = model.index(model.row_of(order_id), column)
        cell = model.cell(index.row(), column)
        area = view._delegate.area(view.visualRect(index), column)
        spot: QPoint = row_paint.link_area(area, cell, model.columns()[column].align).center()
        left = Qt.MouseButton.LeftButton
        self.qtbot.mouseClick(view.viewport(), left, pos=spot)
        self.settle()
