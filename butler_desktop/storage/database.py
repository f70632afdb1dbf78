"""The database: one open place of orders and their journal, on SQLite or on PostgreSQL.

What both have in common is here: connections for reading that see one moment,
connections for editing that commit whole or not at all, and errors told as
sentences. ``storage/sqlite.py`` and ``storage/postgres.py`` are the two.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from butler_desktop.errors import ButlerError


class Database(ABC):
    """One open database. Threads each take their own connection."""

    engine: Engine

    @property
    @abstractmethod
    def name(self) -> str:
        """What people call it: the file's path, or the server and database without a password."""

    @property
    @abstractmethod
    def is_shared(self) -> bool:
        """Whether it is the database of a team."""

    @property
    @abstractmethod
    def to_read(self) -> dict[str, Any]:
        """How a connection reads."""

    @property
    @abstractmethod
    def to_edit(self) -> dict[str, Any]:
        """How a connection writes."""

    @abstractmethod
    def told(self, error: DBAPIError) -> ButlerError:
        """The driver's error as one the butler can do something about."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose reads see one moment."""
        with self._connection(self.to_read) as connection:
            yield connection

    @contextmanager
    def editing(self) -> Iterator[Connection]:
        """A connection that may write; commits at the end, rolls back on any error."""
        with self._connection(self.to_edit) as connection:
            yield connection

    @contextmanager
    def _connection(self, options: dict[str, Any]) -> Iterator[Connection]:
        try:
            with (
                self.engine.connect() as connection,
                connection.execution_options(**options).begin(),
            ):
                yield connection
        except DBAPIError as error:
            if not isinstance(error.orig, self.engine.dialect.loaded_dbapi.Error):
                raise  # it is the other database's, where two are copied
            raise self.told(error) from error

    def close(self) -> None:
        """Gives back all connections."""
        self.engine.dispose()
