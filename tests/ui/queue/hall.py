"""A hall for tests: a real workspace with some filings, a real Background, and the queue page."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.ui.background import Background
from butler_desktop.ui.queue.queue_page import QueuePage
from tests.builders import NOW, Clock, a_filing, a_workspace, an_order

S = FilingState


class Hall(QObject):
    """The queue page on screen, wide enough for list and detail."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__()
        self.qtbot, self.clock = qtbot, Clock()
        self.workspace = a_workspace(folder, clock=self.clock)
        self.background = Background(lambda: self.workspace)
        self.crashes: list[BaseException] = []
        self.background.crashed.connect(self.crashes.append)
        self.page = QueuePage(self.background, self.clock)
        self.page.know(self.workspace.rulebook)
        self.background.changed.connect(self.page.follow)
        self.page.resize(1232, 800)

    def open(self) -> QueuePage:
        """Show the page and wait until its list is there."""
        with self.qtbot.waitActive(self.page):
            self.page.filings.read_again()
            self.page.show()
            self.page.activateWindow()
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

    def filing(
        self, number: str, state: FilingState = S.COLLECTING, *, day: int = 0, **given: Any
    ) -> str:
        """A filing that came into its state so many days ago; its id."""
        at = NOW - timedelta(days=day)
        form = Particulars.empty("first_filing")
        named = replace(form.subject, sponsor_name=given.pop("sponsor", f"主办者{number}"))
        form = replace(form, subject=named, province=given.pop("province", "330000"))
        order = an_order(paid_at=at, first_contact_at=at if state is not S.REQUESTED else None)
        filing = a_filing(
            order,
            number=number,
            state=state,
            state_since=at,
            requested_at=at,
            particulars=form,
            **given,
        )
        with self.workspace.editing() as work:
            work.save(None, Dossier(order, (filing,)), "order.enter")
        return filing.id

    def settle(self) -> None:
        """Wait until nothing is running and every row has come."""
        self.qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        if not self.background.is_idle or not self.page.detail.tabs.form.is_built:
            return False
        model = self.page.filings.model
        if self.page.isVisible() and self.page.filings.view.isVisible():
            return all(model.value_at(row) is not None for row in range(model.rowCount()))
        return True

    def numbers(self) -> list[str]:
        """The numbers of the filings in the list, in order."""
        model = self.page.filings.model
        return [model.value_at(row).number for row in range(model.rowCount())]
