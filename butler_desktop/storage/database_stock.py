"""The stock of blobs in the shared PostgreSQL itself: what a team has that named no folder.

A blob lies in pieces, each written at once; only a row of ``blobs`` makes it
whole, and the database gives that row to nothing but the right bytes.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from butler_desktop.storage.arrival import receive
from butler_desktop.storage.blob_files import changed, checked, is_whole, unreadable
from butler_desktop.storage.blob_stock import arrived_changed, gone
from butler_desktop.storage.database import Database
from butler_desktop.storage.shared_schema import blob_pieces, blobs

PIECE = 256 * 1024
"""Bytes of each piece but the last; part of the schema."""


class DatabaseStock:
    """Blobs in the tables ``blobs`` and ``blob_pieces`` of ``database``.

    Each piece is a transaction of its own, so that what arrived once stays.
    """

    def __init__(self, database: Database) -> None:
        self.place = database.name
        self._database = database

    def holds(self, sha256: str) -> bool:
        return self._byte_size(sha256) is not None

    def store(self, sha256: str, path: Path) -> None:
        if self.holds(sha256):
            return
        try:
            if not is_whole(path, sha256):
                raise changed(sha256)
            with path.open("rb") as file:
                self._bring_in(sha256, file, path.stat().st_size)
        except OSError as error:
            raise unreadable(path, error) from error

    def fetch(self, sha256: str, target: Path) -> None:
        size = self._byte_size(sha256)
        if size is None:
            raise gone(sha256, self.place)
        receive(sha256, target, lambda at: self._pieces(sha256, at, size), self.place)

    def _bring_in(self, sha256: str, file: IO[bytes], size: int) -> None:
        ours = _digests(file)
        for _ in range(2):
            theirs = self._digests(sha256)
            for number in theirs.keys() - ours.keys():
                self._drop(sha256, number)
            for number, digest in ours.items():
                if theirs.get(number) != digest:
                    if number in theirs:
                        self._drop(sha256, number)
                    file.seek(number * PIECE)
                    self._put(sha256, number, file.read(PIECE))
            if self._digests(sha256) == ours:
                self._settle(sha256, size)
                return
        raise arrived_changed(sha256, self.place)

    def _digests(self, sha256: str) -> dict[int, str]:
        """The digest of each piece that arrived, as the database finds it."""
        digest = func.encode(func.sha256(blob_pieces.c.data), "hex").label("digest")
        query = select(blob_pieces.c.piece, digest).where(blob_pieces.c.sha256 == sha256)
        with self._database.reading() as connection:
            return {row.piece: row.digest for row in connection.execute(query)}

    def _put(self, sha256: str, number: int, data: bytes) -> None:
        row = {"sha256": sha256, "piece": number, "data": data}
        with self._database.editing() as connection:
            connection.execute(insert(blob_pieces).on_conflict_do_nothing(), row)

    def _drop(self, sha256: str, number: int) -> None:
        """Removes a piece that is not the blob's; the schema refuses it once the blob is whole."""
        with self._database.editing() as connection:
            connection.execute(
                delete(blob_pieces).where(
                    blob_pieces.c.sha256 == sha256,
                    blob_pieces.c.piece == number,
                    ~select(blobs.c.sha256).where(blobs.c.sha256 == sha256).exists(),
                )
            )

    def _settle(self, sha256: str, size: int) -> None:
        row = {"sha256": sha256, "byte_size": size}
        with self._database.editing() as connection:
            connection.execute(insert(blobs).on_conflict_do_nothing(), row)

    def _byte_size(self, sha256: str) -> int | None:
        query = select(blobs.c.byte_size).where(blobs.c.sha256 == checked(sha256))
        with self._database.reading() as connection:
            size: int | None = connection.scalar(query)
        return size

    def _pieces(self, sha256: str, at: int, size: int) -> Iterator[bytes]:
        """The blob's bytes from ``at`` on, a short transaction for each piece."""
        while at < size:
            number, skipped = divmod(at, PIECE)
            query = select(blob_pieces.c.data).where(
                blob_pieces.c.sha256 == sha256, blob_pieces.c.piece == number
            )
            with self._database.reading() as connection:
                data: bytes = (connection.scalar(query) or b"")[skipped:]
            if not data:
                return
            at += len(data)
            yield data


def _digests(file: IO[bytes]) -> dict[int, str]:
    """The digest of each piece of the file."""
    found: dict[int, str] = {}
    while data := file.read(PIECE):
        found[len(found)] = hashlib.sha256(data).hexdigest()
    return found
