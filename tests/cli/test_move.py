"""``shared move``: a file's work moved by a command, with what it says."""

import pytest
from sqlalchemy import URL

from tests.cli.conftest import FORMS, ORDER, ORDERS, Run
from tests.postgres import Server


@pytest.fixture
def shared(server: Server):
    url: URL = server.made()
    yield url.render_as_string(hide_password=False)
    server.drop(url)


@pytest.fixture
def taken(run: Run, place):
    """A file with the orders of a workbook."""
    return run("import-orders", ORDERS, "--take-good-rows", "--json").json["taken"]


def test_a_file_is_moved_and_then_refuses_acts(shared: str, taken: int, run: Run, place):
    before = run("orders", "--json").json
    plan = run("shared", "move", shared, "--from", "butler.db", "--dry-run", "--json").json
    assert plan["counts"]["order"] == taken
    assert run("orders", "--json", "--database", shared).json == []
    done = run("shared", "move", shared, "--from", "butler.db", "--json").json
    assert (done["orders"], done["counts"]) == (taken, plan["counts"])
    assert len(done["digest"]) == 64
    assert done["without_role"] == ["管家"]
    assert run("orders", "--json", "--database", shared).json == before
    assert run("orders", "--json").json == before
    refused = run("new-filing", ORDER, "--from", FORMS, "--entry", "F01")
    assert refused.code == 1
    assert "已搬到共享库" in refused.err
    again = run("shared", "move", shared, "--from", "butler.db")
    assert again.code == 1
    assert "已搬到共享库" in again.err


def test_it_says_what_is_moved_and_who_cannot_sign_in(shared: str, taken: int, run: Run, place):
    said = run("shared", "move", shared, "--from", "butler.db", "--dry-run")
    assert said.code == 0
    assert "添加）：管家" in said.out
    english = run("shared", "move", shared, "--from", "butler.db", "--language", "en")
    assert f"{taken} orders compared one by one, all equal" in english.out


def test_what_is_no_file_or_no_shared_database_is_refused(shared: str, run: Run, place):
    assert run("shared", "move", shared, "--from", "nothing.db").code == 3
    run("import-orders", ORDERS, "--take-good-rows")
    assert run("shared", "move", "other.db", "--from", "butler.db").code == 1
    assert run("shared", "move", shared).code == 2
