"""Roles hold against any client: what a bare one signed in as each is refused, and what it may."""

from contextlib import closing
from dataclasses import replace
from typing import NamedTuple

import psycopg
import pytest
from sqlalchemy import URL

from butler_desktop.domain.role import Role
from butler_desktop.errors import ButlerError, Refused
from butler_desktop.storage.roles import signed_in
from butler_desktop.storage.workspace import open_workspace
from tests.builders import NOW, Clock, a_dossier, renamed
from tests.postgres import Server

pytestmark = pytest.mark.sqlite  # about PostgreSQL alone: nothing to run twice

BUTLER, OTHER, SUPERVISOR, AUDITOR = "林晓雯", "陈默", "周珂", "审计 小组"
ROLES = {
    BUTLER: Role.BUTLER, OTHER: Role.BUTLER, SUPERVISOR: Role.SUPERVISOR, AUDITOR: Role.AUDITOR
}  # fmt: skip
EVERYBODY, WRITERS = [BUTLER, SUPERVISOR, AUDITOR], [BUTLER, SUPERVISOR]

JOURNAL = (
    "INSERT INTO journal (id, order_id, revision, act, actor, station, at, changes, salt,"
    " changes_digest, digest) SELECT '{id}', order_id, {revision}, 'order.edit', '{actor}',"
    " 'bare', now(), changes, salt, changes_digest, digest FROM journal LIMIT 1"
)
"""An act as a client writes it who knows the tables and not the program."""

NEVER = {
    "journal changed": "UPDATE journal SET actor = '陈默'",
    "journal's time changed": "UPDATE journal SET at = now()",
    "journal deleted": "DELETE FROM journal",
    "journal emptied": "TRUNCATE journal",
    "order deleted": "DELETE FROM orders",
    "filing deleted": "DELETE FROM filings",
    "orders emptied": "TRUNCATE orders CASCADE",
    "attachment deleted": "DELETE FROM blobs",
    "row without journal": "UPDATE orders SET customer = '假'",
    "filing without journal": "UPDATE filings SET state = 'approved'",
    "act in another's name": JOURNAL.format(id="a1", revision=2, actor="陈默"),
    "gap in the revisions": JOURNAL.format(id="a1", revision=9, actor="{me}"),
    "revision taken": JOURNAL.format(id="a1", revision=1, actor="{me}"),
    "table added": "CREATE TABLE mine (id int)",
    "table dropped": "DROP TABLE ratings",
    "trigger off": "ALTER TABLE journal DISABLE TRIGGER ALL",
    "trigger dropped": "DROP TRIGGER journal_row ON journal",
    "function replaced": (
        "CREATE OR REPLACE FUNCTION butler_is_owner(of_table oid) RETURNS boolean"
        " LANGUAGE sql AS 'SELECT true'"
    ),
    "triggers passed by": "SET session_replication_role = replica",
    "schema's version": "UPDATE alembic_version SET version_num = '9999'",
    "the team's facts": "UPDATE facts SET value = 'elsewhere'",
    "role added": "CREATE ROLE friend LOGIN",
    "promoted": 'GRANT butler_desktop_supervisor TO "{me}"',
    "another's password": "ALTER ROLE \"陈默\" PASSWORD 'x'",
    "the owner's seat": "SET ROLE owner",
    "another's seat": 'SET SESSION AUTHORIZATION "陈默"',
    "desk of another": (
        "INSERT INTO desks (station, mark, actor, rounds, seen_at)"
        " VALUES ('s', 7, '陈默', 0, now())"
    ),
    "presence of another": (
        "INSERT INTO presence (station, actor, filing_id, doing, at)"
        " VALUES ('s', '陈默', 'f', 'edit', now())"
    ),
    "file of the server": "SELECT pg_read_file('/etc/passwd')",
}  # fmt: skip


class Team(NamedTuple):
    """A database with one order of ``BUTLER``'s, and its address for each of them."""

    server: Server
    url: URL
    order_id: str

    def of(self, name: str) -> URL:
        return self.url.set(username=name)

    def sql(self, name: str, *statements: str) -> list[tuple[object, ...]]:
        """What a bare client gets; several statements are one transaction."""
        text = ";".join(it.replace("{me}", name) for it in statements)
        return self.server.sql(text, self.of(name))

    def seen(self) -> object:
        """All there is."""
        tables = ("orders", "filings", "journal", "facts", "desks", "presence", "alembic_version")
        rows = [self.server.sql(f"SELECT * FROM {table} ORDER BY 1", self.url) for table in tables]
        return rows, self.server.sql(
            "SELECT relname, relacl::text FROM pg_class ORDER BY oid", self.url
        )


@pytest.fixture
def team(server: Server):
    url = server.made()
    for name, role in ROLES.items():
        server.signed_in(url, name, role)
    with closing(opened(url.set(username=BUTLER))) as workspace, workspace.editing() as work:
        dossier = a_dossier(butler=BUTLER)
        work.save(None, dossier, "order.enter")
    yield Team(server, url, dossier.order.id)
    server.drop(url)


def opened(url: URL):
    return open_workspace(url, actor="", station="test", clock=Clock())


@pytest.mark.parametrize("name", EVERYBODY)
def test_what_nobody_may(team: Team, name: str):
    before = team.seen()
    done = []
    for what, statement in NEVER.items():
        try:
            team.sql(name, statement)
        except psycopg.Error:
            continue
        done.append(what)
    assert done == []
    team.sql(name, "GRANT INSERT ON journal TO PUBLIC")  # refused with no more than a warning
    assert team.seen() == before


