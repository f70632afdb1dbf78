"""Replay: an act made elsewhere is decided again by the rules, on the order as it is now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.advance import advance
from butler_desktop.domain.changes import Change, difference
from butler_desktop.domain.conflict import Decision, Take
from butler_desktop.domain.contact import Contact, Outcome
from butler_desktop.domain.dossier import Dossier, to_records
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.order_rating import rated
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rating import Rating
from butler_desktop.domain.refund import Refund, RefundState
from butler_desktop.domain.replay import Unfit, replayed
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.transition import Action
from tests.builders import NOW, a_dossier, a_filing, renamed

AT = "2026-03-18T02:42:00.000000Z"
Edit = Callable[[Dossier], Dossier]


@dataclass(frozen=True)
class Made:
    """An act as it was made: its name and what it changed."""

    act: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Known:
    """What a desk knows beside the order."""

    rulebook: Rulebook
    taken: Mapping[str, str] = field(default_factory=dict)
    """Who has a number: the id by number."""

    def facts(self, dossier: Dossier, filing_id: str) -> Facts:
        return Facts(dossier, dossier.filing(filing_id), NOW, "林晓雯", self.rulebook)

    def number_is_taken(self, number: str, order_id: str) -> bool:
        return self.taken.get(number, order_id) != order_id

    def filing_number_is_taken(self, number: str, filing_id: str) -> bool:
        return self.taken.get(number, filing_id) != filing_id


def made(before: Dossier | None, after: Dossier, act: str = "filing.edit") -> Made:
    records = to_records(before) if before else {}
    return Made(act, difference(records, to_records(after)))


def in_state(dossier: Dossier, state: FilingState) -> Dossier:
    return dossier.with_filing(replace(dossier.filings[0], state=state))


def with_name(dossier: Dossier, name: str) -> Dossier:
    filing = dossier.filings[0]
    form = filing.particulars.with_value("service.service_name", name)
    return dossier.with_filing(replace(filing, particulars=form))


def with_call(dossier: Dossier, filing_id: str | None = None) -> Dossier:
    call = Contact(new_id(), dossier.order.id, filing_id, Outcome.NO_ANSWER, NOW, "林晓雯")
    return dossier.with_contact(call)


def with_call_about_it(dossier: Dossier) -> Dossier:
    return with_call(dossier, dossier.filings[0].id)


def with_packet(dossier: Dossier) -> Dossier:
    packet = PacketVersion(
        new_id(), dossier.order.id, dossier.filings[0].id, 1, {}, "", "", "", 1, NOW, "林晓雯"
    )
    return dossier.with_packet(packet)


def with_rating(dossier: Dossier) -> Dossier:
    rating = Rating(new_id(), dossier.order.id, dossier.filings[0].id, 5, 5, "", NOW)
    return replace(dossier, ratings=(*dossier.ratings, rating))


def with_another(dossier: Dossier, **given: Any) -> Dossier:
    return dossier.with_filing(a_filing(dossier.order, **given))


def with_refund(dossier: Dossier, **given: Any) -> Dossier:
    values = {"site_count": 0, "amount_fen": 0, "state": RefundState.ASKED, **given}
    refund = Refund(
        id=new_id(),
        order_id=dossier.order.id,
        reason="",
        approved_by="",
        at=NOW,
        **values,  # type: ignore[arg-type]
    )
    order = replace(dossier.order, state=OrderState.REFUND_REQUESTED)
    return replace(dossier.with_refund(refund), order=order)


def contacted(dossier: Dossier) -> Dossier:
    return in_state(dossier, FilingState.CONTACTED)


def an_order_of_two() -> Dossier:
    return a_dossier(ordered_site_count=2)


@given(st.sampled_from([with_name, renamed]), st.sampled_from([with_name, renamed]), st.data())
def test_edits_of_different_fields_meet(
    rulebook: Rulebook,
    theirs: Callable[[Dossier, str], Dossier],
    mine: Callable[[Dossier, str], Dossier],
    data: st.DataObject,
) -> None:
    names = st.sampled_from(["甲", "乙"])
    before = a_dossier()
    there, name = theirs(before, data.draw(names)), data.draw(names)
    act, expected = made(before, mine(before, name)), mine(there, name)
    if theirs is mine and there != expected:
        with pytest.raises(Unfit) as unfit:
            replayed(act, there, Known(rulebook), AT)
        assert len(unfit.value.misfits) == 1
        place = unfit.value.misfits[0].place
        decided = {place: Decision(Take.MINE)}
        assert replayed(act, there, Known(rulebook), AT, decided) == expected
        decided = {place: Decision(Take.THEIRS)}
        assert replayed(act, there, Known(rulebook), AT, decided) == there
    else:
        assert replayed(act, there, Known(rulebook), AT) == expected


def test_a_new_order_is_put_on_nothing(rulebook: Rulebook) -> None:
    new = a_dossier()
    assert replayed(made(None, new, "order.enter"), None, Known(rulebook), AT) == new


@dataclass(frozen=True)
class Case:
    """What an act was made on, what it did, what others did meanwhile, why it is refused."""

    act: str
    mine: Edit
    theirs: Edit
    why: str


REFUSALS = [
    Case(
        "filing.request",
        with_another,
        lambda it: replace(it, order=replace(it.order, state=OrderState.REFUNDED)),
        "不能发起备案",
    ),
    Case(
        "filing.edit",
        lambda it: with_name(it, "甲"),
        lambda it: in_state(it, FilingState.SUBMITTED),
        "内容不能改",
    ),
    Case(
        "filing.advance:contact_customer",
        with_call_about_it,
        lambda it: in_state(it, FilingState.WITHDRAWN),
        "这一步不能做",
    ),
    Case("filing.request", with_another, with_another, "网站不够"),
    Case("packet.make", with_packet, with_packet, "同一版本号"),
    Case("filing.rate", with_rating, with_rating, "评价已登记过"),
]


@pytest.mark.parametrize("case", REFUSALS, ids=[it.why for it in REFUSALS])
def test_an_act_that_the_rules_no_longer_allow_is_refused_with_the_reason(
    rulebook: Rulebook, case: Case
) -> None:
    before = an_order_of_two()
    act = made(before, case.mine(before), case.act)
    assert replayed(act, before, Known(rulebook), AT)
    with pytest.raises(Unfit) as unfit:
        replayed(act, case.theirs(before), Known(rulebook), AT)
    assert case.why in unfit.value.reason.zh
    assert unfit.value.misfits == ()


def test_a_move_is_judged_by_the_guards_of_the_order_as_it_is(rulebook: Rulebook) -> None:
    before = in_state(a_dossier(), FilingState.CONTACTED)
    act = made(before, in_state(before, FilingState.COLLECTING), "filing.advance:start_collecting")
    with pytest.raises(Unfit, match="未选省份"):
        replayed(act, before, Known(rulebook), AT)


def test_a_move_that_others_made_too_is_none_of_the_rules_business(rulebook: Rulebook) -> None:
    before = a_dossier()
    moved = contacted(before)
    act = made(before, moved, "filing.advance:contact_customer")
    assert replayed(act, moved, Known(rulebook), AT) == moved


def test_numbers_that_are_taken_are_refused(rulebook: Rulebook) -> None:
    new = an_order_of_two()
    entered = made(None, new, "order.enter")
    with pytest.raises(Unfit, match="已由别人登记"):
        replayed(entered, None, Known(rulebook, {new.order.number: "another"}), AT)
    act = made(new, with_another(new, number="BA-9"), "filing.request")
    with pytest.raises(Unfit, match="备案编号已被占用"):
        replayed(act, new, Known(rulebook, {"BA-9": "another"}), AT)
    there = with_another(an_order_of_two(), number="BA-9")
    act = made(there, with_another(there, number="BA-9"), "filing.request")
    with pytest.raises(Unfit, match="备案编号已被占用"):
        replayed(act, there, Known(rulebook), AT)


def test_what_is_about_something_that_was_given_up_is_refused(rulebook: Rulebook) -> None:
    before = an_order_of_two()
    with_two = with_another(before)
    act = made(with_two, with_call(with_two, with_two.filings[1].id), "contact.log")
    with pytest.raises(Unfit, match="已不在"):
        replayed(act, before, Known(rulebook), AT)


def test_two_desks_that_verify_a_number_each_bring_the_filing_on(rulebook: Rulebook) -> None:
    dossier = in_state(a_dossier(), FilingState.SMS_PENDING)
    filing = replace(dossier.filings[0], submitted_at=NOW, sms_sent_at=NOW)
    dossier = dossier.with_filing(filing)

    def verified(person: str) -> Dossier:
        given = {"person": person, "at": NOW}
        facts = Facts(dossier, filing, NOW, "林晓雯", rulebook, given)
        return advance(facts, Action.RECORD_SMS_VERIFIED)

    theirs, mine = verified("subject_pic"), verified("service_pic")
    assert mine.filings[0].state is FilingState.SMS_PENDING
    act = made(dossier, mine, f"filing.advance:{Action.RECORD_SMS_VERIFIED}")
    after = replayed(act, theirs, Known(rulebook), AT).filings[0]
    assert (after.state, after.sms_verified_at) == (FilingState.AUTHORITY_REVIEW, NOW)
    assert len(after.authority_notes) == 2


def test_two_desks_that_answer_questions_each_keep_both(
    rulebook: Rulebook, forms: dict[str, Particulars]
) -> None:
    dossier = a_dossier()
    filing = replace(dossier.filings[0], particulars=forms["F00"])
    dossier = dossier.with_filing(filing)

    def noted(fact: str) -> Dossier:
        given = {"question": (fact,), "answer": "sound"}
        facts = Facts(dossier, filing, NOW, "林晓雯", rulebook, given)
        return advance(facts, Action.NOTE_FACT)

    theirs, mine = noted("domain_on_record"), noted("registry_fits")
    act = made(dossier, mine, f"filing.advance:{Action.NOTE_FACT}")
    after = replayed(act, theirs, Known(rulebook), AT).filings[0]
    assert [it.fact for it in after.noted_facts] == ["domain_on_record", "registry_fits"]


def test_of_two_who_ask_for_a_refund_one_is_second(rulebook: Rulebook) -> None:
    before = an_order_of_two()
    act = made(before, with_refund(before), "refund.ask")
    with pytest.raises(Unfit, match="别人已为这个订单申请退订"):
        replayed(act, with_refund(before), Known(rulebook), AT)


def test_two_who_refund_never_give_back_more_than_was_paid(rulebook: Rulebook) -> None:
    before = an_order_of_two()
    whole = {"state": RefundState.APPROVED, "amount_fen": before.order.paid_fen}
    act = made(before, with_refund(before, **whole), "refund.approve")
    with pytest.raises(Unfit, match="超过实付"):
        replayed(act, with_refund(before, **whole), Known(rulebook), AT)


def test_of_two_who_rate_an_order_one_is_second_and_without_a_refund_nobody(
    rulebook: Rulebook,
) -> None:
    whole = {"state": RefundState.APPROVED, "site_count": 2, "amount_fen": 0}
    before = with_refund(a_dossier(ordered_site_count=3), **whole)
    mine, theirs = (rated(before, stars, stars, "", NOW) for stars in (5, 3))
    act = made(before, mine, "order.rate")
    assert replayed(act, before, Known(rulebook), AT).ratings == mine.ratings
    with pytest.raises(Unfit, match="评价已登记过"):
        replayed(act, theirs, Known(rulebook), AT)
    with pytest.raises(Unfit, match="没有尚未开始就退订"):
        replayed(act, replace(before, refunds=()), Known(rulebook), AT)
