"""What the tests of the services share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.storage.work import Workspace
from tests.builders import Clock, a_workspace
from tests.engines import ENGINES, on_both
from tests.services.scenario import WAYS, reached

Everywhere = tuple[Workspace, dict[FilingState, str]]
pytest_generate_tests = on_both


@pytest.fixture(autouse=True)
def _on_both(engine: str) -> None:
    """Every test here runs on both kinds of database."""


@pytest.fixture(scope="session")
def _everywhere_on(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[str], Everywhere]]:
    made: dict[str, Everywhere] = {}

    def everywhere_on(engine: str) -> Everywhere:
        if engine not in made:
            with ENGINES.asked_for(engine, keep=True):
                opened = a_workspace(tmp_path_factory.mktemp("everywhere"))
                made[engine] = opened, {state: reached(opened, state) for state in WAYS}
        return made[engine]

    yield everywhere_on
    for opened, _ in made.values():
        opened.close()


@pytest.fixture
def everywhere(engine: str, _everywhere_on: Callable[[str], Everywhere]) -> Everywhere:
    """One workspace with a filing in every state in which one can rest; only to be looked at."""
    return _everywhere_on(engine)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    made = a_workspace(tmp_path, clock=clock)
    yield made
    made.close()