@pytest.mark.parametrize("name", WRITERS)
def test_who_writes_an_act_changes_its_order(team: Team, name: str):
    team.sql(
        name,
        JOURNAL.format(id="a1", revision=2, actor=name),
        "UPDATE orders SET customer = '改名有限公司'",
    )
    assert team.sql(name, "SELECT customer FROM orders") == [("改名有限公司",)]
    assert team.sql(name, "SELECT actor FROM journal WHERE id = 'a1'") == [(name,)]


@pytest.mark.parametrize("name", WRITERS)
def test_an_act_on_one_order_does_not_cover_another(team: Team, name: str):
    with closing(opened(team.of(OTHER))) as workspace, workspace.editing() as work:
        work.save(None, a_dossier(customer="另一家"), "order.enter")
    act = JOURNAL.format(id="a1", revision=2, actor=name)
    other = f"UPDATE orders SET customer = '假' WHERE id <> ({FIRST})"
    with pytest.raises(psycopg.Error, match="journal"):
        team.sql(name, act, other)


FIRST = "SELECT order_id FROM journal WHERE id = 'a1'"


def test_an_auditor_reads_everything_and_writes_nothing(team: Team):
    assert team.sql(AUDITOR, "SELECT count(*) FROM journal") == [(1,)]
    for statement in (
        JOURNAL.format(id="a1", revision=2, actor=AUDITOR),
        "INSERT INTO orders SELECT * FROM orders",
        "INSERT INTO blobs VALUES ('x', 0)",
        f"INSERT INTO presence VALUES ('s', '{AUDITOR}', 'f', 'look', now())",
        "SELECT * FROM orders FOR UPDATE",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            team.sql(AUDITOR, statement)


@pytest.mark.parametrize(
    ("name", "may"), [(BUTLER, True), (SUPERVISOR, True), (OTHER, False), (AUDITOR, False)]
)
@pytest.mark.parametrize("table", ["orders", "filings"])
def test_who_hands_over(team: Team, name: str, may: bool, table: str):
    act = JOURNAL.format(id="a1", revision=2, actor=name)
    hand_over = f"UPDATE {table} SET butler = '{OTHER}'"
    if may:
        team.sql(name, act, hand_over)
    else:
        with pytest.raises(psycopg.Error):
            team.sql(name, act, hand_over.replace(OTHER, SUPERVISOR))
    (found,) = team.sql(name, f"SELECT butler FROM {table}")
    assert found == (OTHER if may else BUTLER,)


def test_what_nobody_has_anybody_takes(team: Team):
    team.sql(
        BUTLER, JOURNAL.format(id="a1", revision=2, actor=BUTLER), "UPDATE orders SET butler = ''"
    )
    team.sql(
        OTHER,
        JOURNAL.format(id="a2", revision=3, actor=OTHER),
        f"UPDATE orders SET butler = '{OTHER}'",
    )
    assert team.sql(OTHER, "SELECT butler FROM orders") == [(OTHER,)]


@pytest.mark.parametrize("name", WRITERS)
def test_a_desk_tells_and_forgets_its_own_presence(team: Team, name: str):
    team.sql(name, f"INSERT INTO presence VALUES ('s', '{name}', 'f', 'edit', now())")
    team.sql(name, "UPDATE presence SET filing_id = 'g'")
    team.sql(name, "DELETE FROM presence")
    assert team.sql(name, "SELECT * FROM presence") == []


@pytest.mark.parametrize(("name", "role"), [*ROLES.items(), ("owner", Role.OWNER)])
def test_the_program_knows_who_is_signed_in(team: Team, name: str, role: Role):
    with closing(opened(team.of(name))) as workspace:
        assert (workspace.actor, workspace.role) == (name, role)
        with workspace.reading() as work:
            assert work.role is role
            assert signed_in(work.connection).name == name


def test_the_program_refuses_an_auditor_before_the_database_does(team: Team):
    with closing(opened(team.of(AUDITOR))) as workspace:
        with workspace.reading() as work:
            assert work.dossier(team.order_id).order.butler == BUTLER
        with pytest.raises(Refused, match="只能查看"), workspace.editing():
            pytest.fail("an auditor was let in")


def handed_over(workspace, order_id: str) -> None:
    with workspace.editing() as work:
        before = work.dossier(order_id)
        work.save(before, replace(before, order=replace(before.order, butler=OTHER)), "order.edit")


def test_the_program_refuses_a_hand_over_before_the_database_does(team: Team):
    with (
        closing(opened(team.of(OTHER))) as workspace,
        pytest.raises(Refused, match=f"它由{BUTLER}负责"),
    ):
        handed_over(workspace, team.order_id)
    with closing(opened(team.of(SUPERVISOR))) as workspace:
        handed_over(workspace, team.order_id)


def test_a_right_that_was_taken_away_is_a_sentence(team: Team):
    with closing(opened(team.of(BUTLER))) as workspace:
        team.server.sql(f'REVOKE butler_desktop_butler FROM "{BUTLER}"')
        try:
            with pytest.raises(ButlerError, match="权限"), workspace.editing() as work:
                before = work.dossier(team.order_id)
                work.save(before, renamed(before, "新名"), "order.edit")
        finally:
            team.server.sql(f'GRANT butler_desktop_butler TO "{BUTLER}"')


def test_the_time_of_an_act_is_the_clocks(team: Team):
    (at,) = team.sql(BUTLER, "SELECT at FROM journal")
    assert at == (NOW,)
