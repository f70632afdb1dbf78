"""What tests of the queue share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.queue.hall import Hall


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path) -> Iterator[Hall]:
    """A workspace and the queue page, not shown yet."""
    made = Hall(qtbot, tmp_path)
    yield made
    made.close()
