"""Answers from outside and findings let pass, on both kinds of database."""

from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import verify
from tests.builders import a_workspace
from tests.services.scenario import attach_all, do, reached, requested

SECOND = "周启明"
REGISTRANT = "service.domain_registrant_name"


@pytest.fixture
def other(desk, tmp_path, clock):
    """A colleague at a desk of his own."""
    made = a_workspace(tmp_path, actor=SECOND, clock=clock)
    yield made
    made.close()


def view_of(desk, filing):
    with desk.reading() as work:
        return filing_view(work, filing)


def found(desk, filing, rule, place=""):
    fits = (it for it in view_of(desk, filing).findings if it.rule == rule and place in it.place)
    return next(fits, None)


def edited(desk, filing, **values):
    with desk.editing() as work:
        edit_form(work, filing, {path.replace("__", "."): it for path, it in values.items()})


@pytest.fixture
def filing(desk):
    return requested(desk)


def test_an_answer_settles_the_question_and_the_timeline_says_it(desk, filing, clock):
    assert found(desk, filing, "K02").is_asked
    do(desk, filing, A.NOTE_FACT, question="domain_on_record", answer="none")
    assert found(desk, filing, "K02") is None
    view = view_of(desk, filing)
    (fact,) = view.filing.noted_facts
    assert (fact.by, fact.at, fact.checked_on) == ("林晓雯", clock.now, "2026-03-18")
    (asked,) = (it for it in view.questions if it.question.id == "domain_on_record")
    assert asked.is_answered
    line = view.history[0]
    assert line.words.zh == "已核实"
    assert line.detail.zh == "域名有没有在其他主体名下备案？没有"
    do(desk, filing, A.NOTE_FACT, question="fact:domain_on_record", answer="other")
    assert found(desk, filing, "K02").bars


def test_an_answer_of_another_day_and_what_was_said_with_it(desk, filing, clock):
    given = {"question": "domain_on_record", "answer": "none", "day": "2026-03-12"}
    do(desk, filing, A.NOTE_FACT, **given, words="域名从未备案")
    assert view_of(desk, filing).filing.noted_facts[0].words == "域名从未备案"
    clock.now += timedelta(days=2)
    assert "上次核实 2026-03-12" in found(desk, filing, "K02").message.zh


def test_nothing_more_is_asked_of_what_the_authority_has(desk):
    filing = reached(desk, S.INTERNAL_REVIEW)
    assert any(it.is_asked for it in view_of(desk, filing).findings)
    do(desk, filing, A.NOTE_FACT, question="domain_on_record", answer="other")
    submitted = reached(desk, S.SUBMITTED)
    assert not any(it.is_asked for it in view_of(desk, submitted).findings)
    assert view_of(desk, submitted).questions


def test_many_questions_are_answered_at_once(desk):
    filing = requested(desk)
    attach_all(desk, filing)
    asked = view_of(desk, filing).questions
    chosen = [it.place for it in asked if it.question.answers]
    do(desk, filing, A.NOTE_FACT, question=",".join(chosen), answer="sound")
    left = [it for it in view_of(desk, filing).findings if it.is_asked]
    assert {it.rule for it in left} <= {"P04", "M11"}
    assert f"等 {len(chosen)} 项" in view_of(desk, filing).history[0].detail.zh


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"question": "moon_phase", "answer": "none"}, "moon_phase"),
        ({"question": "domain_on_record", "answer": "perhaps"}, "只能答 none, other"),
        ({"question": "domain_on_record", "answer": "none", "day": "2026-03-19"}, "今天或以前"),
        ({"question": "domain_on_record", "answer": "none", "day": "gestern"}, "今天或以前"),
        ({"question": "domain_on_record"}, "结果没有填"),
    ],
)
def test_what_answers_nothing_is_refused(desk, filing, given, said):
    with pytest.raises(Refused) as refusal:
        do(desk, filing, A.NOTE_FACT, **given)
    assert said in refusal.value.said("zh_CN")
    assert view_of(desk, filing).filing.noted_facts == ()


def test_an_answer_can_be_taken_back(desk, filing):
    with pytest.raises(Refused):
        do(desk, filing, A.TAKE_BACK_FACT, question="domain_on_record")
    do(desk, filing, A.NOTE_FACT, question="domain_on_record", answer="none")
    do(desk, filing, A.TAKE_BACK_FACT, question="domain_on_record")
    assert found(desk, filing, "K02").is_asked
    assert view_of(desk, filing).history[0].detail.zh == "域名有没有在其他主体名下备案？"


