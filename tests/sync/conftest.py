"""What the tests of sync share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Server
from tests.sync.team import Team


@pytest.fixture
def team(server: Server, tmp_path: Path) -> Iterator[Team]:
    made = Team(server, tmp_path)
    yield made
    made.close()
