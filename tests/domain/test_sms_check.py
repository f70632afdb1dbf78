"""SMS checks: who must verify, and what wrong codes lead to."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.advance import advance, settled
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.person import Person
from butler_desktop.domain.sms_check import TRIES, awaited, sms_checks, who_must_verify
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Refused
from butler_desktop.storage.rulebook import load_rulebook
from tests.builders import NOW, a_dossier

S, A = FilingState, Action
SUBJECT, SERVICE = "subject_pic", "service_pic"


def a_form(kind: str = "first_filing", one: str = "13800001111", other: str = "13900002222"):
    """A form with two persons in charge."""
    return replace(
        Particulars.empty(kind),
        subject_pic=Person(name="沈一", mobile=one),
        service_pic=Person(name="李二", mobile=other),
    )


class Desk:
    """One filing whose SMS were just sent, and the acts on it."""

    def __init__(self, form: Particulars) -> None:
        dossier = a_dossier()
        (filing,) = dossier.filings
        filing = replace(
            filing,
            state=S.SMS_PENDING,
            submitted_at=NOW,
            sms_sent_at=NOW,
            particulars=form,
        )
        self.dossier = dossier.with_filing(filing)
        self.now = NOW

    @property
    def filing(self) -> Filing:
        return self.dossier.filings[0]

    def do(self, action: Action, person: str = "") -> None:
        self.now += timedelta(minutes=1)
        given = {"at": self.now} | ({"person": person} if person else {})
        facts = Facts(self.dossier, self.filing, self.now, "林晓雯", load_rulebook(), given)
        self.dossier = advance(facts, action)


@pytest.mark.parametrize(
    ("kind", "scope", "roles"),
    [
        ("first_filing", None, (SUBJECT, SERVICE)),
        ("new_service", None, (SERVICE,)),
        ("access_filing", None, (SERVICE,)),
        ("change_filing", "subject", (SUBJECT,)),
        ("change_filing", "both", (SUBJECT, SERVICE)),
        ("change_filing", "service", (SERVICE,)),
        ("change_filing", "access", ()),
        ("change_filing", None, (SUBJECT, SERVICE)),
    ],
)
def test_who_must_verify_follows_from_the_kind_and_what_changes(kind, scope, roles):
    assert who_must_verify(replace(a_form(kind), change_scope=scope)) == roles


@given(
    kind=st.sampled_from(["first_filing", "new_service", "access_filing", "change_filing", None]),
    scope=st.sampled_from(["subject", "both", "service", "access", None, "odd"]),
    one=st.sampled_from(["", "13800001111", "+86 138 0000 1111", "13900002222"]),
    other=st.sampled_from(["", "13800001111", "138-0000-1111", "13900002222"]),
)
def test_each_person_is_in_exactly_one_check_and_one_number_gets_one_code(kind, scope, one, other):
    form = replace(a_form(kind or "", one, other), change_scope=scope)
    checks = sms_checks(Desk(form).filing)
    assert tuple(role for it in checks for role in it.roles) == who_must_verify(form)
    digits = ["".join(c for c in it.mobile if c.isdecimal())[-11:] for it in checks]
    known = [it for it in digits if it]
    assert len(known) == len(set(known))


def test_the_filing_waits_until_both_have_verified():
    desk = Desk(a_form())
    with pytest.raises(Refused):
        desk.do(A.RECORD_SMS_VERIFIED)  # nobody is named, two are waited for
    desk.do(A.RECORD_SMS_VERIFIED, SERVICE)
    assert desk.filing.state is S.SMS_PENDING
    assert [it.roles for it in awaited(desk.filing)] == [(SUBJECT,)]
    with pytest.raises(Refused):
        desk.do(A.RECORD_SMS_VERIFIED, SERVICE)
    desk.do(A.RECORD_SMS_VERIFIED)
    assert desk.filing.state is S.AUTHORITY_REVIEW
    assert desk.filing.sms_verified_at == desk.now


def test_one_act_may_verify_all_and_one_number_is_verified_for_both():
    for desk in (Desk(a_form()), Desk(a_form(one="13900002222"))):
        desk.do(A.RECORD_SMS_VERIFIED, "all")
        assert desk.filing.state is S.AUTHORITY_REVIEW
    assert len(sms_checks(desk.filing)) == 1
    assert len(desk.filing.authority_notes) == 1


def test_a_new_submission_begins_anew():
    desk = Desk(a_form())
    desk.do(A.RECORD_SMS_WRONG, SERVICE)
    desk.do(A.RECORD_SMS_RESENT, SERVICE)
    again = replace(desk.filing, submitted_at=NOW + timedelta(days=2))
    assert [it.wrong_tries for it in sms_checks(desk.filing)] == [0, 1]
    assert sms_checks(desk.filing)[1].resent_at == desk.now
    assert all(
        (it.wrong_tries, it.resent_at, it.verified_at) == (0, None, None)
        for it in sms_checks(again)
    )


def test_where_nobody_is_asked_the_authority_has_it_at_once():
    desk = Desk(replace(a_form("change_filing"), change_scope="access"))
    submitted = replace(desk.filing, state=S.SUBMITTED, sms_sent_at=None)
    facts = Facts(desk.dossier.with_filing(submitted), submitted, NOW, "林晓雯", load_rulebook())
    assert settled(facts).filings[0].state is S.AUTHORITY_REVIEW
    asked = replace(submitted, particulars=a_form())
    facts = replace(facts, dossier=desk.dossier.with_filing(asked), filing=asked)
    assert settled(facts).filings[0].state is S.SUBMITTED


STEPS = st.lists(
    st.tuples(
        st.sampled_from([A.RECORD_SMS_VERIFIED, A.RECORD_SMS_WRONG, A.RECORD_SMS_RESENT]),
        st.sampled_from([SUBJECT, SERVICE]),
    ),
    max_size=24,
)


@given(steps=STEPS, same=st.booleans())
def test_the_sixth_wrong_code_of_one_number_returns_the_filing_and_nothing_else_does(steps, same):
    desk = Desk(a_form(one="13900002222") if same else a_form())
    wrong = dict.fromkeys((SUBJECT, SERVICE), 0)
    verified: set[str] = set()
    for action, person in steps:
        owners = {SUBJECT, SERVICE} if same else {person}
        key = SUBJECT if same else person
        state = desk.filing.state
        if state is not S.SMS_PENDING or key in verified:
            before = desk.dossier
            with pytest.raises(Refused):
                desk.do(action, person)
            assert desk.dossier == before
            continue
        desk.do(action, person)
        wrong[key] += action is A.RECORD_SMS_WRONG
        verified |= owners if action is A.RECORD_SMS_VERIFIED else set()
        expected = S.SMS_PENDING
        if max(wrong.values()) > TRIES:
            expected = S.SMS_EXPIRED
        elif verified == {SUBJECT, SERVICE}:
            expected = S.AUTHORITY_REVIEW
        assert desk.filing.state is expected
        checks = {it.roles[0]: it for it in sms_checks(desk.filing)}
        assert all(it.tries_left == max(0, TRIES - wrong[role]) for role, it in checks.items())
