"""The tests of the storage run on both kinds of database."""

import pytest

from tests.engines import on_both
from tests.storage.moves import file, shared, small, url

__all__ = ["file", "shared", "small", "url"]
pytest_generate_tests = on_both


@pytest.fixture(autouse=True)
def _on_both(engine: str) -> None:
    """Every test here."""
