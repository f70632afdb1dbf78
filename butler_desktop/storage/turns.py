"""Turns: threads that are about the same thing wait for each other, others do not."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakValueDictionary


class Turns:
    """A lock for each name, kept as long as somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._locks: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """One thread at a time for each ``name``."""
        with self._guard:
            lock = self._locks.setdefault(name, threading.Lock())
        with lock:
            yield
