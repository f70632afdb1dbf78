"""``refund`` on the command line: the reasons, the request, and a second person's word."""

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from tests.builders import a_workspace, an_order
from tests.cli.conftest import ORDER, ORDERS
from tests.services.scenario import reached


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


def test_each_row_of_the_rule_is_told_with_its_reading(run, demo):
    """Approved, with the authority, not submitted, never begun; and one that was rejected."""
    orders = run("orders", "--json").json
    big = next(it for it in orders if it["ordered"] == 6)
    said = run("refund", big["number"], "--dry-run", "--json").json
    told = {(it["refundable"], it["reason"]) for it in said["lines"]}
    assert told == {
        (True, "尚未开始，可全额退订"),
        (True, "未提交管局，可全额退订"),
        (False, "已提交管局，不成功时可退"),
        (False, "备案成功，不予退订"),
    }
    assert (said["refundable_sites"], said["amount_fen"]) == (4, 240_000)
    printed = run("refund", big["number"], "--dry-run").out
    for reading in ("A1：", "A2：", "A19："):
        assert reading in printed
    rejected = next(it for it in run("filings", "--json").json if it["state"] == "rejected")
    said = run("refund", rejected["order"], "--dry-run", "--json").json
    assert [it["reason"] for it in said["lines"]] == ["提交后未成功，可全额退订"]
    assert "A17：" in run("refund", rejected["order"], "--dry-run").out


def test_with_coupon_and_voucher_the_share_of_what_was_paid_goes_back(run, place):
    """Three sites for 1,800 yuan, 200.01 off: one approved, one with the authority, one unused."""
    desk = a_workspace(place)
    order = an_order(
        number="DD-C",
        ordered_site_count=3,
        coupon_fen=10_000,
        voucher_fen=10_001,
        paid_fen=159_999,
    )
    with desk.editing() as work:
        work.save(None, Dossier(order), "order.enter")
    for state in (FilingState.APPROVED, FilingState.AUTHORITY_REVIEW):
        reached(desk, state, order.id)
    desk.close()
    said = run("refund", "DD-C", "--dry-run", "--json").json
    assert (said["refundable_sites"], said["amount_fen"]) == (1, 53_333)
    assert [it["refundable"] for it in said["lines"]] == [True, False, False]
    assert "A19：" in run("refund", "DD-C", "--dry-run").out
    run("refund", "DD-C", "--site", "-", "--reason", "不做了")
    assert "533.33" in run("refund", "DD-C", "--approve", "周启明").out
