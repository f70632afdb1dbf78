"""Attachments: the files that customers sent, kept byte for byte.

A blob is named by the SHA-256 of its bytes (``ab/abcdef…``), so the same
content lies there once and a name can only ever mean one content. A blob
comes into being whole: it is written aside, flushed to the disk, then moved
to its name. A power cut or a full disk leaves at most a file in ``.incoming``.
"""

import hashlib
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from butler_desktop.errors import DocumentFailed, StoreUnavailable
from butler_desktop.words import Words

_PIECE = 1024 * 1024
_ABANDONED = 3600  # seconds: no writer is silent for that long
_DIGEST = re.compile(r"[0-9a-f]{64}")
_WRITE_BITS = 0o222


class BlobStore:
    """The blobs in one folder, which is made when the first one comes in.

    Several processes may use it at once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._incoming = folder / ".incoming"
        self._sweep()

    def path_of(self, sha256: str) -> Path:
        """Where the blob lies, or would lie; nobody but the store writes there."""
        if not _DIGEST.fullmatch(sha256):
            raise ValueError(f"no SHA-256: {sha256!r}")
        return self.folder / sha256[:2] / sha256

    def read(self, sha256: str) -> bytes:
        """The blob's bytes. Raises StoreUnavailable when it is missing, unreadable or changed."""
        path = self.path_of(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _changed(path)
        return data

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
            self._move(aside, self.path_of(digest.hexdigest()))
        return digest.hexdigest()

    @contextmanager
    def _written_aside(self) -> Iterator[tuple[IO[bytes], Path]]:
        """A new file in ``.incoming``; gone afterwards unless it was moved."""
        aside = self._incoming / secrets.token_hex(16)
        try:
            _make_folder(self._incoming)
            with aside.open("xb") as file:
                yield file, aside
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        finally:
            with suppress(OSError):  # swept later
                aside.unlink(missing_ok=True)

    def _move(self, aside: Path, path: Path) -> None:
        """Give the blob its name. One that lies there whole stays; a changed one is mended."""
        if _holds(path):
            return
        _make_folder(path.parent)
        # Another program that opens the blob cannot save over it.
        aside.chmod(aside.stat().st_mode & ~_WRITE_BITS)
        if path.exists():
            path.chmod(path.stat().st_mode | _WRITE_BITS)  # or Windows would not replace it
        aside.replace(path)
        _flush_folder(path.parent)

    def _sweep(self) -> None:
        """Remove what power cuts left in ``.incoming``; files of living writers are younger."""
        with suppress(OSError):  # there is none, or another desk was quicker
            for left_over in self._incoming.iterdir():
                if time.time() - left_over.stat().st_mtime > _ABANDONED:
                    left_over.unlink(missing_ok=True)


def _holds(path: Path) -> bool:
    """Whether the blob lies at ``path``, whole."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == path.name
    except FileNotFoundError:
        return False


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


def _make_folder(folder: Path) -> None:
    """Make ``folder`` and what is above it, and have the disk know."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _flush_folder(folder.parent)


def _flush_folder(folder: Path) -> None:
    """Have the disk know the names in ``folder``; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unreadable(path: Path, error: OSError) -> StoreUnavailable:
    if isinstance(error, FileNotFoundError):
        sentence = Words(f"附件 {path.name} 不在了。", f"The attachment {path.name} is gone.")
    else:
        sentence = Words(
            f"附件 {path.name} 读不出来：{error.strerror}。",
            f"The attachment {path.name} cannot be read: {error.strerror}.",
        )
    return StoreUnavailable(
        sentence,
        Words(
            f"从备份取回文件夹 {path.parent.parent}，或重新附上原文件。",
            f"Restore the folder {path.parent.parent} from a backup, or attach the file again.",
        ),
    )


def _changed(path: Path) -> StoreUnavailable:
    return StoreUnavailable(
        Words(
            f"附件 {path.name} 的内容被改动过，与收到时不同。",
            f"The attachment {path.name} is not what was received: its content was changed.",
        ),
        Words("从备份取回，或重新附上原文件。", "Restore a backup, or attach the file again."),
    )


def _unwritable(folder: Path, error: OSError) -> StoreUnavailable:
    return StoreUnavailable(
        Words(
            f"附件存不进 {folder}：{error.strerror}。",
            f"Attachments cannot be written to {folder}: {error.strerror}.",
        ),
        Words("清出磁盘空间，或检查文件夹权限。", "Free some space, or check the permissions."),
    )
