"""The move of a file to a shared database: all of it, equal to the last letter, or nothing."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import URL, func, select

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.locator import read_query
from butler_desktop.domain.locator_terms import FILING, ORDER
from butler_desktop.errors import ButlerError, Refused, StoreUnavailable
from butler_desktop.storage.database_stock import DatabaseStock
from butler_desktop.storage.integrity import verify_journal
from butler_desktop.storage.locator import proposed
from butler_desktop.storage.move import CARRY, CHECK, WRITE, move, plan_move
from butler_desktop.storage.order_digests import read_all
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.replica_copy import copy_shared
from butler_desktop.storage.schema import journal, orders
from butler_desktop.storage.shared import init_shared
from butler_desktop.storage.sqlite import SqliteDatabase
from butler_desktop.storage.stock_address import open_stock
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock, a_dossier, renamed
from tests.cutting import CuttingProxy
from tests.engines import ENGINES
from tests.postgres import Server
from tests.storage.test_integrity import changed, steps

pytestmark = pytest.mark.sqlite
"""The file is SQLite, the other side PostgreSQL: there is no third."""


def quiet(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""


def opened(place: Path | URL) -> Workspace:
    return open_workspace(place, actor="林晓雯", station="test", clock=Clock())


@pytest.fixture
def file(demo_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The demo's workspace, a copy of its own."""
    shutil.copy(demo_folder / "demo.db", tmp_path / "demo.db")
    shutil.copytree(demo_folder / "demo.db.files", tmp_path / "demo.db.files")
    workspace = opened(tmp_path / "demo.db")
    yield workspace
    workspace.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Workspace]:
    """A file with two orders and one scan."""
    workspace = opened(tmp_path / "small.db")
    sha256 = workspace.blobs.put_bytes(b"a scan")
    with workspace.editing() as work:
        dossier = work.save(None, a_dossier(), "order.enter")
        work.save(None, a_dossier(), "order.enter")
        scanned = changed(dossier, ("scan", "a.png", 6))
        work.save(dossier, on_one_blob(scanned, sha256), "material.attach")
    yield workspace
    workspace.close()


@pytest.fixture
def url(server: Server) -> Iterator[URL]:
    """A shared database with nothing in it, for its owner."""
    made = server.made()
    yield made
    server.drop(made)


@pytest.fixture
def shared(url: URL) -> Iterator[Workspace]:
    """The same, open."""
    workspace = opened(url)
    yield workspace
    workspace.close()


def digests(workspace: Workspace) -> dict[str, str]:
    with workspace.reading() as work:
        return read_all(work.connection).each()


def path_of(file: Workspace) -> Path:
    assert isinstance(file.database, SqliteDatabase)
    return file.database.path


def refuses_acts(file: Workspace) -> bool:
    try:
        with file.editing() as work:
            work.save(None, a_dossier(), "order.enter")
    except Refused:
        return True
    return False


def is_untouched(file: Workspace, shared: Workspace, before: dict[str, str]) -> bool:
    """Nothing is there, nothing is changed here, and work goes on."""
    return digests(shared) == {} and digests(file) == before and not refuses_acts(file)


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


def test_who_has_no_role_yet_is_named(file: Workspace, url: URL, server: Server) -> None:
    with file.reading() as work:
        actors = set(work.connection.scalars(select(journal.c.actor).distinct()))
    assert actors <= set(plan_move(file, url).without_role)
    known = min(actors)
    server.signed_in(url, known)
    assert known not in plan_move(file, url).without_role


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


@pytest.mark.parametrize("table", ["contacts", "materials", "search_terms"])
def test_a_row_that_does_not_arrive_takes_all_back(
    file: Workspace, shared: Workspace, url: URL, server: Server, table: str
) -> None:
    before = digests(file)
    server.sql(
        "CREATE FUNCTION lost() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RETURN NULL; END $$; CREATE TRIGGER lost BEFORE INSERT ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION lost()",
        url,
    )
    with pytest.raises(Refused, match="核对不符：订单"):
        move(file, url, quiet)
    assert is_untouched(file, shared, before)


@pytest.mark.parametrize("time", ["BEFORE", "AFTER"])
def test_a_row_that_arrives_changed_takes_all_back_and_is_named(
    file: Workspace, shared: Workspace, url: URL, server: Server, time: str
) -> None:
    before = digests(file)
    with file.reading() as work:
        number = work.connection.scalar(select(func.max(orders.c.number)))
    change = {
        "BEFORE": "NEW.remark := NEW.remark || ' '; RETURN NEW;",
        "AFTER": "UPDATE orders SET remark = remark || ' ' WHERE id = NEW.id; RETURN NULL;",
    }
    deferred = "DEFERRABLE INITIALLY DEFERRED" if time == "AFTER" else ""
    server.sql(
        "CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN {change[time]} END $$;"
        f" CREATE {'CONSTRAINT' if deferred else ''} TRIGGER other {time} INSERT ON orders"
        f" {deferred} FOR EACH ROW WHEN (NEW.number = '{number}') EXECUTE FUNCTION other()",
        url,
    )
    with pytest.raises(Refused, match=f"订单 {number} 在共享库中与本机不同"):
        move(file, url, quiet)
    assert is_untouched(file, shared, before)


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


