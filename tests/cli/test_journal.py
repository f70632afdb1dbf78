"""``journal``: the record of an order, and the check of it."""

import sqlite3

import sqlcipher3.dbapi2


def test_the_journal_of_every_order_of_the_demo_is_whole(run, demo):
    orders = run("orders", "--json").json
    assert len(orders) == 18
    for order in orders:
        said = run("journal", order["number"], "--verify", "--json")
        assert said.code == 0, order
        journal = said.json
        assert set(journal) == {"order", "verified", "faults", "acts"}
        assert (journal["verified"], journal["faults"]) == (True, [])
        revisions = [act["revision"] for act in journal["acts"]]
        assert revisions == list(range(1, len(revisions) + 1))
        assert journal["acts"][0]["act"] == "order.import"
        for act in journal["acts"]:
            assert set(act) == {"revision", "at", "actor", "act", "detail"}
            assert act["at"].endswith("+08:00")


def test_one_byte_changed_behind_the_back_of_the_journal_is_found(run, demo):
    database = sqlcipher3.dbapi2.connect(str(demo), isolation_level=None)
    database.execute("DROP TRIGGER journal_update")
    database.execute(
        "UPDATE journal SET changes = replace(changes, '客户', '顾客') WHERE id ="
        " (SELECT id FROM journal WHERE changes LIKE '%客户下午发来营业执照%' LIMIT 1)"
    )
    number = database.execute(
        "SELECT number FROM orders JOIN journal ON journal.order_id = orders.id"
        " WHERE changes LIKE '%顾客下午%'"
    ).fetchone()[0]
    database.close()
    said = run("journal", number, "--verify", "--json")
    assert said.code == 1
    assert said.json["verified"] is False
    assert said.json["faults"][0]["revision"] > 0
    assert "不完整" in run("journal", number, "--verify").out
    others = [o["number"] for o in run("orders", "--json").json if o["number"] != number]
    assert all(run("journal", other, "--verify").code == 0 for other in others)


def test_a_row_that_cannot_be_read_is_a_sentence_in_every_command(run, demo):
    (row, *_) = run("filings", "--state", "closed", "--json").json
    database = sqlcipher3.dbapi2.connect(str(demo), isolation_level=None)
    database.execute("DROP TRIGGER journal_update")
    database.execute("UPDATE journal SET changes = substr(changes, 2)")
    database.close()
    assert run("journal", row["order"], "--verify").code == 1
    for command in (["journal", row["order"]], ["show", row["number"]]):
        said = run(*command)
        assert said.code == 3, command
        assert "日志" in said.err


def test_a_value_that_cannot_be_read_is_a_fault_of_the_order(run, demo):
    (row, *_) = run("filings", "--state", "closed", "--json").json
    database = sqlcipher3.dbapi2.connect(str(demo), isolation_level=None)
    database.execute("UPDATE filings SET particulars = '{' WHERE number = ?", (row["number"],))
    database.close()
    assert run("journal", row["order"], "--verify").code == 1


def test_the_journal_for_people_has_one_line_for_each_act(run, demo):
    (row, *_) = run("filings", "--state", "withdrawn", "--json").json
    said = run("journal", row["order"])
    assert said.code == 0
    assert "导入订单" in said.out.splitlines()[0]
    assert "资料收集中 → 已撤回" in said.out.splitlines()[-1]
    whole = run("journal", row["order"], "--verify")
    assert whole.out.splitlines()[-1].endswith("的日志完整，重放与现有数据一致。")


def test_without_the_check_nothing_is_claimed(run, demo):
    (row, *_) = run("filings", "--json").json
    assert run("journal", row["order"], "--json").json["verified"] is None


def test_an_unknown_order_is_told(run, demo):
    said = run("journal", "DD-0", "--verify")
    assert said.code == 1
    assert "DD-0" in said.err


def test_another_programs_database_is_left_alone(run, place):
    database = sqlite3.connect(place / "butler.db")
    database.execute("CREATE TABLE songs (title TEXT)")
    database.close()
    said = run("journal", "DD-1")
    assert said.code == 3
    assert "别的程序" in said.err
    database = sqlite3.connect(place / "butler.db")
    assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]
    database.close()
