"""What the tests of sync in the window share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.postgres import Server
from tests.ui.sync.quarrel import Quarrel


@pytest.fixture
def quarrel(qtbot: QtBot, server: Server, tmp_path: Path) -> Iterator[Quarrel]:
    """Two replicas of one shared database."""
    made = Quarrel(qtbot, server, tmp_path)
    yield made
    made.close()
