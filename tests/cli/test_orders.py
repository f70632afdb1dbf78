"""``orders`` and ``import-orders``."""

import re
import shutil
from datetime import datetime

from tests.cli.conftest import DATA, ORDER, ORDERS

KEYS = {
    "number", "customer", "filing_kind", "ordered", "delivered", "in_flight", "remaining",
    "refunded", "paid_fen", "first_contact_due", "state",
}  # fmt: skip


def test_an_import_tells_what_it_took_and_a_second_one_takes_nothing(run):
    first = run("import-orders", ORDERS, "--json")
    assert (first.code, first.json) == (0, {"taken": 40, "refused": [], "already_known": []})
    again = run("import-orders", ORDERS, "--json")
    assert (again.code, again.json["taken"]) == (0, 0)
    assert len(again.json["already_known"]) == 40
    assert len(run("orders", "--json").json) == 40


def test_every_sample_of_one_export_says_the_same(run):
    run("import-orders", ORDERS)
    for name in ("orders-gb18030.csv", "orders-utf8-bom.csv"):
        said = run("import-orders", DATA / "orders" / name, "--json")
        assert (said.code, said.json["taken"]) == (0, 0), name
        assert said.json["already_known"], name


def test_one_faulty_row_and_nothing_is_taken(run):
    said = run("import-orders", DATA / "orders" / "orders-with-errors.xlsx", "--json")
    assert (said.code, said.json["taken"]) == (1, 0)
    assert all(set(row) == {"row", "column", "value", "reason"} for row in said.json["refused"])
    assert said.json["refused"][0] == {
        "row": 6,
        "column": "订单号",
        "value": "2026100801000101",
        "reason": "与第 5 行订单号重复",
    }
    assert run("orders", "--json").json == []


def test_the_good_rows_are_taken_when_that_is_asked(run):
    file = DATA / "orders" / "orders-with-errors.xlsx"
    said = run("import-orders", file, "--take-good-rows", "--json")
    assert said.code == 1
    assert said.json["taken"] == len(run("orders", "--json").json) > 0


def test_a_dry_run_leaves_nothing_behind(run, place):
    said = run("import-orders", ORDERS, "--dry-run", "--json")
    assert (said.code, said.json) == (0, {"taken": 0, "refused": [], "already_known": []})
    assert list(place.iterdir()) == []
    run("import-orders", ORDERS)
    said = run("import-orders", ORDERS, "--dry-run", "--json")
    assert len(said.json["already_known"]) == 40


def test_a_damaged_workbook_is_refused_in_a_sentence(run):
    said = run("import-orders", DATA / "orders" / "orders-damaged.xlsx")
    assert said.code == 1
    assert "已损坏" in said.err
    assert "\n" not in said.err.strip()


def test_a_missing_workbook_makes_no_database(run, place):
    said = run("import-orders", place / "nothing.xlsx")
    assert said.code == 3
    assert "nothing.xlsx" in said.err
    assert list(place.iterdir()) == []


def test_orders_have_their_counts_their_money_in_fen_and_their_times_with_offset(run):
    run("import-orders", ORDERS)
    orders = run("orders", "--json").json
    assert all(set(order) == KEYS for order in orders)
    for order in orders:
        assert order["ordered"] == sum(
            order[name] for name in ("delivered", "in_flight", "remaining", "refunded")
        )
        assert isinstance(order["paid_fen"], int)
        due = datetime.fromisoformat(order["first_contact_due"])
        assert order["first_contact_due"].endswith("+08:00")
        assert 9 <= due.hour < 19
    (first,) = [order for order in orders if order["number"] == ORDER]
    assert first["state"] == "paid"
    assert [order["number"] for order in orders] == sorted(order["number"] for order in orders)


def test_the_list_for_people_stands_in_columns(run):
    run("import-orders", ORDERS)
    said = run("orders")
    head, *lines = said.out.splitlines()
    assert head.split()[:2] == ["订单号", "客户"]
    assert len(lines) == 40
    assert run("orders", "--language", "en").out.startswith("Order ")
    assert any(re.search(r"\d,\d{3}\.\d\d", line) for line in lines)


def test_nothing_but_an_import_makes_a_database(run, place):
    for command in (
        ["orders"],
        ["orders", "--json"],
        ["filings"],
        ["show", "BA-1"],
        ["journal", "DD-1", "--verify"],
        ["edit", "BA-1", "province", "北京"],
        ["do", "BA-1", "submit"],
        ["packet", "BA-1"],
        ["attach", "BA-1", "sponsor_cert", ORDERS],
        ["new-filing", "DD-1", "--from", DATA / "filings.json", "--entry", "F00"],
    ):
        said = run(*command)
        assert said.code == 3, command
        assert "没有数据库" in said.err
        assert "import-orders" in said.err
    assert list(place.iterdir()) == []


def test_an_empty_file_is_no_database_either(run, place):
    (place / "butler.db").touch()
    assert "没有数据库" in run("orders").err
    assert (place / "butler.db").stat().st_size == 0


def test_a_file_that_is_no_database_is_told(run, place):
    shutil.copy(DATA / "filings.json", place / "butler.db")
    for command in (["orders"], ["import-orders", ORDERS]):
        said = run(*command)
        assert said.code == 3
        assert "不是数据库" in said.err
    assert (place / "butler.db").read_bytes() == (DATA / "filings.json").read_bytes()


def test_a_folder_in_the_place_of_the_database_is_told(run, place):
    (place / "butler.db").mkdir()
    for command in (["orders"], ["import-orders", ORDERS]):
        assert run(*command).code == 3


def test_a_folder_that_cannot_be_made_is_told(run, place):
    (place / "file").touch()
    said = run("import-orders", ORDERS, "--database", place / "file" / "in" / "x.db")
    assert said.code == 3
    assert "file" in said.err


def test_a_database_that_cannot_be_had_is_told(run, place):
    away = run("orders", "--database", f"postgresql://desk@/butler?host={place}")
    assert away.code == 3
    assert "连不上共享库" in away.err
    strange = run("orders", "--database", "mysql://x/y")
    assert strange.code == 3
    assert "mysql" in strange.err


def test_an_sqlite_url_names_its_file(run, place):
    assert run("import-orders", ORDERS, "--database", f"sqlite:///{place}/a.db").code == 0
    assert len(run("orders", "--json", "--database", place / "a.db").json) == 40
