"""``check``: a form by itself, and a filing with what is known of it."""

import json

import pytest

from tests.cli.conftest import FORMS

ENTRIES = json.loads(FORMS.read_text(encoding="utf-8"))
KEYS = {
    "rule", "severity", "field", "place", "message", "source", "confidence", "as_of",
    "province_rule", "asked", "firm", "needs_second", "fix", "waived", "requested",
}  # fmt: skip


@pytest.mark.parametrize("entry", ["F00", "F12", "F23", "F41"])
def test_a_form_file_is_checked_by_itself(run, entry):
    said = run("check", FORMS, "--entry", entry, "--day", "2026-11-22", "--json")
    (expected,) = (set(it["expected_errors"]) for it in ENTRIES if it["id"] == entry)
    found = said.json
    assert all(set(it) == KEYS for it in found)
    assert expected <= {it["rule"] for it in found if it["severity"] == "error"}
    assert said.code == (1 if expected else 0)
    assert any(it["asked"] and it["severity"] == "warning" for it in found)


def test_no_database_is_made_for_it(run, place):
    assert run("check", FORMS, "--entry", "F00").code == 0
    assert list(place.iterdir()) == []


def test_a_filing_is_checked_with_what_was_noted_and_let_pass(run, demo):
    (row, *_) = run("filings", "--state", "collecting", "--json").json
    number = row["number"]
    found = run("check", number, "--json").json
    asked = next(it for it in found if it["asked"])
    given = ("--set", f"question={asked['place']}", "--set", "answer=sound")
    assert run("do", number, "note_fact", *given).code == 0
    left = run("check", number, "--json").json
    assert asked["place"] not in {it["place"] for it in left}
    other = next(it for it in left if it["asked"])
    given = ("--set", f"rule={other['rule']}", "--set", f"place={other['place']}")
    assert run("do", number, "waive_finding", *given, "--set", "reason=已与客户核对").code == 0
    (kept,) = [it for it in run("check", number, "--json").json if it["waived"]]
    assert kept["waived"]["reason"] == "已与客户核对"
    assert "已保留：已与客户核对" in run("check", number).out


def test_wrong_use_is_told(run, demo):
    assert run("check", FORMS, "--entry", "F00", "--day", "gestern").code == 2
    (row, *_) = run("filings", "--json").json
    assert run("check", row["number"], "--entry", "F00").code == 2
