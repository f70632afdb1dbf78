"""Source files: a customer's file read whole, once, with every way that this can fail told apart.

All that is said about a file is said about these bytes: its hash, its
picture, its pages. A file that changes meanwhile is refused, not guessed at.
"""

import os
import stat
from pathlib import Path

from butler_desktop.documents.scan_refusal import ScanRefused, refusal
from butler_desktop.domain.scan import size_text

MOST_BYTES = 64 * 1024 * 1024
"""Above this a file is not read at all; sixteen times what the filing systems take."""

# Opening a named pipe would wait for its writer; Windows has neither flag to ask for.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_source(path: Path) -> bytes:
    """The bytes of the file at ``path``; a link is followed. Raises ScanRefused."""
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError as error:
        raise refusal("not_found", name=path.name) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        return _read(descriptor, path)
    finally:
        os.close(descriptor)


def _read(descriptor: int, path: Path) -> bytes:
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        raise refusal("not_a_file", name=path.name)
    if before.st_size > MOST_BYTES:
        raise refusal("too_big", most=size_text(MOST_BYTES))
    try:
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) != before.st_size or _trace(before) != _trace(os.fstat(descriptor)):
        raise refusal("changed", name=path.name)
    if not data:
        raise refusal("empty")
    return data


def _trace(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def _unreadable(path: Path, error: OSError) -> ScanRefused:
    if path.is_dir():  # Windows will not open a folder at all
        return refusal("not_a_file", name=path.name)
    if isinstance(error, PermissionError):
        return refusal("forbidden", name=path.name)
    return refusal("unreadable", name=path.name, reason=error.strerror or type(error).__name__)
