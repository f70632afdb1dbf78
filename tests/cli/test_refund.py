"""``refund`` on the command line: the reasons, the request, and a second person's word."""

from tests.cli.conftest import ORDER, ORDERS


def sites(run):
    (row,) = [it for it in run("orders", "--json").json if it["number"] == ORDER]
    return row


def test_a_dry_run_tells_each_site_with_its_reason_and_changes_nothing(run):
    run("import-orders", ORDERS)
    before = sites(run)
    said = run("refund", ORDER, "--dry-run", "--json")
    assert said.code == 0
    assert set(said.json) == {"refundable_sites", "amount_fen", "lines"}
    assert said.json["refundable_sites"] == len(said.json["lines"]) == before["ordered"]
    assert said.json["amount_fen"] == before["paid_fen"]
    assert set(said.json["lines"][0]) == {"site", "refundable", "reason"}
    assert said.json["lines"][0]["reason"] == "尚未开始，可全额退订"
    assert sites(run) == before


def test_one_asks_and_a_second_person_decides(run):
    run("import-orders", ORDERS)
    asked = run("refund", ORDER, "--reason", "客户不做了")
    assert asked.code == 0
    assert "--approve" in asked.out
    assert sites(run)["state"] == "refund_requested"
    own = run("refund", ORDER, "--approve", "管家")
    assert own.code == 1
    assert "另一人核准" in own.err
    done = run("refund", ORDER, "--approve", "周启明")
    assert done.code == 0
    assert "已退订" in done.out
    row = sites(run)
    assert (row["state"], row["refunded"], row["remaining"]) == ("refunded", row["ordered"], 0)
    again = run("refund", ORDER, "--reason", "再退")
    assert again.code == 1


def test_a_declined_one_has_its_reason(run):
    run("import-orders", ORDERS)
    run("refund", ORDER, "--reason", "客户不做了")
    assert run("refund", ORDER, "--decline", "周启明").code == 1
    said = run("refund", ORDER, "--decline", "周启明", "--reason", "客户改了主意")
    assert said.code == 0
    assert sites(run)["state"] == "refund_declined"


def test_what_is_wrong_is_said_and_nothing_is_done(run):
    run("import-orders", ORDERS)
    assert run("refund", "DD-none", "--dry-run").code == 1
    assert run("refund", ORDER).code == 1  # no reason
    assert run("refund", ORDER, "--site", "BA-none", "--reason", "不做了").code == 1
    assert run("refund", ORDER, "--approve", "甲", "--decline", "乙").code == 2
    assert sites(run)["state"] == "paid"
