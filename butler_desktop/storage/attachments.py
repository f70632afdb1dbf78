"""Attachments: the files that customers sent, kept byte for byte.

A blob is named by the SHA-256 of its bytes (``ab/abcdef…``), so the same
content lies there once and a name can only ever mean one content. A blob
comes into being whole: it is written aside, flushed to the disk, then moved
to its name. A power cut or a full disk leaves at most a file in ``.incoming``.
"""

import hashlib
import os
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from butler_desktop.errors import DocumentFailed, StoreAway, StoreUnavailable
from butler_desktop.storage.arrival import PART
from butler_desktop.storage.blob_files import (
    changed,
    checked,
    flush_folder,
    is_whole,
    make_folder,
    unreadable,
    unwritable,
)
from butler_desktop.storage.blob_stock import BlobStock
from butler_desktop.storage.turns import Turns
from butler_desktop.words import Words

_PIECE = 1024 * 1024
_ABANDONED = 3600  # seconds: no writer is silent for that long
_GIVEN_UP = 30 * 24 * 3600  # seconds: until then a download goes on where it broke off
_WRITE_BITS = 0o222


class BlobStore:
    """The blobs in one folder, which is made when the first one comes in.

    With a ``stock`` the folder is a desk's own share of what the team has:
    ``held`` and ``read`` bring what is missing. An ``eager`` desk also brings
    in what it puts before ``put_…`` returns, hence before the act that names it
    is committed; else ``upload`` does so later. Several threads and processes
    may use one folder at once.
    """

    def __init__(
        self, folder: Path, stock: BlobStock | None = None, *, eager: bool = False
    ) -> None:
        self.folder = folder
        self.stock = stock
        self._eager = eager
        self._incoming = folder / ".incoming"
        self._turns = Turns()
        self._sweep()

    def path_of(self, sha256: str) -> Path:
        """Where the blob lies, or would lie; nobody but the store writes there."""
        return self.folder / checked(sha256)[:2] / sha256

    def held(self, sha256: str) -> Path:
        """Where the blob lies, brought from the stock where it did not.

        Raises StoreAway where it has yet to be brought and there is no network,
        StoreUnavailable where nobody has it.
        """
        path = self.path_of(sha256)
        if not path.exists():
            if self.stock is None:
                raise unreadable(path, FileNotFoundError())
            self._bring(sha256, self.stock)
        return path

    def read(self, sha256: str) -> bytes:
        """The blob's bytes. Raises what ``held`` raises, and StoreUnavailable for a changed one."""
        path = self.held(sha256)
        try:
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() != sha256:
                if self.stock is None:
                    raise changed(sha256)
                self._bring(sha256, self.stock)  # which mends it
                data = path.read_bytes()
        except OSError as error:
            raise unreadable(path, error) from error
        return data

    def missing(self, sha256s: Iterable[str]) -> tuple[str, ...]:
        """Those of the blobs that do not lie here, each once, in the order given."""
        return tuple(it for it in dict.fromkeys(sha256s) if not self.path_of(it).exists())

    def download(self, sha256s: Iterable[str]) -> int:
        """Brings those of the blobs that do not lie here; returns how many.

        Raises what ``held`` raises; those before stay.
        """
        missing = self.missing(sha256s)
        for sha256 in missing:
            self.held(sha256)
        return len(missing)

    def upload(self, sha256s: Iterable[str]) -> int:
        """Brings those of the blobs into the stock that it lacks; returns how many.

        Raises StoreAway without a network, StoreUnavailable where one is
        neither here nor there; those before stay.
        """
        if self.stock is None:
            return 0
        lacking = [it for it in dict.fromkeys(sha256s) if not self.stock.holds(it)]
        for sha256 in lacking:
            path = self.path_of(sha256)
            if not path.exists():
                raise unreadable(path, FileNotFoundError())
            self._share(sha256)
        return len(lacking)

    def put_bytes(self, data: bytes) -> str:
        """Keep ``data``; returns its SHA-256. Raises StoreUnavailable."""
        return self._put(data[at : at + _PIECE] for at in range(0, len(data), _PIECE))

    def put_file(self, path: Path) -> str:
        """Keep a copy of the file at ``path``; returns its SHA-256.

        Raises DocumentFailed where the file cannot be read, StoreUnavailable
        where the copy cannot be written.
        """
        return self._put(_pieces(path))

    def _put(self, pieces: Iterator[bytes]) -> str:
        digest = hashlib.sha256()
        with self._written_aside() as (file, aside):
            for piece in pieces:
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            self._move(aside, digest.hexdigest())
        if self._eager:
            self._share(digest.hexdigest())
        return digest.hexdigest()

    def _share(self, sha256: str) -> None:
        """Brings a blob that lies here into the stock."""
        if self.stock is not None:
            with self._turns.of(sha256):
                self.stock.store(sha256, self.path_of(sha256))

    def _bring(self, sha256: str, stock: BlobStock) -> None:
        """Fetches a blob that is missing or changed."""
        aside = self._incoming / sha256
        with self._turns.of(sha256):
            if self._has(sha256):
                return  # another thread was quicker
            try:
                stock.fetch(sha256, aside)
                self._move(aside, sha256)
                aside.unlink(missing_ok=True)
            except StoreAway as error:
                raise _not_brought() from error
            except StoreUnavailable:
                if not self._has(sha256):  # else another process was quicker
                    raise
            except OSError as error:
                if not self._has(sha256):
                    raise unwritable(self.folder, error) from error

    def _has(self, sha256: str) -> bool:
        """Whether the blob lies here, whole."""
        path = self.path_of(sha256)
        try:
            return is_whole(path, sha256)
        except OSError as error:
            raise unreadable(path, error) from error

    @contextmanager
    def _written_aside(self) -> Iterator[tuple[IO[bytes], Path]]:
        """A new file in ``.incoming``; gone afterwards unless it was moved."""
        aside = self._incoming / secrets.token_hex(16)
        try:
            make_folder(self._incoming)
            with aside.open("xb") as file:
                yield file, aside
        except OSError as error:
            raise unwritable(self.folder, error) from error
        finally:
            with suppress(OSError):  # swept later
                aside.unlink(missing_ok=True)

    def _move(self, aside: Path, sha256: str) -> None:
        """Give the blob its name. One that lies there whole stays; a changed one is mended."""
        path = self.path_of(sha256)
        if is_whole(path, sha256):
            return
        make_folder(path.parent)
        # Another program that opens the blob cannot save over it.
        aside.chmod(aside.stat().st_mode & ~_WRITE_BITS)
        if path.exists():
            path.chmod(path.stat().st_mode | _WRITE_BITS)  # or Windows would not replace it
        aside.replace(path)
        flush_folder(path.parent)

    def _sweep(self) -> None:
        """Remove what power cuts left in ``.incoming``; files of living writers are younger."""
        with suppress(OSError):  # there is none, or another desk was quicker
            for left_over in self._incoming.iterdir():
                patience = _GIVEN_UP if left_over.suffix == PART else _ABANDONED
                if time.time() - left_over.stat().st_mtime > patience:
                    left_over.unlink(missing_ok=True)


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    except OSError as error:
        raise DocumentFailed(
            Words(
                f"“{path.name}”读不出来：{error.strerror}。",
                f"“{path.name}” cannot be read: {error.strerror}.",
            ),
            Words("重新选择文件。", "Choose the file again."),
        ) from error


def _not_brought() -> StoreAway:
    return StoreAway(
        Words("这份附件还没有带到本机。", "This attachment has not been brought to this desk yet."),
        Words("联网后自动取回。", "It is fetched once there is a network."),
    )
