"""What the panel says: the step, what is missing, what is worth knowing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.reminder_plan import DueReminder
from butler_desktop.domain.transition import Action
from butler_desktop.services.filing_view import FilingView, filing_view
from butler_desktop.services.filings import act
from butler_desktop.ui.detail.next_step import missing_text, next_step
from butler_desktop.words import Words
from tests.services.scenario import reached
from tests.ui.detail.desk import Desk


def viewed(desk: Desk, state: S, **given: object) -> FilingView:
    filing = desk.filing(state, **given)  # type: ignore[arg-type]
    with desk.workspace.reading() as work:
        return filing_view(work, filing)


@pytest.mark.parametrize("state", list(S))
def test_every_state_has_a_title(desk: Desk, state: S) -> None:
    step = next_step(viewed(desk, state))
    words = STATES[state].next_step if STATES[state].is_open else STATES[state].words
    assert step.title in (words.zh, words.en)


def test_a_first_contact_says_why_it_is_due_then(desk: Desk) -> None:
    step = next_step(viewed(desk, S.REQUESTED, form=""))
    assert "10:27" in step.sentence
    assert "10:57" in step.sentence


def test_what_is_missing_comes_before_what_is_worth_knowing(desk: Desk) -> None:
    view = viewed(desk, S.PREPARING)
    assert view.primary is not None
    assert next_step(view).sentence == missing_text(view.primary.lacks)


def test_the_way_on_is_told_even_where_another_button_is_the_primary(desk: Desk) -> None:
    view = viewed(desk, S.COLLECTING)
    assert view.primary is not None
    assert view.primary.lacks == ()
    assert view.secondary is not None
    assert next_step(view).sentence == missing_text(view.secondary.lacks)


def test_the_words_of_the_authority_and_of_the_customer_are_shown(desk: Desk) -> None:
    rejected = viewed(desk, S.REJECTED, rejection_reasons="网站名称\n与主办者无关")
    assert next_step(rejected).sentence == "网站名称 与主办者无关"
    returned = viewed(desk, S.RETURNED_BY_CUSTOMER, return_comment="手机号换了")
    assert next_step(returned).sentence == "手机号换了"


def test_the_panel_says_when_the_customer_is_to_be_reminded(desk: Desk) -> None:
    filing_id = reached(desk.workspace, S.AWAITING_CONFIRMATION)
    with desk.workspace.editing() as work:
        act(work, filing_id, Action.RECORD_DELIVERY, {"how": "email"})
        view = filing_view(work, filing_id)
    assert "next reminder" in next_step(view).sentence
    deadline = view.filing.confirmation_deadline
    late = replace(view, reminder=DueReminder(deadline - timedelta(hours=4), deadline))
    assert "remind the customer now, the deadline is" in next_step(late).sentence


def lack(place: str, words: str = "缺少姓名") -> Lack:
    return Lack(Words(words, words), place)


def test_little_is_named_and_much_is_counted() -> None:
    assert missing_text((lack("form:a"),)) == "缺少姓名"
    assert missing_text((lack("form:a"), lack("material:b", "缺少材料"))).count("缺少") == 2
    many = (*(lack(f"form:{n}") for n in range(3)), lack("material:m"), lack("packet"))
    told = missing_text(many)
    assert "缺少姓名" not in told
    for number in ("3", "1"):
        assert number in told
