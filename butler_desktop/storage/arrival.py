"""The arrival of a blob at a desk: continued at its offset, checked, then given its name.

Bytes are written at their own place and never cut off, so that two processes
which fetch the same blob into the same unfinished file write the same bytes.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from butler_desktop.storage.blob_files import (
    digest_of,
    flush_folder,
    is_whole,
    make_folder,
    unwritable,
)
from butler_desktop.storage.blob_stock import arrived_changed

PART = ".part"


def receive(
    sha256: str, target: Path, pieces_from: Callable[[int], Iterator[bytes]], place: str
) -> None:
    """Writes a blob to ``target``; ``pieces_from`` gives its bytes from an offset on.

    Raises StoreUnavailable where the disk refuses, or where twice something
    else than the blob arrives from ``place``; and what ``pieces_from`` raises.
    Whatever is raised, ``target`` is there whole or not at all.
    """
    part = target.with_name(target.name + PART)
    try:
        make_folder(target.parent)
        resumed = _continue(part, pieces_from)
        if resumed and digest_of(part) != sha256:
            part.unlink()  # torn by a power cut, or not ours: begun anew
            _continue(part, pieces_from)
        if digest_of(part) != sha256:
            if is_whole(target, sha256):
                return  # what lies there now is what a third has begun
            part.unlink()
            raise arrived_changed(sha256, place)
        part.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and is_whole(target, sha256):
            return  # another process was quicker
        raise unwritable(target.parent, error) from error


def _continue(part: Path, pieces_from: Callable[[int], Iterator[bytes]]) -> bool:
    """Writes what is missing; returns whether something was there before."""
    with _opened(part) as file:
        begun = file.seek(0, os.SEEK_END)
        for piece in pieces_from(begun):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return begun > 0


def _opened(part: Path) -> IO[bytes]:
    """The unfinished file, made where there is none, never cut."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(part, flags, 0o666), "r+b")
