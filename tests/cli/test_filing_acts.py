"""``edit``, ``attach`` and ``do``: the whole path by the command line, and every refusal."""

import re
from pathlib import Path

import pytest

from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow import transition
from butler_desktop.services.demo_plan import OTHER_SCAN, SCANS
from tests.cli.conftest import ORDER

SCAN_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples" / "scans"
BAD_SCANS = Path(__file__).resolve().parents[1] / "data" / "scans"


def do(run, filing: str, action: str, *pairs: str):
    """One act that must succeed; returns what it said."""
    said = run("do", filing, action, *(f"--set={pair}" for pair in pairs), "--json")
    assert said.code == 0, said.out + said.err
    return said.json


def attach_all(run, filing: str) -> int:
    missing = [
        item["material"]
        for item in run("show", filing, "--json").json["checklist"]
        if item["needed"] == "mandatory" and not item["attached"]
    ]
    for kind in missing:
        assert run("attach", filing, kind, SCAN_FOLDER / SCANS.get(kind, OTHER_SCAN)).code == 0
    return len(missing)


def test_the_whole_path_from_the_order_to_the_rating(run, filing, place):
    assert do(run, filing, "contact_customer", "note=说明了流程")["state"] == "contacted"
    assert do(run, filing, "start_collecting")["state"] == "collecting"
    assert attach_all(run, filing) > 3
    assert do(run, filing, "complete_content")["state"] == "preparing"
    assert do(run, filing, "send_to_review")["state"] == "internal_review"
    assert do(run, filing, "issue_packet") == {
        "number": filing,
        "state": "awaiting_confirmation",
        "next_actor": "customer",
        "next_action": "登记客户确认",
    }
    assert run("packet", filing, "-o", "paper.pdf").code == 0
    verdict = run("verify", "paper.pdf", "--json").json
    assert (verdict["filing"], verdict["version"], verdict["present"]) == (filing, 1, True)
    do(run, filing, "record_delivery", "how=email")
    assert do(run, filing, "confirm", "how=paper")["state"] == "awaiting_face_verification"
    assert do(run, filing, "record_face_verification")["state"] == "ready_to_submit"
    assert do(run, filing, "submit")["next_actor"] == "authority_system"
    do(run, filing, "record_sms_sent")
    do(run, filing, "record_sms_verified")
    number = "京ICP备2026001234号"
    approved = do(run, filing, "approve", f"subject_number={number}", f"service_number={number}-1")
    assert approved["state"] == "approved"
    do(run, filing, "rate", "response_speed=5", "service_quality=4", "comment=很快")
    assert do(run, filing, "tell_duties")["state"] == "closed"
    shown = run("show", filing, "--json").json
    assert shown["numbers"] == {"subject": number, "service": f"{number}-1"}
    assert shown["rating"] == {"response_speed": 5, "service_quality": 4, "comment": "很快"}
    assert shown["allowed"] == []
    assert run("journal", ORDER, "--verify").code == 0
    (order,) = [o for o in run("orders", "--json").json if o["number"] == ORDER]
    assert (order["delivered"], order["in_flight"]) == (1, 0)


def test_an_act_that_lacks_something_is_refused_with_its_reasons(run, filing):
    do(run, filing, "contact_customer")
    do(run, filing, "start_collecting")
    said = run("do", filing, "complete_content", "--json")
    assert said.code == 1
    assert set(said.json) == {"refused", "lacks"}
    assert {"message", "place"} == set(said.json["lacks"][0])
    assert any(lack["place"] == "material:sponsor_cert" for lack in said.json["lacks"])
    assert "不能“标记资料齐全”" in said.err
    assert run("show", filing, "--json").json["state"] == "collecting"


def test_every_act_that_the_table_has_not_is_refused_with_who_acts_next(run, filing):
    for step in ((), ("contact_customer",), ("start_collecting",)):
        for action in step:
            do(run, filing, action)
        state = run("show", filing, "--json").json["state"]
        for action in Action:
            row = transition(next(s for s in STATES if s.value == state), action)
            if row is None or not row.by_hand:
                said = run("do", filing, action)
                assert said.code == 1, (state, action)
                assert re.search("下一步由.+：.+。", said.err), (state, action)
        assert run("show", filing, "--json").json["state"] == state


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["fly"], 2, "contact_customer"),
        (["contact_customer", "--set", "note"], 2, "KEY=VALUE"),
        (["contact_customer", "--set", "=x"], 2, "KEY=VALUE"),
        (["contact_customer", "--set", "colour=red"], 1, "colour"),
        (["contact_customer", "--set", "at=昨天"], 1, "时间"),
        (["contact_customer", "--set", "at=2999-01-01 10:00"], 1, "晚于现在"),
        (["log_contact"], 1, "没有填"),
        (["log_contact", "--set", "outcome=perhaps"], 1, "no_answer"),
    ],
)
def test_what_an_act_cannot_be_given_is_told(run, filing, arguments, code, told):
    said = run("do", filing, *arguments)
    assert (said.code, said.out) == (code, "")
    assert told in said.err
    assert run("show", filing, "--json").json["state"] == "requested"


def test_what_is_set_twice_counts_as_set_last_and_may_hold_an_equals_sign(run, filing):
    do(run, filing, "log_contact", "outcome=reached", "note=x", "note=a=b")
    (contact,) = run("show", filing, "--json").json["contacts"]
    assert contact["note"] == "a=b"


