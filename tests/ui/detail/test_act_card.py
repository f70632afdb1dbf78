"""Cards: an act's questions come from the state table, and refusals go to their field."""

import pytest
from PySide6.QtCore import Qt

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action, InputKind
from butler_desktop.domain.workflow import TRANSITIONS
from butler_desktop.ui.detail.act_card import ActCard
from butler_desktop.ui.detail.card_fields import PROMISE_KEYS
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.text_field import TextField
from tests.ui.detail.desk import Desk, commit

ASKING = [row for row in TRANSITIONS if row.inputs and row.by_hand]


def opened(desk: Desk) -> ActCard:
    card = desk.pane.desk.card
    assert card is not None
    return card


@pytest.mark.parametrize("row", ASKING, ids=lambda row: f"{row.action}-{row.sources[0]}")
def test_every_act_that_asks_has_a_field_for_each_question(desk: Desk, row) -> None:
    desk.show(desk.filing(row.sources[0]))
    desk.pane.desk.start(row)
    card = opened(desk)
    # A delta is asked for once something was confirmed, a person where two numbers wait.
    unasked = {*PROMISE_KEYS, "scope", "person"}
    asked = {item.key for item in row.inputs} - unasked
    assert set(card.fields) | ({"outcome"} & asked) == asked
    assert (card.promise is not None) == any(i.key in PROMISE_KEYS for i in row.inputs)
    assert card.isVisible()
    assert card.filled.isVisible()
    assert not desk.pane.panel.filled_button.isVisible()


def test_the_button_moves_into_the_card_and_back(desk: Desk) -> None:
    desk.show(desk.filing(S.AUTHORITY_REVIEW))
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    card = opened(desk)
    assert card.row.action is Action.APPROVE
    assert card.fields["subject_number"].focusProxy().hasFocus()
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Escape)
    assert desk.pane.desk.card is None
    assert desk.pane.panel.filled_button.isVisible()
    assert desk.pane.panel.filled_button.hasFocus()


def test_a_collapsed_card_keeps_what_was_typed(desk: Desk) -> None:
    filing, other = desk.filing(S.AUTHORITY_REVIEW), desk.filing(form="F01")
    desk.show(filing)
    desk.pane.desk.press()
    number = opened(desk).fields["subject_number"]
    assert isinstance(number, LineField)
    desk.qtbot.keyClicks(number.edit, "2026000001")
    desk.show(other)
    assert desk.pane.desk.card is None
    desk.show(filing)
    assert desk.pane.panel.filled_button.isVisible()
    desk.pane.desk.press()
    assert opened(desk).fields["subject_number"] is number
    assert number.edit.text() == "2026000001"


def test_saving_does_the_act_and_closes_the_card(desk: Desk) -> None:
    filing = desk.filing(S.INTERNAL_REVIEW)
    desk.show(filing)
    desk.pane.desk.press_second()
    comment = opened(desk).fields["comment"]
    assert isinstance(comment, TextField)
    assert comment.lines.hasFocus()
    commit(comment.lines, "身份证国徽面不清晰")
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    view = desk.saved(filing)
    assert view.filing.state is S.COLLECTING
    assert view.filing.return_comment == "身份证国徽面不清晰"
    assert desk.pane.desk.card is None


def test_a_refusal_stands_at_the_field_it_is_about(desk: Desk) -> None:
    filing = desk.filing(S.AUTHORITY_REVIEW)
    desk.show(filing)
    desk.pane.desk.press()
    card = opened(desk)
    card.filled.click()
    desk.settle()
    assert opened(desk) is card
    assert card.filled.isEnabled()
    for key in ("subject_number", "service_number"):
        assert card.fields[key]._finding.isVisible()
    assert card.fields["subject_number"].focusProxy().hasFocus()
    assert desk.saved(filing).filing.state is S.AUTHORITY_REVIEW


def test_a_card_opens_in_the_tab_it_belongs_to(desk: Desk) -> None:
    desk.show(desk.filing(S.AWAITING_CONFIRMATION))
    for action, tab in (
        (Action.RETURN_FOR_MODIFICATION, Tab.PACKET),
        (Action.LOG_CONTACT, Tab.CONTACTS),
        (Action.WITHDRAW, Tab.FORM),
    ):
        desk.pane.desk.start_action(action)
        assert desk.pane.tab is tab
        assert opened(desk).isVisible()


def test_a_card_whose_act_is_gone_goes_too(desk: Desk) -> None:
    from butler_desktop.services.filings import act

    filing = desk.filing(S.INTERNAL_REVIEW)
    desk.show(filing)
    desk.pane.desk.press_second()
    desk.colleague(act, filing, Action.SEND_BACK, {"comment": "缺材料"})
    desk.pane.reload()
    desk.settle()
    assert desk.pane.desk.card is None
    assert desk.pane.panel.filled_button.isVisible()


def test_a_rating_is_given_in_stars(desk: Desk) -> None:
    filing = desk.filing(S.APPROVED)
    desk.show(filing)
    desk.pane.desk.press()
    card = opened(desk)
    kinds = {item.kind for item in card.row.inputs}
    assert InputKind.STARS in kinds
    for key in ("response_speed", "service_quality"):
        desk.qtbot.keyClick(card.fields[key].focusProxy(), Qt.Key.Key_5)
    card.filled.click()
    desk.settle()
    rating = desk.saved(filing).rating
    assert rating is not None
    assert (rating.response_speed, rating.service_quality) == (5, 5)


def test_a_pasted_rejection_proposes_what_to_mark(desk: Desk) -> None:
    desk.show(desk.filing(S.AUTHORITY_REVIEW))
    desk.pane.desk.start_action(Action.REJECT)
    card = opened(desk)
    reasons, marks = card.fields["reasons"], card.fields["marks"]
    reasons.lines.setPlainText("网站名称不规范")
    assert marks.value() == ("form:service.service_name",)
    reasons.lines.setPlainText("网站名称不规范；通信地址不详细")
    assert len(marks.value()) == 2
    marks.set_value(("form:service.domain",))
    reasons.lines.setPlainText("网站名称不规范；通信地址不详细；域名未实名认证")
    assert marks.value() == ("form:service.domain",)
