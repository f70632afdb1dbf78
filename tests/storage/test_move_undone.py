"""A move that cannot be, or breaks: nothing is there, and nothing is changed here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, func, select

from butler_desktop.errors import Refused, StoreUnavailable
from butler_desktop.storage.move import CARRY, WRITE, move, plan_move
from butler_desktop.storage.replica_copy import copy_shared
from butler_desktop.storage.schema import orders
from butler_desktop.storage.work import Workspace
from tests.builders import a_dossier
from tests.cutting import CuttingProxy
from tests.postgres import Server
from tests.storage.moves import (
    digests,
    is_untouched,
    opened,
    quiet,
    refuses_acts,
)

pytestmark = pytest.mark.sqlite
"""The file is SQLite, the other side PostgreSQL: there is no third."""


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
