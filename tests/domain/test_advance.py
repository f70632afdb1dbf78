"""Advancing: refusals, effects, what the system does by itself, and random walks of the table."""

import itertools
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.act_inputs import read_inputs
from butler_desktop.domain.advance import (
    advance,
    advance_by_system,
    primary_action,
    settled,
)
from butler_desktop.domain.confirmation import confirmed_values_digest
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing_states import OPEN_STATES, FilingState
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.material import Material
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.readiness import content_lacks
from butler_desktop.domain.transition import Action, InputKind
from butler_desktop.domain.workflow import actions_in, transition
from butler_desktop.errors import Refused
from butler_desktop.storage.rulebook import load_rulebook
from tests.builders import NOW, a_filing, an_order

S, A = FilingState, Action
RULEBOOK = load_rulebook()
FORMS = json.loads((Path(__file__).parents[2] / "resources/samples/forms.json").read_text())
FORM = Particulars.from_form_file(FORMS[0], RULEBOOK.provinces)
"""A first filing of a company in Beijing without a fault."""

ANSWERS = {
    "at": NOW.isoformat(),
    "note": "说过了",
    "comment": "客户的话",
    "deadline": (NOW + timedelta(days=2)).isoformat(),
    "how": "paper",
    "marks": "service.service_name",
    "outcome": "no_answer",
    "reasons": "名称不符",
    "subject_number": "京ICP备2026001234号",
    "service_number": "京ICP备2026001234号-1",
    "response_speed": "5",
    "service_quality": "4",
}


def in_state(state: FilingState, *, whole: bool = True) -> Facts:
    """A filing that stands in ``state``; whole: form, papers, packet and confirmation are there."""
    order = an_order(state=OrderState.ACTIVE, first_contact_at=NOW)
    filing = a_filing(order, state=state, particulars=FORM if whole else Particulars.empty("x"))
    dossier = Dossier(order, (filing,))
    if whole:
        dossier = with_papers(dossier)
        digest = confirmed_values_digest(dossier, filing)
        dossier = with_packet(dossier).with_filing(
            replace(
                filing,
                confirmed_digest=digest,
                confirmed_version=1,
                confirmation_deadline=NOW + timedelta(days=1),
            )
        )
    return facts(dossier)


def facts(dossier: Dossier, **given) -> Facts:
    values = {"now": NOW, "actor": "林晓雯", "rulebook": RULEBOOK}
    return Facts(dossier=dossier, filing=dossier.filings[0], **(values | given))


def with_papers(dossier: Dossier) -> Dossier:
    (filing,) = dossier.filings
    lacks = content_lacks(dossier, filing, RULEBOOK, local_date(NOW))
    assert all(lack.place.startswith("material:") for lack in lacks), lacks
    for lack in lacks:
        kind = lack.place.removeprefix("material:")
        material = Material(
            new_id(),
            dossier.order.id,
            filing.id,
            kind,
            f"{kind}.jpg",
            kind.ljust(64, "0"),
            1,
            "image/jpeg",
            NOW,
            "林晓雯",
        )
        dossier = dossier.with_material(material)
    return dossier


def with_packet(dossier: Dossier) -> Dossier:
    (filing,) = dossier.filings
    return dossier.with_packet(
        PacketVersion(
            new_id(),
            dossier.order.id,
            filing.id,
            1 + len(dossier.packets),
            {},
            "d",
            confirmed_values_digest(dossier, filing),
            "p",
            7,
            NOW,
            "林晓雯",
        )
    )


def do(known: Facts, action: Action, **given: str) -> Dossier:
    row = transition(known.filing.state, action)
    if row is not None:
        wanted = {i.key: ANSWERS[i.key] for i in row.inputs if i.key in ANSWERS}
        known = replace(known, inputs=read_inputs(row, wanted | given, known.now))
    return advance(known, action)


def not_by_hand(state: FilingState, action: Action) -> bool:
    row = transition(state, action)
    return row is None or not row.by_hand