def test_a_blob_that_is_lost_here_stops_the_move(
    file: Workspace, shared: Workspace, url: URL
) -> None:
    before = digests(file)
    path = next(path for path in file.blobs.folder.rglob("*") if len(path.name) == 64)
    path.unlink()
    assert plan_move(file, url).blobs_lost == 1
    with pytest.raises(StoreUnavailable, match=path.name):
        move(file, url, quiet)
    assert is_untouched(file, shared, before)


def test_a_blob_that_is_lost_there_takes_all_back(
    file: Workspace, shared: Workspace, url: URL, server: Server
) -> None:
    before = digests(file)

    def loses(done: int, _total: int, name: str) -> None:
        if (done, name) == (0, WRITE):
            server.sql(
                "ALTER TABLE blobs DISABLE TRIGGER USER;"
                "DELETE FROM blobs WHERE sha256 = (SELECT max(sha256) FROM blobs);"
                "ALTER TABLE blobs ENABLE TRIGGER USER",
                url,
            )

    with pytest.raises(Refused, match="不在共享附件库中"):
        move(file, url, loses)
    assert is_untouched(file, shared, before)
    move(file, url, quiet)
    assert digests(shared) == digests(file)


class Stop(Exception):
    """Somebody pressed the button."""


def stopping(at: int) -> Callable[[int, int, str], None]:
    """Breaks off at the step number ``at``."""
    left = iter(range(at))

    def step(_done: int, _total: int, _name: str) -> None:
        if next(left, None) is None:
            raise Stop

    return step


def test_it_can_be_broken_off_at_each_step_and_begun_anew(
    small: Workspace, shared: Workspace, url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("butler_desktop.storage.order_digests.BLOCK", 1)
    before, at = digests(small), 0
    while True:
        try:
            move(small, url, stopping(at))
        except Stop:
            assert digests(shared) == {}
            assert digests(small) == before
            at += 1
        else:
            break
    assert at > 15
    assert digests(shared) == digests(small) == before
    assert refuses_acts(small)


@pytest.fixture
def proxy(server: Server) -> Iterator[CuttingProxy]:
    made = CuttingProxy(server.folder)
    yield made
    made.close()


@pytest.mark.parametrize("after", [False, True])
def test_a_network_that_breaks_leaves_all_or_nothing(
    small: Workspace, shared: Workspace, url: URL, proxy: CuttingProxy, *, after: bool
) -> None:
    """At each statement; where the commit's answer is lost, the next try finds it done."""
    way = url.update_query_dict({"host": str(proxy.folder)})
    before, at, arrived = digests(small), 0, False
    while True:
        at += 1
        proxy.cut_at(at, after=after)
        try:
            move(small, way, quiet)
        except StoreUnavailable:
            arrived |= digests(shared) == before
            assert digests(shared) in ({}, before)
            assert digests(small) == before
            proxy.mend()
        else:
            break
    assert at > 20
    assert arrived == after
    assert digests(shared) == digests(small) == before
    assert refuses_acts(small)


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


def test_a_database_with_orders_is_refused(file: Workspace, shared: Workspace, url: URL) -> None:
    with shared.editing() as work:
        work.save(None, a_dossier(), "order.enter")
    for attempt in (lambda: plan_move(file, url), lambda: move(file, url, quiet)):
        with pytest.raises(Refused, match="已有 1 个订单"):
            attempt()
    assert not refuses_acts(file)


def test_an_order_made_there_after_the_plan_is_seen(
    file: Workspace, shared: Workspace, url: URL
) -> None:
    def acts(done: int, _total: int, name: str) -> None:
        if (done, name) == (0, CARRY):
            with shared.editing() as work:
                work.save(None, a_dossier(), "order.enter")

    with pytest.raises(Refused, match="已有 1 个订单"):
        move(file, url, acts)
    assert len(digests(shared)) == 1
    assert not refuses_acts(file)


def test_only_the_owner_moves(file: Workspace, url: URL, server: Server) -> None:
    theirs = server.signed_in(url, "周启明")
    for attempt in (lambda: plan_move(file, theirs), lambda: move(file, theirs, quiet)):
        with pytest.raises(Refused, match="周启明 不是共享库"):
            attempt()
    assert not refuses_acts(file)


def test_a_replica_is_refused(url: URL, tmp_path: Path, server: Server) -> None:
    copy_shared(url, tmp_path / "replica.db", quiet)
    replica = opened(tmp_path / "replica.db")
    other = server.made()
    with pytest.raises(Refused, match="副本"):
        plan_move(replica, other)
    replica.close()
    server.drop(other)


def test_a_shared_database_is_refused_as_what_is_moved(shared: Workspace, url: URL) -> None:
    with pytest.raises(Refused, match="已经是共享库"):
        plan_move(shared, url)


def test_a_database_that_is_not_set_up_is_refused(file: Workspace, server: Server) -> None:
    empty = server.empty()
    with pytest.raises(StoreUnavailable, match="还没有建好"):
        plan_move(file, empty)
    server.drop(empty)


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


def on_one_blob(dossier: Dossier, sha256: str) -> Dossier:
    """The dossier with files that are really there."""
    return replace(
        dossier,
        materials=tuple(replace(it, sha256=sha256) for it in dossier.materials),
        packets=tuple(replace(it, pdf_sha256=sha256) for it in dossier.packets),
    )