@pytest.mark.parametrize(
    ("path", "typed", "kept"),
    [
        ("subject_pic.mobile", "１３８ ００００ １２３４", "13800001234"),
        ("subject.certificate_number", " ９１３３0108ma2xxxxx7k ", "91330108MA2XXXXX7K"),
        ("province", "浙江省", "330000"),
        ("province", "浙江", "330000"),
        ("service_pic.id_valid_to", "2031年5月6日", "2031-05-06"),
        ("filing_kind", "新增互联网信息服务", "new_service"),
        ("service.domain", "Sample-白露.CN ", None),
        ("service.is_commercial", "是", True),
        ("access.server_locations", "浙江、北京市", ["330000", "110000"]),
    ],
)
def test_edit_takes_what_typing_would_take(run, filing, path, typed, kept):
    known = run("show", filing, "--json").json["form"]
    said = run("edit", filing, path, typed)
    assert said.code == 0, said.err
    form = run("show", filing, "--json").json["form"]
    held = form
    for name in path.split("."):
        held = held[name]
    assert held != typed
    if kept:
        assert held == kept
    assert form.keys() == known.keys()


@pytest.mark.parametrize(
    ("path", "typed", "told"),
    [
        ("subject.favourite_colour", "red", "subject.favourite_colour"),
        ("subject", "x", "subject"),
        ("", "x", ""),
        ("filing_kind", "renewal", "首次备案"),
        ("service.is_commercial", "也许", "是或否"),
    ],
)
def test_edit_says_what_is_wrong(run, filing, path, typed, told):
    before = run("show", filing, "--json").json
    said = run("edit", filing, path, typed)
    assert (said.code, said.out) == (1, "")
    assert told in said.err
    assert run("show", filing, "--json").json["form"] == before["form"]


def test_edit_is_refused_while_the_authority_has_the_filing(run, demo):
    (first, *_) = run("filings", "--state", "authority_review", "--json").json
    said = run("edit", first["number"], "service.service_name", "新名称")
    assert said.code == 1
    assert "不能改" in said.err


def test_an_edit_after_the_packet_opens_the_review_again(run, demo):
    (first, *_) = run("filings", "--state", "awaiting_confirmation", "--json").json
    said = run("edit", first["number"], "service.service_name", "另一个名称")
    assert said.code == 0
    assert "初审中" in said.out


def test_attach_tells_the_file_that_it_keeps(run, filing):
    said = run("attach", filing, "sponsor_cert", BAD_SCANS / "low-resolution.jpg", "--json")
    assert said.code == 0
    kept = said.json
    assert set(kept) == {
        "material", "file", "sha256", "bytes", "media_type", "pages", "width", "height", "flags",
    }  # fmt: skip
    assert (kept["material"], kept["file"]) == ("sponsor_cert", "low-resolution.jpg")
    assert kept["bytes"] == (BAD_SCANS / "low-resolution.jpg").stat().st_size
    assert set(kept["flags"][0]) == {"code", "severity", "message"}
    (material,) = run("show", filing, "--json").json["materials"]
    assert material["sha256"] == kept["sha256"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("damaged.jpg", "已损坏"),
        ("damaged.pdf", "已损坏"),
        ("empty.jpg", "0 字节"),
        ("huge-pixels.png", "16000 × 14000"),
        ("password-protected.pdf", "密码"),
    ],
)
def test_a_file_that_is_no_use_is_refused_in_a_sentence(run, filing, name, told):
    said = run("attach", filing, "sponsor_cert", BAD_SCANS / name)
    assert (said.code, said.out) == (1, "")
    assert told in said.err
    assert run("show", filing, "--json").json["materials"] == []


def test_attach_names_the_materials_that_there_are(run, filing):
    said = run("attach", filing, "selfie", BAD_SCANS / "id-front.jpg")
    assert said.code == 1
    assert "sponsor_cert" in said.err


def test_a_file_that_is_not_there_cannot_be_had(run, filing, place):
    for path in (place / "none.jpg", place):
        assert run("attach", filing, "sponsor_cert", path).code == 3


def test_an_unknown_filing_is_told_by_its_number(run, filing):
    for command in (["do", "BA-9", "submit"], ["edit", "BA-9", "province", "北京"]):
        said = run(*command)
        assert said.code == 1
        assert "BA-9" in said.err


@pytest.mark.parametrize(
    "command",
    [
        ["edit", "{}", "service.service_name", "\udcff"],
        ["do", "{}", "log_contact", "--set", "note=\udcff"],
        ["show", "\udcff"],
        ["attach", "{}", "\udcff", BAD_SCANS / "id-front.jpg"],
    ],
)
def test_an_argument_that_is_no_text_is_told(run, filing, command):
    said = run(*(str(part).format(filing) for part in command))
    assert said.code == 2
    assert "编码" in said.err


def test_everything_is_said_in_english_too(run, filing):
    said = run("do", filing, "submit", "--language", "en")
    assert said.err == (
        f"Filing {filing} is “Requested”: “Submit to the authority” is not possible. "
        "Next, Butler: Contact the customer.\n"
    )
    said = run("--language", "en", "do", filing, "contact_customer", "--json")
    assert said.json["next_action"] == "Start collecting"
