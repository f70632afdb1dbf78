"""``filings`` and ``new-filing``."""

import json
from datetime import datetime

import pytest

from butler_desktop.domain.filing_states import FilingState
from tests.cli.conftest import FORMS, ORDER, ORDERS

KEYS = {
    "number", "order", "sponsor", "service", "filing_kind", "province", "state", "next_actor",
    "next_action", "due",
}  # fmt: skip


def test_filings_tell_who_acts_next_and_when_it_is_due(run, demo):
    said = run("filings", "--json")
    assert said.code == 0
    assert len(said.json) == 22
    for filing in said.json:
        assert set(filing) == KEYS
        assert filing["next_actor"]
        assert filing["next_action"]
        if filing["due"] is not None:
            assert datetime.fromisoformat(filing["due"]).utcoffset().total_seconds() == 8 * 3600
    numbers = [filing["number"] for filing in said.json]
    assert numbers == sorted(numbers)


def test_filings_of_one_order_and_of_one_state_add_up(run, demo):
    every = run("filings", "--json").json
    by_state = [f for s in FilingState for f in run("filings", "--state", s, "--json").json]
    assert sorted(f["number"] for f in by_state) == [f["number"] for f in every]
    orders = run("orders", "--json").json
    by_order = [f for o in orders for f in run("filings", "--order", o["number"], "--json").json]
    assert sorted(f["number"] for f in by_order) == [f["number"] for f in every]
    both = run("filings", "--order", every[0]["order"], "--state", every[0]["state"], "--json")
    assert every[0] in both.json


def test_the_list_for_people_has_a_line_for_each(run, demo):
    assert len(run("filings").out.splitlines()) == 23
    assert run("filings", "--language", "en").out.split()[:2] == ["Filing", "Sponsor"]
    (first, *_) = run("filings", "--language", "en", "--json", "--state", "requested").json
    assert first["next_action"] == "Contact the customer"


def test_unknown_orders_and_states_are_told(run, demo):
    said = run("filings", "--order", "DD-9")
    assert said.code == 1
    assert "DD-9" in said.err
    assert run("filings", "--state", "flying").code == 2


def test_a_new_filing_has_the_form_of_its_file(run):
    run("import-orders", ORDERS)
    said = run("new-filing", ORDER, "--from", FORMS, "--entry", "F00")
    assert said.code == 0
    number = said.out.strip()
    form = run("show", number, "--json").json["form"]
    (entry,) = [e for e in json.loads(FORMS.read_text("utf-8")) if e["id"] == "F00"]
    assert form["subject"]["sponsor_name"] == entry["subject"]["sponsor_name"]
    assert form["province"] == "110000"
    (row,) = run("filings", "--json").json
    assert (row["number"], row["order"], row["state"]) == (number, ORDER, "requested")
    assert row["due"] is not None


def test_each_sample_form_starts_a_filing(run, place):
    run("import-orders", ORDERS)
    order = max(run("orders", "--json").json, key=lambda o: o["remaining"] * (o["remaining"] < 20))
    entries = json.loads(FORMS.read_text("utf-8"))[: order["remaining"]]
    for entry in entries:
        (place / "one.json").write_text(json.dumps(entry, ensure_ascii=False), "utf-8")
        said = run("new-filing", order["number"], "--from", "one.json")
        assert said.code == 0, said.err
    said = run("new-filing", order["number"], "--from", "one.json")
    assert said.code == 1
    assert "剩余 0" in said.err
    (order,) = [o for o in run("orders", "--json").json if o["number"] == order["number"]]
    assert (order["remaining"], order["in_flight"]) == (0, len(entries))
    assert run("journal", order["number"], "--verify").code == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[]",
        b"[1]",
        b'"text"',
        b"[" * 100_000,
        b'{"subject": 7}',
        b'{"subject": {"sponsor_name": ["x"]}}',
        b'{"subject": {"sponsor_name": "\\ud800"}}',
        b'{"subject": {"sponsor_name": "a"}} trailing',
    ],
    ids=range(11),
)
def test_a_damaged_form_file_is_refused_in_a_sentence(run, place, content):
    run("import-orders", ORDERS)
    (place / "form.json").write_bytes(content)
    said = run("new-filing", ORDER, "--from", "form.json")
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1
    assert run("filings", "--json").json == []


def test_a_form_file_with_many_forms_asks_which(run):
    run("import-orders", ORDERS)
    for arguments in ([], ["--entry", "F99"]):
        said = run("new-filing", ORDER, "--from", FORMS, *arguments)
        assert said.code == 1
        assert "--entry" in said.err
    assert run("new-filing", ORDER).code == 2
    assert run("new-filing", ORDER, "--from", "none.json").code == 3


def test_an_unknown_order_has_no_filings_to_start(run):
    run("import-orders", ORDERS)
    said = run("new-filing", "DD-9", "--from", FORMS, "--entry", "F00")
    assert said.code == 1
    assert "DD-9" in said.err
