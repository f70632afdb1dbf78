"""The tests of the storage run on both kinds of database."""

import pytest

from tests.engines import on_both

pytest_generate_tests = on_both


@pytest.fixture(autouse=True)
def _on_both(engine: str) -> None:
    """Every test here."""
