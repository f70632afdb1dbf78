"""What tests of promises share: the page of a filing, and that of an order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.detail.desk import Desk
from tests.ui.orders.counter import Counter


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    made = Counter(qtbot, tmp_path)
    yield made
    made.close()
