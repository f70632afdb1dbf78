"""The move of a file to a shared database: all of it, equal to the last letter."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import URL

from butler_desktop.domain.locator import read_query
from butler_desktop.domain.locator_terms import FILING, ORDER
from butler_desktop.domain.mail import MailState
from butler_desktop.errors import ButlerError, Refused
from butler_desktop.storage.database_stock import DatabaseStock
from butler_desktop.storage.integrity import verify_journal
from butler_desktop.storage.locator import proposed
from butler_desktop.storage.mails import add_mail, move_mail
from butler_desktop.storage.move import CHECK, move, plan_move
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.shared import init_shared
from butler_desktop.storage.stock_address import open_stock
from butler_desktop.storage.work import Workspace
from tests.builders import a_dossier, a_mail, renamed
from tests.engines import ENGINES
from tests.postgres import Server
from tests.storage.moves import digests, on_one_blob, opened, path_of, quiet
from tests.storage.test_integrity import changed, steps

pytestmark = pytest.mark.sqlite
"""The file is SQLite, the other side PostgreSQL: there is no third."""


def test_everything_arrives_as_it_was(file: Workspace, shared: Workspace, url: URL) -> None:
    before = digests(file)
    plan = plan_move(file, url)
    assert digests(shared) == {}
    done = move(file, url, quiet)
    assert digests(file) == digests(shared) == before
    assert (done.counts, done.blobs, done.blob_bytes) == (
        plan.counts,
        plan.blobs,
        plan.blob_bytes,
    )
    assert done.orders == len(before) == plan.counts["order"]
    assert plan.blobs > 0
    assert plan.blobs_lost == 0
    with shared.reading() as work:
        for order_id in before:
            assert verify_journal(work.connection, order_id, work.rulebook) == ()


def test_who_has_no_role_yet_is_named(small: Workspace, url: URL, server: Server) -> None:
    with small.editing() as work:
        work.save(None, a_dossier(butler="刚入职的"), "order.enter")
    assert "刚入职的" in plan_move(small, url).without_role
    server.signed_in(url, "刚入职的")
    assert "刚入职的" not in plan_move(small, url).without_role
    server.sql('DROP ROLE "刚入职的"')  # roles are of the whole server


def test_work_goes_on_there_and_not_here(file: Workspace, shared: Workspace, url: URL) -> None:
    other_desk = opened(path_of(file))
    order_id = next(iter(digests(file)))
    move(file, url, quiet)
    for desk in (file, other_desk, opened(path_of(file))):
        with pytest.raises(Refused, match="已搬到共享库"), desk.editing() as work:
            dossier = work.dossier(order_id)
            work.save(dossier, renamed(dossier, "杭州山溪科技有限公司"), "order.edit")
        desk.close()
    with shared.editing() as work:
        dossier = work.dossier(order_id)
        work.save(dossier, renamed(dossier, "杭州山溪科技有限公司"), "order.edit")
        work.save(None, a_dossier(), "order.enter")
    with pytest.raises(Refused, match="已搬到共享库"):
        plan_move(file, url)


def test_the_locator_finds_there_what_it_found_here(
    file: Workspace, shared: Workspace, url: URL
) -> None:
    asked = [(FILING, "hz"), (ORDER, "hz"), (FILING, "13"), (ORDER, "杭州")]
    with file.reading() as work:
        before = [proposed(work.connection, mark, read_query(text)) for mark, text in asked]
    move(file, url, quiet)
    with shared.reading() as work:
        after = [proposed(work.connection, mark, read_query(text)) for mark, text in asked]
    assert after == before
    assert any(before)


def test_blobs_can_be_read_there(file: Workspace, url: URL, tmp_path: Path) -> None:
    move(file, url, quiet)
    database = PostgresDatabase(url)
    stock = DatabaseStock(database)
    kept = [path for path in file.blobs.folder.rglob("*") if len(path.name) == 64]
    assert kept
    for path in kept:
        stock.fetch(path.name, tmp_path / "fetched")
        assert (tmp_path / "fetched").read_bytes() == path.read_bytes()
    database.close()


def test_a_spelling_that_only_a_forger_writes_is_not_put_right(
    file: Workspace, shared: Workspace, url: URL
) -> None:
    """What ``verify`` finds in the file it finds there as well."""
    with file.database.editing() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_update")
        connection.exec_driver_sql(
            "UPDATE journal SET changes = replace(changes, '\":', '\" :') WHERE revision = 1"
        )
    move(file, url, quiet)
    with shared.reading() as work:
        for order_id in digests(file):
            assert verify_journal(work.connection, order_id, work.rulebook)


def test_while_it_moves_others_look_and_do_not_act(
    file: Workspace, url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("butler_desktop.storage.sqlite.BUSY_MS", 50)
    other_desk = opened(path_of(file))
    before = digests(file)
    told: list[str] = []

    def looks(done: int, _total: int, name: str) -> None:
        if name == CHECK and not told:
            assert digests(other_desk) == before
            with pytest.raises(ButlerError) as caught, other_desk.editing():
                pass
            told.append(caught.value.sentence.zh)

    move(file, url, looks)
    assert told
    assert "正被占用" in told[0]
    other_desk.close()


def test_it_may_take_long_between_two_statements(
    small: Workspace, shared: Workspace, url: URL, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that ends idle transactions does not end this one."""
    brisk = "-c timezone=UTC -c idle_in_transaction_session_timeout=200"
    monkeypatch.setattr("butler_desktop.storage.postgres._SESSION", brisk)

    def lingers(done: int, _total: int, name: str) -> None:
        if (done, name) == (0, CHECK):
            server.sql("SELECT pg_sleep(0.5)")

    move(small, url, lingers)
    assert digests(shared) == digests(small)


def test_the_blobs_go_where_the_team_keeps_them(file: Workspace, url: URL, tmp_path: Path) -> None:
    folder = tmp_path / "team"
    open_stock(str(folder), "test", make=True)
    database = PostgresDatabase(url)
    init_shared(database, str(folder))
    database.close()
    done = move(file, url, quiet)
    there = {path.name for path in folder.rglob("*") if len(path.name) == 64}
    assert len(there) == done.blobs


@settings(max_examples=15)
@given(histories=st.lists(st.lists(steps(), max_size=6), max_size=3))
def test_random_orders_arrive_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, histories: list[list[Any]]
) -> None:
    folder = tmp_path_factory.mktemp("moved")
    url = ENGINES.server.made()
    file, shared = opened(folder / "butler.db"), opened(url)
    sha256 = file.blobs.put_bytes(b"a scan")
    with file.editing() as work:
        for history in histories:
            dossier = work.save(None, a_dossier(), "order.enter")
            for step in history:
                after = on_one_blob(changed(dossier, step), sha256)
                dossier = work.save(dossier, after, f"test.{step[0]}")
    before = digests(file)
    done = move(file, url, quiet)
    assert digests(shared) == before
    assert done.orders == len(histories)
    for order_id in before:
        with file.reading() as ours, shared.reading() as theirs:
            assert ours.dossier(order_id) == theirs.dossier(order_id)
            assert not verify_journal(theirs.connection, order_id, theirs.rulebook)
    file.close()
    shared.close()
    ENGINES.server.drop(url)


def test_mail_that_waits_is_settled_before(small: Workspace, url: URL) -> None:
    with small.editing() as work:
        add_mail(work, a_mail())
    with pytest.raises(Refused, match="1 封邮件"):
        plan_move(small, url)
    with small.editing() as work:
        assert move_mail(work, a_mail(), replace(a_mail(), state=MailState.SENT))
    assert plan_move(small, url).counts["order"] > 0
