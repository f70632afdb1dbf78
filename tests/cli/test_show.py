"""``show``: everything on one filing."""

import json

from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.workflow import actions_in

KEYS = {
    "number", "order", "state", "state_since", "next_actor", "next_action", "primary", "butler",
    "form", "materials", "checklist", "findings", "packets", "contacts", "clocks", "deadline",
    "confirmed", "corrections", "numbers", "rating", "allowed", "timeline", "told",
    "sms", "status", "call", "after_care", "questions",
}  # fmt: skip


def test_show_tells_everything_on_every_filing(run, demo):
    for row in run("filings", "--json").json:
        said = run("show", row["number"], "--json")
        assert said.code == 0
        shown = said.json
        assert set(shown) == KEYS
        assert shown["state"] == row["state"]
        state = FilingState(shown["state"])
        allowed = {offer["action"] for offer in shown["allowed"]}
        possible = {row.action for row in actions_in(state) if row.by_hand}
        if not STATES[state].is_open:  # nothing of it was refunded: it is not rated
            possible -= {"rate"}
        assert allowed == possible
        assert (shown["primary"] in allowed) == STATES[state].is_open
        for offer in shown["allowed"]:
            assert set(offer) == {"action", "name", "inputs", "lacks"}
        for clock in shown["clocks"]:
            assert set(clock) == {"clock", "started", "paused", "due", "reason", "provisional"}
            assert clock["reason"]
        times = [line["at"] for line in shown["timeline"]]
        assert times == sorted(times, reverse=True)
        assert all(time.endswith("+08:00") for time in times)
        assert shown["timeline"][-1]["act"] == "filing.request"


def test_the_filing_that_went_the_whole_way_shows_it(run, demo):
    (row,) = run("filings", "--state", "closed", "--json").json
    shown = run("show", row["number"], "--json").json
    (packet,) = shown["packets"]
    assert packet["delivered_at"] < packet["confirmed_at"]
    assert shown["rating"]["response_speed"] == 5
    assert shown["numbers"]["service"].endswith("-1")
    assert [c["outcome"] for c in shown["contacts"]] == ["reached"]


def test_what_is_lacking_is_named_with_its_place(run, demo):
    (row, *_) = run("filings", "--state", "collecting", "--json").json
    shown = run("show", row["number"], "--json").json
    (complete,) = [o for o in shown["allowed"] if o["action"] == "complete_content"]
    assert any(lack["place"].startswith("material:") for lack in complete["lacks"])


def test_the_page_for_people_names_the_next_step(run, demo):
    (row, *_) = run("filings", "--state", "ready_to_submit", "--json").json
    out = run("show", row["number"]).out
    assert "状态：待提交管局；下一步由管家：提交管局" in out
    assert "submit" in out
    assert "时间线：" in out
    assert "next, Butler" in run("show", row["number"], "--language", "en").out


def test_one_document_and_nothing_else_is_printed(run, demo):
    (row, *_) = run("filings", "--json").json
    out = run("show", row["number"], "--json").out
    document, end = json.JSONDecoder().raw_decode(out)
    assert out[end:] == "\n"
    assert "\\u" not in out
    assert document["number"] == row["number"]


def test_an_unknown_filing_is_told(run, demo):
    said = run("show", "BA-9999-0001", "--json")
    assert (said.code, said.out) == (1, "")
    assert said.err == "没有备案 BA-9999-0001。检查备案单号。\n"


def test_show_tells_what_the_customer_wants_corrected(run, demo):
    (row, *_) = run("filings", "--state", "awaiting_confirmation", "--json").json

    def do(action, *given):
        sets = [part for each in given for part in ("--set", each)]
        assert run("do", row["number"], action, *sets).code == 0

    do("change_deadline", "deadline=2099-01-05 18:00", "comment=客户出差")
    marks = "marks=service.service_name,sponsor_cert"
    do("return_for_modification", marks, "comment=请改")
    assert run("edit", row["number"], "service.service_name", "另一个名称网").code == 0
    shown = run("show", row["number"]).out
    assert "已改：网站 ・ 网站名称" in shown
    assert "要改：营业执照" in shown


def test_whose_number_waits_is_shown_masked(run, demo):
    (row,) = run("filings", "--state", "sms_pending", "--json").json
    (check,) = run("show", row["number"], "--json").json["sms"]
    assert (check["wrong_tries"], check["tries_left"], check["verified_at"]) == (0, 5, None)
    assert "****" in check["mobile"]
    assert run("do", row["number"], "record_sms_wrong").code == 0
    out = run("show", row["number"]).out
    assert f"{check['mobile']}：输错 1 次，还可错 4 次" in out
