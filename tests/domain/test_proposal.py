"""Proposals: what was read beside the form; nothing that cannot be right is offered."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.paper_text import ReadItem, read_items
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.proposal import (
    Proposal,
    Standing,
    accepted_fault,
    paper_of,
    proposals,
)
from butler_desktop.domain.read_line import ReadLine
from tests.read_pages import ID_BACK, ID_FRONT, LICENCE, line

TODAY = date(2026, 3, 18)
EMPTY = Particulars.empty("first_filing").with_value("subject.sponsor_kind", "enterprise")
PERSON = "subject_pic_id_front"
S = Standing


def items(kind: str, lines: tuple[ReadLine, ...]) -> tuple[ReadItem, ...]:
    paper = paper_of(kind)
    assert paper is not None
    return read_items(paper, lines)


def proposed(
    kind: str, lines: tuple[ReadLine, ...], form: Particulars = EMPTY, today: date = TODAY
) -> dict[str, Proposal]:
    return {each.path: each for each in proposals(kind, items(kind, lines), form, today)}


def test_what_an_empty_form_lacks_is_offered() -> None:
    found = proposed("sponsor_cert", LICENCE)
    assert {path: (it.value, it.standing) for path, it in found.items()} == {
        "subject.sponsor_name": ("上海竹溪映雪文化传媒有限公司", S.OPEN),
        "subject.certificate_number": ("91310115MA5729JGGM", S.OPEN),
        "subject.certificate_address": ("上海市浦东新区云栖路18号", S.OPEN),
        "subject.certificate_valid_from": ("2019-03-11", S.OPEN),
        "subject.certificate_valid_to": ("2039-03-10", S.OPEN),
        "subject.business_scope": ("软件开发；信息系统集成服务；广告设计。", S.OPEN),
        "subject.legal_rep_name": ("郭俊杰", S.OPEN),
    }


def test_what_the_form_says_already_is_the_same() -> None:
    form = EMPTY
    for path, it in proposed("sponsor_cert", LICENCE).items():
        form = form.with_value(path, it.value)
    found = proposed("sponsor_cert", LICENCE, form)
    assert {it.standing for it in found.values()} == {S.SAME}
    assert not any(it.is_offered for it in found.values())


@pytest.mark.parametrize("held", ["上海竹溪映雪(中国)有限公司", "上海竹溪映雪 （中国） 有限公司"])
def test_the_width_of_brackets_and_spaces_make_no_difference(held: str) -> None:
    form = EMPTY.with_value("subject.sponsor_name", held)
    lines = (line("名称 上海竹溪映雪（中国）有限公司", 0.1, 0.3),)
    found = proposed("sponsor_cert", lines, form)
    assert found["subject.sponsor_name"].standing is S.SAME


def test_another_value_is_shown_masked_and_may_be_replaced() -> None:
    form = EMPTY.with_value("subject_pic.id_number", "110105198208159352")
    number = proposed(PERSON, ID_FRONT, form)["subject_pic.id_number"]
    assert (number.standing, number.held) == (S.DIFFERENT, "1101**********9352")
    assert number.seen == "110105198208159352"


def test_a_name_is_to_be_compared_with_the_paper() -> None:
    name = proposed(PERSON, ID_FRONT)["subject_pic.name"]
    assert name.note is not None
    assert name.note.zh == "请逐字核对"


def test_what_was_read_with_doubt_says_so() -> None:
    lines = (line("住所 上海市", 0.1, 0.5, score=0.6),)
    note = proposed("sponsor_cert", lines)["subject.certificate_address"].note
    assert note is not None
    assert "把握不大" in note.zh


@pytest.mark.parametrize(
    ("today", "expired"), [(date(2026, 5, 2), False), (date(2026, 5, 3), True)]
)
def test_a_card_counts_to_the_end_of_its_last_day(today: date, expired: bool) -> None:
    until = proposed("subject_pic_id_back", ID_BACK, today=today)["subject_pic.id_valid_to"]
    assert until.is_expired is expired
    assert (until.note is not None and "1 天" in until.note.zh) is expired


def test_what_no_field_takes_is_told_and_never_offered() -> None:
    issuer = proposed("subject_pic_id_back", ID_BACK)[""]
    assert (issuer.read, issuer.standing) == ("上海市公安局浦东分局", S.TOLD)
    assert not issuer.is_offered


def test_a_permanent_card_ticks_its_box() -> None:
    lines = (line("有效期限2016.05.02-长期", 0.1, 0.5),)
    assert proposed("subject_pic_id_back", lines)["subject_pic.id_long_term"].value is True


def test_the_card_of_a_private_person_is_his_certificate_too() -> None:
    form = EMPTY.with_value("subject.sponsor_kind", "individual")
    found = proposed(PERSON, ID_FRONT, form)
    assert found["subject.sponsor_name"].value == found["subject_pic.name"].value == "郭俊杰"
    assert found["subject.certificate_number"].standing is S.OPEN


def test_a_paper_of_another_kind_than_an_id_card_is_not_read_as_one() -> None:
    form = EMPTY.with_value("subject_pic.id_type", "passport")
    assert proposed(PERSON, ID_FRONT, form) == {}


def test_each_role_has_its_own_fields() -> None:
    assert set(proposed("service_pic_id", (*ID_FRONT, *ID_BACK))) == {
        "",
        "service_pic.name",
        "service_pic.id_number",
        "service_pic.id_valid_from",
        "service_pic.id_valid_to",
    }


def test_papers_without_labels_are_not_looked_at() -> None:
    assert paper_of("filing_commitment") is None


def _with_number(number: str, score: float) -> tuple[ReadLine, ...]:
    return (line(f"公民身份号码{number}", 0.1, 0.7, score=score),)


@given(st.integers(0, 16), st.integers(1, 9), st.floats(0.5, 1))
def test_check_digits_decide_over_confidence(at: int, more: int, score: float) -> None:
    right = "310115199310174879"
    digit = str((int(right[at]) + more) % 10)
    wrong = right[:at] + digit + right[at + 1 :]
    sound = proposed(PERSON, _with_number(right, score))["subject_pic.id_number"]
    unsound = proposed(PERSON, _with_number(wrong, 1.0))["subject_pic.id_number"]
    assert sound.standing is S.OPEN
    assert unsound.standing is S.UNSOUND
    assert not unsound.is_offered
    assert unsound.note is not None
    assert accepted_fault("subject_pic.id_number", wrong) is not None


@pytest.mark.parametrize(
    ("path", "value", "is_right"),
    [
        ("subject.certificate_number", "91310115MA5729JGGM", True),
        ("subject.certificate_number", "91310115MA5729JGGN", False),
        ("subject.certificate_number", "310115199310174879", True),
        ("subject.certificate_valid_to", "2026-02-30", False),
        ("service.domain_expires_on", "2027-01-09", True),
        ("service.domain", "chenxi.example", True),
        ("service.domain", "chenxi", False),
        ("subject_pic.id_long_term", True, True),
        ("subject.sponsor_name", "上海竹溪", True),
    ],
)
def test_what_can_be_checked_is(path: str, value: str | bool, is_right: bool) -> None:
    assert (accepted_fault(path, value) is None) is is_right


def test_a_proposal_prints_none_of_its_values() -> None:
    found = proposed(PERSON, ID_FRONT)
    assert "郭" not in repr(found)
    assert "3101" not in repr(replace(found["subject_pic.id_number"], seen="3101"))
