"""What the tests of the services share."""

from collections.abc import Iterator

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.storage.work import Workspace
from tests.builders import a_workspace
from tests.services.scenario import WAYS, reached


@pytest.fixture(scope="session")
def everywhere(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Workspace, dict[FilingState, str]]]:
    """One workspace with a filing in every state in which one can rest; only to be looked at."""
    opened = a_workspace(tmp_path_factory.mktemp("everywhere"))
    yield opened, {state: reached(opened, state) for state in WAYS}
    opened.close()
