"""A shared database is set up once, by one of several who try, and brought up to date in place."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import URL

from butler_desktop.domain.role import Role
from butler_desktop.errors import Refused, StoreUnavailable
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.roles import GROUPS
from butler_desktop.storage.shared import (
    EPOCH,
    add_butler,
    epoch,
    fact,
    init_shared,
    shared_status,
)
from butler_desktop.storage.upgrade import HEAD, MIGRATIONS, schema_version
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock, a_dossier
from tests.postgres import Server

pytestmark = pytest.mark.sqlite  # about PostgreSQL alone


@pytest.fixture
def empty(server: Server) -> Iterator[URL]:
    url = server.empty()
    yield url
    server.drop(url)


@pytest.fixture
def database(empty: URL) -> Iterator[PostgresDatabase]:
    made = PostgresDatabase(empty)
    yield made
    made.close()


def test_of_several_who_set_it_up_at_once_one_does(empty: URL):
    def init(_: int) -> bool:
        with closing(PostgresDatabase(empty)) as opened:
            return init_shared(opened)

    with ThreadPoolExecutor(4) as lanes:
        assert sorted(lanes.map(init, range(4))) == [False, False, False, True]


def test_an_older_one_is_brought_up_to_date_with_its_rights(
    database: PostgresDatabase, empty: URL, server: Server
):
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.editing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    server.signed_in(empty, "林晓雯")  # the groups may be there already, for another database
    assert init_shared(database)
    with database.reading() as connection:
        assert schema_version(connection) == HEAD
    url = empty.set(username="林晓雯")
    with (
        closing(open_workspace(url, actor="", station="test", clock=Clock())) as workspace,
        workspace.editing() as work,
    ):
        work.save(None, a_dossier(), "order.enter")
    assert shared_status(database).orders == 1


def test_a_life_begins_with_the_database_and_lasts(database: PostgresDatabase):
    init_shared(database)
    with database.reading() as connection:
        first = epoch(connection)
    assert first
    assert not init_shared(database)
    with database.reading() as connection:
        assert epoch(connection) == first


def test_a_copy_of_it_begins_another_life(database: PostgresDatabase, empty: URL, server: Server):
    init_shared(database)
    database.close()
    copy = f"{empty.database}_copy"
    server.sql(f'CREATE DATABASE "{copy}" TEMPLATE "{empty.database}"')
    with closing(PostgresDatabase(empty.set(database=copy))) as copied:
        with copied.reading() as connection:
            assert fact(connection, EPOCH)
            assert epoch(connection) == ""
        assert init_shared(copied)
        with copied.reading() as connection:
            assert epoch(connection)
    server.sql(f'DROP DATABASE "{copy}"')


NAMES = ["林晓雯", 'O"Brien; DROP TABLE orders', "Zoë 'Z' %s", "a" * 63, "USER", "审计 小组"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_signs_in_under_itself(database: PostgresDatabase, empty: URL, name: str):
    init_shared(database)
    assert add_butler(database, name, Role.BUTLER, "p'w\"%s") in (True, False)
    url = empty.set(username=name)
    with closing(open_workspace(url, actor="", station="test", clock=Clock())) as workspace:
        assert (workspace.actor, workspace.role) == (name, Role.BUTLER)


@pytest.mark.parametrize("name", ["", " ", "林" * 22, "a\0b", "pg_signal", *GROUPS.values()])
def test_what_cannot_be_a_name_is_refused(database: PostgresDatabase, name: str):
    init_shared(database)
    with pytest.raises((Refused, StoreUnavailable)):
        add_butler(database, name, Role.BUTLER)


def test_each_has_one_role(database: PostgresDatabase, empty: URL):
    init_shared(database)
    for role in (Role.BUTLER, Role.SUPERVISOR, Role.AUDITOR, Role.BUTLER):
        add_butler(database, "何佳", role)
        url = empty.set(username="何佳")
        with closing(open_workspace(url, actor="", station="test", clock=Clock())) as workspace:
            assert workspace.role is role
