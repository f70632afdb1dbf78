"""The locator's index: it proposes what is there now, newest first, on either database."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text

from butler_desktop.domain.locator import match, read_query
from butler_desktop.domain.locator_terms import FILING, ORDER
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.person import Person
from butler_desktop.storage import locator
from butler_desktop.storage.locator import (
    POSTGRESQL,
    filings_to_judge,
    initials,
    orders_to_judge,
    proposed,
)
from butler_desktop.storage.schema import filings, orders
from tests.builders import a_dossier, a_filing, a_workspace, renamed

OLD = Path(__file__).resolve().parents[1] / "data" / "databases"


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def kept(workspace, *dossiers):
    with workspace.editing() as work:
        return [work.save(None, dossier, "order.enter") for dossier in dossiers]


def asked(workspace, typed, mark=ORDER, **given):
    with workspace.reading() as work:
        return proposed(work.connection, mark, read_query(typed), **given)


@pytest.mark.parametrize(
    "typed", ["ysz", "云杉", "云杉智造科技", "hzyszzkj", "1234", "13800001234", "沈", "hz zz"]
)
def test_an_order_is_proposed_for_all_that_it_can_be_found_by(workspace, typed):
    (dossier,) = kept(workspace, a_dossier())
    assert asked(workspace, typed) == [dossier.order.id]


@pytest.mark.parametrize("typed", ["ysk", "云智", "1380", "nothing", "--", "", "'\"*:&|!()\\"])
def test_nothing_is_proposed_for_what_is_not_there(workspace, typed):
    kept(workspace, a_dossier())
    assert asked(workspace, typed) == []


def test_orders_and_filings_are_asked_for_apart(workspace):
    (dossier,) = kept(workspace, a_dossier())
    assert asked(workspace, "ysz", FILING) == [dossier.filings[0].id]
    assert asked(workspace, "ysz", ORDER) == [dossier.order.id]


def test_a_name_of_several_readings_is_proposed_by_each(workspace):
    (dossier,) = kept(workspace, a_dossier(customer="重庆长沙行𠮷"))
    for typed in ("cqcs", "zqzs", "cqzsx", "zqcsh", "𠮷", "行𠮷"):
        assert asked(workspace, typed) == [dossier.order.id]


def test_the_newest_come_first_and_no_more_than_are_wanted(workspace):
    first, second, third = kept(workspace, a_dossier(), a_dossier(), a_dossier())
    assert asked(workspace, "ys") == [third.order.id, second.order.id, first.order.id]
    assert asked(workspace, "ys", most=2) == [third.order.id, second.order.id]


def test_a_change_is_found_by_what_is_now_there(workspace):
    (dossier,) = kept(workspace, a_dossier())
    with workspace.editing() as work:
        work.save(dossier, renamed(dossier, "南屿跨境"), "order.edit")
    assert asked(workspace, "南屿") == [dossier.order.id]
    assert asked(workspace, "云杉") == []
    assert asked(workspace, "nykj", FILING) == [dossier.filings[0].id]


def test_what_was_rolled_back_is_not_found(workspace):
    with pytest.raises(RuntimeError), workspace.editing() as work:
        work.save(None, a_dossier(), "order.enter")
        raise RuntimeError("the power is gone")
    assert asked(workspace, "ys") == []


def test_many_new_orders_are_found(workspace):
    with workspace.editing() as work:
        work.save_new([a_dossier(customer=f"南屿{n}") for n in range(20)], "order.import")
    assert len(asked(workspace, "ny")) == 20
    assert len(asked(workspace, "ny", FILING)) == 20


def test_what_is_judged_is_what_was_indexed(workspace):
    dossier = a_dossier()
    form = replace(Particulars.empty("first_filing"), subject_pic=Person(mobile="139-0000-5678"))
    filing = a_filing(dossier.order, particulars=form)
    kept(workspace, replace(dossier, filings=(filing,)))
    with workspace.reading() as work:
        (one,) = filings_to_judge(work.connection, [filing.id], phones=True).values()
        assert match(read_query("5678"), one.facts, initials())
        assert one.state == filing.state
        (one,) = filings_to_judge(work.connection, [filing.id], phones=False).values()
        assert not match(read_query("5678"), one.facts, initials())
        (one,) = orders_to_judge(work.connection, [dossier.order.id], phones=True).values()
        assert match(read_query("沈 1234"), one.facts, initials())


def test_the_index_is_left_whole(workspace):
    """SQLite's own check of the index, after changes and roll-backs."""
    (dossier,) = kept(workspace, a_dossier())
    with workspace.editing() as work:
        work.save(dossier, renamed(dossier, "南屿跨境"), "order.edit")
    with workspace.editing() as work:
        if work.connection.dialect.name == "sqlite":
            work.connection.exec_driver_sql(
                "INSERT INTO search_index (search_index) VALUES ('integrity-check')"
            )


def test_the_database_walks_its_index(workspace):
    """The statement is written as the index is: PostgreSQL would else read every row."""
    kept(workspace, a_dossier())
    with workspace.reading() as work:
        if work.connection.dialect.name != "postgresql":
            return
        work.connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        explained = text(f"EXPLAIN {POSTGRESQL.text}")
        plan = work.connection.scalars(explained, {"asked": "'onykj':*", "most": 10}).all()
        assert any("search_index" in line for line in plan)


def test_the_old_are_found_behind_many_new_ones(workspace, monkeypatch):
    """PostgreSQL looks at the newest first; what they lack it asks its index for."""
    monkeypatch.setattr(locator, "LOOKED_AT", 4)
    (old,) = kept(workspace, a_dossier(customer="南屿跨境"))
    new = kept(workspace, *(a_dossier() for _ in range(6)))
    assert asked(workspace, "ny") == [old.order.id]
    assert asked(workspace, "ys", most=2) == [new[-1].order.id, new[-2].order.id]
    assert len(asked(workspace, "ys")) == 6


@pytest.mark.sqlite
def test_an_old_database_is_filled_when_it_is_brought_up_to_date(tmp_path):
    shutil.copy(OLD / "0001.db", tmp_path / "butler.db")
    opened = a_workspace(tmp_path)
    with opened.reading() as work:
        number = select(orders.c.number, orders.c.id)
        for told, id_ in work.connection.execute(number).all():
            assert id_ in proposed(work.connection, ORDER, read_query(told))
        sponsor = select(filings.c.sponsor_name, filings.c.id)
        for told, id_ in work.connection.execute(sponsor).all():
            letters = "".join(initials().of(character)[0] for character in told)
            assert id_ in proposed(work.connection, FILING, read_query(letters))
    opened.close()