@pytest.mark.parametrize(
    ("state", "action"), [pair for pair in itertools.product(S, A) if not_by_hand(*pair)]
)
def test_a_pair_that_is_not_in_the_table_is_refused(state, action):
    known = in_state(state)
    with pytest.raises(Refused) as refusal:
        do(known, action)
    assert refusal.value.sentence.zh
    assert "下一步由" in refusal.value.cure.zh


def test_the_first_contact_activates_the_order_and_stops_its_clock():
    order = an_order()
    known = facts(Dossier(order, (a_filing(order),)))
    after = do(known, A.CONTACT_CUSTOMER)
    assert after.order.state is OrderState.ACTIVE
    assert after.order.first_contact_at == NOW
    assert after.filings[0].state is S.CONTACTED
    assert after.contacts[0].note == "说过了"


def test_content_is_not_complete_while_something_is_missing():
    known = in_state(S.COLLECTING, whole=False)
    with pytest.raises(Refused) as refusal:
        do(known, A.COMPLETE_CONTENT)
    places = {lack.place for lack in refusal.value.findings}
    assert "form:subject.sponsor_name" in places
    assert any(place.startswith("material:") for place in places)
    row, missing = primary_action(known)
    assert (row.action, missing) == (A.CHASE_MATERIALS, ())


def test_confirming_leads_to_face_verification_and_then_to_ready():
    known = in_state(S.AWAITING_CONFIRMATION)
    after = do(known, A.CONFIRM)
    assert after.filings[0].state is S.AWAITING_FACE_VERIFICATION
    after = do(facts(after), A.RECORD_FACE_VERIFICATION)
    assert after.filings[0].state is S.READY_TO_SUBMIT
    assert after.filings[0].face_verification.person == FORM.service_pic.name


def test_another_filing_of_the_sponsor_with_the_authority_blocks_submission():
    known = replace(in_state(S.READY_TO_SUBMIT), other_open=("BA-2603-0001",))
    known = facts(do(known, A.RECORD_FACE_VERIFICATION))
    assert do(known, A.SUBMIT).filings[0].state is S.SUBMITTED
    with pytest.raises(Refused, match="BA-2603-0001"):
        do(replace(known, other_open=("BA-2603-0001",)), A.SUBMIT)


@pytest.mark.parametrize(
    "state",
    [S.AWAITING_CONFIRMATION, S.CONFIRMED, S.AWAITING_FACE_VERIFICATION, S.READY_TO_SUBMIT],
)
def test_a_change_after_the_packet_reopens_the_confirmation(state):
    dossier = in_state(state).dossier
    (filing,) = dossier.filings
    form = filing.particulars.with_value("service.service_name", "另一个名称网")
    after = settled(facts(dossier.with_filing(replace(filing, particulars=form))))
    assert after.filings[0].state is S.INTERNAL_REVIEW
    assert after.filings[0].confirmed_digest == ""
    assert after.packets[0].voided_at == NOW


LATE = NOW + timedelta(days=2)
SOON = (NOW + timedelta(hours=3)).isoformat()


def test_automatic_confirmation_needs_deadline_delivery_and_reminder():
    known = in_state(S.AWAITING_CONFIRMATION)
    delivered = do(known, A.RECORD_DELIVERY)
    reminded = do(facts(delivered), A.RECORD_REMINDER, how="phone")
    for dossier in (known.dossier, delivered):
        assert advance_by_system(facts(dossier, now=LATE), A.AUTO_CONFIRM) is None
    assert advance_by_system(facts(reminded), A.AUTO_CONFIRM) is None
    after = advance_by_system(facts(reminded, now=LATE), A.AUTO_CONFIRM)
    assert after is not None
    assert after.filings[0].auto_confirmed
    assert after.filings[0].state is S.AWAITING_FACE_VERIFICATION


def test_a_reminder_needs_the_delivery_of_what_it_is_about():
    with pytest.raises(Refused, match="送达"):
        do(in_state(S.AWAITING_CONFIRMATION), A.RECORD_REMINDER, how="phone")


