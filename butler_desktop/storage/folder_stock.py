"""The stock of blobs in a folder that all desks see: a server's share, a mounted drive."""

import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from butler_desktop.storage.blob_files import flush_folder
from butler_desktop.storage.file_stock import INCOMING, PIECE, FileStock
from butler_desktop.storage.stock_failures import Failures

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_ABANDONED = 30 * 24 * 3600  # seconds; a desk that was away for longer begins anew


class FolderStock(FileStock):
    """Blobs in ``folder``, where names are given at once and the disk is told to write.

    Bytes are written at their own place and never cut off, so that two
    processes of one desk that bring in the same blob write the same bytes.
    Whom the folder lets in, the folders and files in it let in too.
    """

    def __init__(self, folder: Path, station: str, *, piece: int = PIECE) -> None:
        super().__init__(_local, folder.as_posix(), station, place=str(folder), piece=piece)
        self._folder = folder

    def _begin(self, part: str) -> None:
        if self._size(part):
            self._remove(part)
        self._files.touch(part, truncate=False)

    def _append(self, part: str, at: int, piece: bytes) -> None:
        with self._files.open(part, "r+b") as file:
            file.seek(at)
            file.write(piece)

    def _settle(self, part: str, name: str) -> None:
        path = Path(name)
        self._make_folder(path.parent.as_posix())
        with self._files.open(part, "r+b") as file:
            os.fsync(file.fileno())
        self._let_in(Path(part), 0o666)
        Path(part).replace(path)
        flush_folder(path.parent)
        self._sweep()

    def _make_folder(self, folder: str) -> None:
        path = Path(folder)
        if not path.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            self._let_in(path, 0o7777)
            flush_folder(path.parent)

    def _let_in(self, path: Path, mask: int) -> None:
        with suppress(OSError):  # the share decides by itself
            path.chmod(stat.S_IMODE(self._folder.stat().st_mode) & mask)

    def _sweep(self) -> None:
        """Removes what desks that never came back left in ``.incoming``."""
        with suppress(OSError):  # another desk was quicker
            for left_over in (self._folder / INCOMING).iterdir():
                if time.time() - left_over.stat().st_mtime > _ABANDONED:
                    left_over.unlink()


def _local() -> "tuple[AbstractFileSystem, Failures]":
    from fsspec.implementations.local import LocalFileSystem

    return LocalFileSystem(skip_instance_cache=True), Failures()
