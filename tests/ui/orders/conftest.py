"""A desk for tests of the orders: a real workspace, a real Background, and the import page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.domain.worklist import Sorting
from butler_desktop.services.worklist import all_order_rows
from butler_desktop.ui.background import Background
from butler_desktop.ui.orders.import_page import ImportPage
from tests.builders import a_workspace
from tests.ui.orders.counter import Counter

ORDERS = Path(__file__).parents[2] / "data" / "orders"


class ImportDesk:
    """What a butler who imports orders sits at."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.workspace = a_workspace(folder)
        self.background = Background(lambda: self.workspace)
        self.crashes: list[BaseException] = []
        self.background.crashed.connect(self.crashes.append)
        self.background.open()
        self.page = ImportPage(self.background)
        qtbot.addWidget(self.page)
        self.page.resize(1232, 800)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is running."""
        while not self.background.is_idle:
            with self.qtbot.waitSignal(self.background.idle):
                pass

    def open(self, name: str) -> None:
        """Choose one of the sample files, and wait for its rows."""
        self.page.open_file(ORDERS / name)
        self.settle()

    def numbers(self) -> list[str]:
        """The order numbers in the database."""
        with self.workspace.reading() as work:
            return [row.number for row in all_order_rows(work, Sorting("number"))]

    def close(self) -> None:
        """End of the working day."""
        self.settle()
        self.page.close()
        self.background.close()
        assert self.crashes == []


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[ImportDesk]:
    """The import page on an empty workspace."""
    made = ImportDesk(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    """The orders page on an empty workspace, not shown yet."""
    made = Counter(qtbot, tmp_path)
    yield made
    made.close()