def test_a_reminder_of_another_deadline_is_none():
    known = facts(do(in_state(S.AWAITING_CONFIRMATION), A.RECORD_DELIVERY))
    reminded = facts(do(known, A.RECORD_REMINDER, how="phone"))
    sooner = do(reminded, A.CHANGE_DEADLINE, deadline=SOON, comment="急")
    assert sooner.filings[0].deadline_reason == "急"
    assert advance_by_system(facts(sooner, now=LATE), A.AUTO_CONFIRM) is None
    again = do(facts(sooner), A.RECORD_REMINDER, how="phone")
    assert len(again.packets[0].reminders) == 2
    assert advance_by_system(facts(again, now=LATE), A.AUTO_CONFIRM) is not None


@pytest.mark.parametrize(
    ("subject", "service"),
    [
        ("京ICP备2026001234号", "京ICP备2026001235号-1"),
        ("沪ICP备2026001234号", "沪ICP备2026001234号-1"),
        ("京ICP备号", "京ICP备号-1"),
    ],
)
def test_numbers_that_do_not_fit_are_refused(subject, service):
    with pytest.raises(Refused):
        do(
            in_state(S.AUTHORITY_REVIEW),
            A.APPROVE,
            subject_number=subject,
            service_number=service,
        )


def test_rating_and_duties_close_the_filing_and_the_order():
    known = in_state(S.APPROVED)
    after = do(known, A.RATE)
    assert after.filings[0].state is S.APPROVED
    with pytest.raises(Refused, match="评价已登记"):
        do(facts(after), A.RATE)
    after = do(facts(after), A.TELL_DUTIES)
    assert after.filings[0].state is S.CLOSED
    assert after.order.state is OrderState.COMPLETED


@given(st.data())
def test_any_walk_of_the_table_keeps_the_counts_and_never_submits_the_unconfirmed(data):
    order = an_order(ordered_site_count=data.draw(st.integers(1, 3)))
    dossier = Dossier(order, (a_filing(order, particulars=FORM),))
    now = NOW
    for _ in range(data.draw(st.integers(0, 25))):
        now += timedelta(hours=1)
        (filing,) = dossier.filings
        offered = [row for row in actions_in(filing.state) if row.by_hand]
        move = data.draw(st.sampled_from(["act", "act", "act", "edit", "papers", "packet"]))
        if move == "act" and offered:
            row = data.draw(st.sampled_from(offered))
            given_ = {
                i.key: now.isoformat() if i.kind is InputKind.TIME else ANSWERS.get(i.key, "")
                for i in row.inputs
            }
            if "deadline" in given_:
                given_["deadline"] = (now + timedelta(days=2)).isoformat()
            known = facts(dossier, now=now)
            try:
                known = replace(known, inputs=read_inputs(row, given_, now))
                after = advance(known, row.action)
            except Refused:
                continue
            if row.action is A.SUBMIT:
                assert filing.confirmed_digest == confirmed_values_digest(dossier, filing)
            dossier = after
        elif move == "edit" and filing.state in OPEN_STATES:
            name = data.draw(st.sampled_from(["白露松间企业门户", "白露松间官方网站"]))
            form = filing.particulars.with_value("service.service_name", name)
            dossier = settled(
                facts(dossier.with_filing(replace(filing, particulars=form)), now=now)
            )
        elif move == "papers":
            dossier = with_papers(dossier)
        elif move == "packet" and filing.state is S.INTERNAL_REVIEW:
            dossier = with_packet(dossier)
        counts = dossier.counts
        assert counts.ordered == (
            counts.delivered + counts.in_flight + counts.remaining + counts.refunded
        )
        assert min(counts.delivered, counts.in_flight, counts.remaining) >= 0
        if dossier.filings[0].state in OPEN_STATES:
            assert primary_action(facts(dossier, now=now)) is not None