def test_a_waiver_lets_the_packet_be_made_and_holds_for_that_value_alone(desk):
    filing = reached(desk, S.INTERNAL_REVIEW)
    edited(
        desk, filing, service_pic__mobile="13900002222", service_pic__emergency_phone="13900002222"
    )
    barring = found(desk, filing, "P12")
    assert barring.bars
    with pytest.raises(Refused):
        do(desk, filing, A.ISSUE_PACKET)
    do(desk, filing, A.WAIVE_FINDING, rule="P12", place=barring.place, reason="客户只有一个号码")
    waived = found(desk, filing, "P12")
    assert not waived.bars
    assert (waived.waiver.by, waived.waiver.reason) == ("林晓雯", "客户只有一个号码")
    line = view_of(desk, filing).history[0]
    assert (line.words.zh, line.detail.zh) == ("保留并说明", "规则 P12：客户只有一个号码")
    do(desk, filing, A.ISSUE_PACKET)
    with desk.reading() as work:
        assert verify(work, work.dossier_of(filing).order.id) == ()


def test_a_changed_value_is_judged_anew(desk, filing):
    edited(desk, filing, service__domain_realname_on="2026-03-17")
    assert found(desk, filing, "D09")
    path = "service.domain_realname_on"
    do(desk, filing, A.WAIVE_FINDING, rule="D09", place=path, reason="已电话核对")
    assert found(desk, filing, "D09").waiver
    edited(desk, filing, service__domain_realname_on="2026-03-16")
    assert found(desk, filing, "D09").is_open
    edited(desk, filing, service__domain_realname_on="2026-03-17")
    assert found(desk, filing, "D09").waiver


def test_a_withdrawn_waiver_counts_no_longer_and_can_be_given_again(desk, filing):
    edited(desk, filing, service__domain_realname_on="2026-03-17")
    given = {"rule": "D09", "place": "form:service.domain_realname_on"}
    with pytest.raises(Refused):
        do(desk, filing, A.WITHDRAW_WAIVER, **given)
    do(desk, filing, A.WAIVE_FINDING, **given, reason="已电话核对")
    with pytest.raises(Refused):
        do(desk, filing, A.WAIVE_FINDING, **given, reason="再来一次")
    do(desk, filing, A.WITHDRAW_WAIVER, **given)
    assert found(desk, filing, "D09").is_open
    do(desk, filing, A.WAIVE_FINDING, **given, reason="又核对过")
    assert found(desk, filing, "D09").waiver.reason == "又核对过"


def test_what_is_firm_cannot_be_let_pass(desk, filing):
    edited(desk, filing, subject__certificate_number="91110105MA0000000X")
    firm = found(desk, filing, "S01")
    with pytest.raises(Refused) as refusal:
        do(desk, filing, A.WAIVE_FINDING, rule="S01", place=firm.place, reason="就这样")
    assert "不能保留" in refusal.value.said("zh_CN")
    with pytest.raises(Refused):
        do(desk, filing, A.WAIVE_FINDING, rule="W99", place=firm.place, reason="就这样")


def test_a_foreign_registrant_takes_a_second_person(desk, other, filing, engine):
    edited(desk, filing, service__domain_registrant_name="北京别家公司")
    given = {"rule": "D06", "place": f"form:{REGISTRANT}"}
    do(desk, filing, A.WAIVE_FINDING, **given, reason="母公司持有，有授权")
    waiting = found(desk, filing, "D06")
    assert waiting.bars
    assert waiting.requested.by == "林晓雯"
    with pytest.raises(Refused) as refusal:
        do(desk, filing, A.AGREE_WAIVER, **given)
    assert "林晓雯 以外的人" in refusal.value.said("zh_CN")
    if engine == "postgresql":  # a name that is typed is no signature there
        with pytest.raises(Refused):
            do(desk, filing, A.AGREE_WAIVER, **given, second=SECOND)
        do(other, filing, A.AGREE_WAIVER, **given)
    else:
        do(desk, filing, A.AGREE_WAIVER, **given, second=SECOND)
    agreed = found(desk, filing, "D06")
    assert not agreed.bars
    assert agreed.waiver.second == SECOND
    assert f"（{SECOND} 同意）" in view_of(desk, filing).history[0].detail.zh


def test_one_who_works_alone_names_the_second_at_once(desk, filing, engine):
    edited(desk, filing, service__domain_registrant_name="北京别家公司")
    given = {"rule": "D06", "place": f"form:{REGISTRANT}", "reason": "母公司持有"}
    with pytest.raises(Refused):
        do(desk, filing, A.WAIVE_FINDING, **given, second="林晓雯")
    if engine == "postgresql":
        with pytest.raises(Refused):
            do(desk, filing, A.WAIVE_FINDING, **given, second=SECOND)
    else:
        do(desk, filing, A.WAIVE_FINDING, **given, second=SECOND)
        assert found(desk, filing, "D06").waiver.second == SECOND


def test_no_menu_offers_what_is_done_at_the_finding(desk, filing):
    offered = {it.row.action for it in view_of(desk, filing).others if not it.row.in_place}
    assert not offered & {A.NOTE_FACT, A.TAKE_BACK_FACT, A.WAIVE_FINDING, A.WITHDRAW_WAIVER}
