"""The stock of blobs on any filesystem that fsspec knows and that can append.

A blob is carried piece by piece into ``.incoming`` under a name of this desk's
own, read back from there, and only then given its name ``ab/abcdef…``. A mark
tells the stock from the empty folder where a network drive is not mounted.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from butler_desktop.errors import StoreAway
from butler_desktop.storage.arrival import PART, receive
from butler_desktop.storage.blob_files import changed, checked, is_whole, unreadable
from butler_desktop.storage.blob_stock import arrived_changed, gone
from butler_desktop.storage.stock_failures import Failures, not_a_stock

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

MARK = "butler-desktop-attachments.txt"
INCOMING = ".incoming"
_MARK_TEXT = b"Attachments that butler_desktop shares. Change nothing here by hand.\n"

PIECE = 8 * 1024 * 1024
"""Bytes carried at once. S3 continues an object on its own side from 5 MiB on."""


class FileStock:
    """Blobs below ``root``; ``station`` is this desk, ``place`` what people call the stock.

    ``opened`` gives the filesystem and what it may raise. It is called when
    the first blob is asked for: libraries of filesystems take long to load.
    """

    def __init__(
        self,
        opened: "Callable[[], tuple[AbstractFileSystem, Failures]]",
        root: str,
        station: str,
        *,
        place: str = "",
        piece: int = PIECE,
    ) -> None:
        self.place = place or root
        self._open = opened
        self._root = root.rstrip("/")
        self._station = quote(station, safe="")
        self._piece = piece

    def prepare(self) -> None:
        """Makes the place a stock; free where it is one. Raises StoreAway, StoreUnavailable."""
        with self._reached():
            if self._size(self._mark) is None:
                self._make_folder(self._root)
                self._files.pipe_file(self._mark, _MARK_TEXT)

    def holds(self, sha256: str) -> bool:
        return self._lying(sha256) is not None

    def store(self, sha256: str, path: Path) -> None:
        try:
            size = path.stat().st_size
            if self._lying(sha256) == size:
                return
            if not is_whole(path, sha256):
                raise changed(sha256)
        except OSError as error:
            raise unreadable(path, error) from error
        try:
            self._bring_in(sha256, path)
        except StoreAway:
            if self._lying(sha256) != size:  # else another process of this desk was quicker
                raise

    def fetch(self, sha256: str, target: Path) -> None:
        size, name = self._lying(sha256), self._name(sha256)
        if size is None:
            raise gone(sha256, self.place)
        receive(sha256, target, lambda at: self._pieces(name, at, size), self.place)

    def _bring_in(self, sha256: str, path: Path) -> None:
        part = f"{self._root}/{INCOMING}/{sha256}.{self._station}{PART}"
        with self._reached():
            self._make_folder(f"{self._root}/{INCOMING}")
            for _ in range(2):  # the second time anew
                self._carry(path, part)
                if self._digest(part) == sha256:
                    self._settle(part, self._name(sha256))
                    return
                self._remove(part)
        raise arrived_changed(sha256, self.place)

    def _carry(self, path: Path, part: str) -> None:
        """Appends to ``part`` what it lacks of the file."""
        with path.open("rb") as source:
            at = self._agreeing(source.read, part)
            source.seek(at)
            if at == 0:
                self._begin(part)
            while piece := source.read(self._piece):
                self._append(part, at, piece)
                at += len(piece)

    def _agreeing(self, read: Any, part: str) -> int:
        """How far an earlier try came; 0 where what it left is not the file's beginning."""
        size = self._size(part) or 0
        for piece in self._pieces(part, 0, size):
            if read(len(piece)) != piece:
                return 0
        return size

    def _begin(self, part: str) -> None:
        self._files.pipe_file(part, b"")

    def _append(self, part: str, at: int, piece: bytes) -> None:
        with self._files.open(part, "ab") as file:
            if file.tell() == at:  # else another process of this desk was quicker
                file.write(piece)

    def _settle(self, part: str, name: str) -> None:
        """Gives the blob its name, all at once."""
        self._files.cp_file(part, name)
        self._remove(part)

    def _make_folder(self, folder: str) -> None:
        """Makes what is not a thing of its own among objects."""

    def _remove(self, name: str) -> None:
        self._files.rm_file(name)

    def _pieces(self, name: str, at: int, size: int) -> Iterator[bytes]:
        """The bytes of a file from ``at`` on."""
        while at < size:
            end = min(at + self._piece, size)
            with self._reached():
                piece: bytes = self._files.cat_file(name, start=at, end=end)
            if not piece:
                return  # cut off meanwhile: the digest will tell
            at += len(piece)
            yield piece

    def _digest(self, name: str) -> str:
        digest = hashlib.sha256()
        for piece in self._pieces(name, 0, self._size(name) or 0):
            digest.update(piece)
        return digest.hexdigest()

    def _lying(self, sha256: str) -> int | None:
        """The size of the blob; None where the stock has none."""
        with self._reached():
            size = self._size(self._name(sha256))
            if size is None and self._size(self._mark) is None:
                raise not_a_stock(self.place)
        return size

    def _size(self, name: str) -> int | None:
        try:
            return int(self._files.info(name)["size"])
        except FileNotFoundError:
            return None

    @cached_property
    def _opened(self) -> "tuple[AbstractFileSystem, Failures]":
        return self._open()

    @cached_property
    def _files(self) -> Any:  # fsspec does not say the types of what it gives
        return self._opened[0]

    @property
    def _mark(self) -> str:
        return f"{self._root}/{MARK}"

    def _name(self, sha256: str) -> str:
        return f"{self._root}/{checked(sha256)[:2]}/{sha256}"

    @contextmanager
    def _reached(self) -> Iterator[None]:
        failures = self._opened[1]
        try:
            yield
        except failures.known as error:
            raise failures.told(error, self.place) from error
