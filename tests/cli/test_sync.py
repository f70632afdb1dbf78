"""``replica``, ``sync``, ``conflicts``, ``settle``, ``receipt``: answers and exit codes."""

from pathlib import Path

import pytest
from sqlalchemy import URL

from tests.cli.conftest import FORMS, ORDER, ORDERS, Run
from tests.postgres import Server
from tests.sync.team import ANN, BEN

FIELD = "service.service_name"


@pytest.fixture
def url(server: Server):
    made = server.made()
    yield made
    server.drop(made)


@pytest.fixture
def desks(server: Server, url: URL, run: Run, place: Path) -> tuple[Path, Path]:
    """Two butlers' replicas of a database with one filing; returns their files."""
    address = server.signed_in(url, ANN).render_as_string()
    assert run("import-orders", ORDERS, "--take-good-rows", "--database", address).code == 0
    started = run("new-filing", ORDER, "--from", FORMS, "--entry", "F01", "--database", address)
    assert started.code == 0, started.err
    files = []
    for name in (ANN, BEN):
        shared = server.signed_in(url, name).render_as_string()
        assert run("replica", "create", "--shared", shared, "--into", f"{name}.db").code == 0
        files.append(place / f"{name}.db")
    return files[0], files[1]


def number(run: Run, file: Path) -> str:
    return str(run("filings", "--json", "--database", file).json[0]["number"])


def edited(run: Run, file: Path, value: str) -> None:
    assert run("edit", number(run, file), FIELD, value, "--database", file).code == 0


def in_conflict(run: Run, desks: tuple[Path, Path]) -> Path:
    """The second desk has an edit that does not fit the first one's."""
    ann, ben = desks
    edited(run, ann, "甲站")
    edited(run, ben, "乙站")
    assert run("sync", "--database", ann).code == 0
    assert run("sync", "--json", "--database", ben).json["held"] == 1
    return ben


def test_a_round_tells_its_numbers(run: Run, desks: tuple[Path, Path]):
    ann, ben = desks
    edited(run, ann, "甲站")
    none = {"pulled": 0, "pushed": 0, "held": 0, "refused": 0, "offline": False}
    assert run("sync", "--json", "--database", ann).json == none | {"pushed": 1}
    assert run("sync", "--json", "--database", ben).json == none | {"pulled": 1}
    assert "取回 0 项" in run("sync", "--database", ben).out


def test_a_network_that_is_away_is_told_and_is_no_error(
    server: Server, run: Run, desks: tuple[Path, Path]
):
    server.stop()
    try:
        away = run("sync", "--json", "--database", desks[0])
        edited(run, desks[0], "离线站")
    finally:
        server.start()
    assert (away.code, away.json["offline"]) == (0, True)
    (line,) = run("receipt", "--json", "--database", desks[0]).json
    assert (line["act"], line["outcome"]) == ("filing.edit", "waiting")


def test_a_conflict_tells_every_side(run: Run, desks: tuple[Path, Path]):
    ben = in_conflict(run, desks)
    (conflict,) = run("conflicts", "--json", "--database", ben).json
    assert (conflict["order"], conflict["act"]) == (ORDER, "filing.edit")
    assert conflict["filing"] == number(run, ben)
    assert conflict["waiting_behind"] == 0
    (field,) = conflict["fields"]
    assert (field["field"], field["mine"], field["theirs"]) == (FIELD, "乙站", "甲站")
    assert field["their_actor"] == ANN
    assert field["their_at"].endswith("+08:00")
    shown = run("conflicts", "--database", ben).out
    assert "甲站" in shown
    assert "乙站" in shown


@pytest.mark.parametrize(
    ("choice", "value"),
    [
        (("--take", "mine"), "乙站"),
        (("--take", "theirs"), "甲站"),
        (("--take", "mine", "--field", FIELD, "--value", "合写站"), "合写站"),
    ],
)
def test_what_is_settled_reaches_the_others(
    run: Run, desks: tuple[Path, Path], choice: tuple[str, ...], value: str
):
    ben = in_conflict(run, desks)
    assert run("settle", ORDER, *choice, "--database", ben).code == 0
    assert run("conflicts", "--json", "--database", ben).json == []
    for file in (ben, desks[0]):
        assert run("sync", "--database", file).code == 0
    filing = run("show", number(run, desks[0]), "--json", "--database", desks[0]).json
    assert filing["form"]["service"]["service_name"] == value
    outcomes = {it["outcome"] for it in run("receipt", "--json", "--database", ben).json}
    assert outcomes <= {"shared", "refused"}


def test_wrong_use_is_told(run: Run, desks: tuple[Path, Path]):
    ann, _ = desks
    assert run("settle", ORDER, "--take", "mine", "--database", ann).code == 1
    assert run("settle", ORDER, "--take", "ours", "--database", ann).code == 2
    assert run("replica", "create", "--shared", "x.db", "--into", "y.db").code == 1
    ben = in_conflict(run, desks)
    assert run("settle", ORDER, "--take", "mine", "--value", "x", "--database", ben).code == 2
    strange = run("settle", ORDER, "--take", "mine", "--field", "no.such", "--database", ben)
    assert strange.code == 1


def test_a_file_that_stands_alone_has_nothing_to_sync(run: Run, place: Path):
    assert run("import-orders", ORDERS, "--take-good-rows").code == 0
    refused = run("sync")
    assert refused.code == 1
    assert "没有连到共享库" in refused.err
    assert run("receipt", "--json").json == []
    assert run("conflicts", "--json").json == []
