"""Stocks of blobs for tests: files to bring in, places that fail, and what was carried."""

import hashlib
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from butler_desktop.storage.file_stock import INCOMING, MARK

PIECE = 64


def a_blob(folder: Path, data: bytes) -> tuple[str, Path]:
    """A file with ``data``, and its name in a stock."""
    path = folder / "original"
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest(), path


class Connection:
    """The way to a filesystem: counts what is carried, and breaks where it is told to.

    ``breaks_at`` is the number of the call that fails. A call that only half
    happens has written half of its bytes; one that happened and was not
    answered fails after it was done.
    """

    def __init__(self, files: Any) -> None:
        self.files = files
        self.mended()

    def mended(self) -> None:
        """Works again, and counts from nothing."""
        self.calls = self.sent = self.received = 0
        self.breaks_at, self.how = 0, ""

    def breaks(self, at: int, how: str) -> None:
        """Fails at the call number ``at``: ``before``, ``half`` or ``after`` it is done."""
        self.mended()
        self.breaks_at, self.how = at, how

    @contextmanager
    def call(self) -> Iterator[None]:
        self.calls += 1
        if self.calls == self.breaks_at and self.how != "after":
            raise ConnectionResetError("cut")
        yield
        if self.calls == self.breaks_at:
            raise ConnectionResetError("cut")

    def open(self, name: str, mode: str) -> "Opened":
        with self.call():
            return Opened(self, self.files.open(name, mode))

    def cat_file(self, name: str, start: int, end: int) -> bytes:
        with self.call():
            data: bytes = self.files.cat_file(name, start=start, end=end)
        self.received += len(data)
        return data

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self.files, name)

        def called(*given: Any, **named: Any) -> Any:
            with self.call():
                return asked(*given, **named)

        return called


class Opened:
    """A file on the other side."""

    def __init__(self, connection: Connection, file: Any) -> None:
        self._connection, self._file = connection, file

    def write(self, data: bytes) -> None:
        way = self._connection
        if way.calls + 1 == way.breaks_at and way.how == "half":
            self._file.write(data[: len(data) // 2])
            way.sent += len(data) // 2
        with way.call():
            self._file.write(data)
            way.sent += len(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def names_in(files: Any, root: str) -> list[str]:
    """The blobs that lie under a name of their own."""
    return sorted(
        name.rpartition("/")[2]
        for name in files.find(root)
        if INCOMING not in name and not name.endswith(MARK)
    )


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses to write on, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # it has its name by now
        return 0
