"""A desk for tests of the inbox."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.inbox.desk import InboxDesk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[InboxDesk]:
    made = InboxDesk(qtbot, tmp_path)
    yield made
    made.close()
