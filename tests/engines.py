"""On which database the tests of a folder run: on SQLite, and once more on PostgreSQL.

A test opens its workspace by ``builders.a_workspace(folder)``; here a folder is
given a file, or a database of the private server.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import URL

from butler_desktop.storage.work import Workspace
from tests.postgres import Server, begun, ended, programs

SQLITE, POSTGRESQL = "sqlite", "postgresql"


class Engines:
    """The kind of database that is asked for now, and what was given out of it."""

    def __init__(self) -> None:
        self.kind = SQLITE
        self._server: Server | None = None
        self._given: dict[Path, URL] = {}
        self.opened: list[Workspace] = []

    @property
    def server(self) -> Server:
        """The private server, started when it is first wanted."""
        if programs() is None:
            pytest.skip("no PostgreSQL server is installed (Debian: postgresql)")
        if self._server is None:
            self._server = begun()
        return self._server

    def place(self, folder: Path, actor: str) -> Path | URL:
        """Where the workspace of a folder is; asked again, the same place."""
        if self.kind == SQLITE:
            return folder / "butler.db"
        if folder not in self._given:
            self._given[folder] = self.server.made()
        return self.server.signed_in(self._given[folder], actor)

    def behind_its_back(self, folder: Path, *statements: str) -> None:
        """Changes a workspace's database as somebody would who means to cheat."""
        if self.kind == POSTGRESQL:
            self.server.sql(";".join(statements), self._given[folder])
            return
        with closing(sqlcipher3.dbapi2.connect(str(folder / "butler.db"))) as connection:
            connection.executescript(";".join(statements))

    @contextmanager
    def asked_for(self, kind: str, *, keep: bool = False) -> Iterator[None]:
        """Within, workspaces are of this kind; afterwards their databases are dropped."""
        before, self.kind = self.kind, kind
        given, self._given = self._given, {}
        opened, self.opened = self.opened, []
        try:
            yield
        finally:
            made, self._given = self._given, given
            left, self.opened = self.opened, opened
            self.kind = before
            if not keep:
                for workspace in left:
                    workspace.close()
                for url in made.values():
                    self.server.drop(url)

    def end(self) -> None:
        """Stops the server."""
        if self._server is not None:
            ended(self._server)
            self._server = None


ENGINES = Engines()


def on_both(metafunc: pytest.Metafunc) -> None:
    """Has a test run on each kind of database, unless it is marked ``sqlite``."""
    if "engine" in metafunc.fixturenames:
        one = metafunc.definition.get_closest_marker("sqlite") is not None
        kinds = [SQLITE] if one else [SQLITE, POSTGRESQL]
        metafunc.parametrize("engine", kinds, indirect=True)
