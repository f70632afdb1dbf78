"""A workspace without a database, for what only runs services."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from butler_desktop.domain.changes import Changes

ACTED = Changes(frozenset(["filing"]), frozenset(["o1"]), frozenset(["f1"]))


class FakeWorkspace:
    """A workspace whose Works are their own log."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.told: Callable[[Changes], None] = lambda _changes: None
        self.is_closed = False

    @contextmanager
    def reading(self) -> Iterator[Any]:
        yield self

    @contextmanager
    def editing(self) -> Iterator[Any]:
        yield self
        self.told(ACTED)

    def telling(self, told: Callable[[Changes], None]) -> "FakeWorkspace":
        self.told = told
        return self

    def close(self) -> None:
        self.is_closed = True
