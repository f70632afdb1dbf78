"""Refunds on an order's page: the reasons, the request, a second person, and the paper."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.order_states import OrderState
from butler_desktop.ui.orders.order_detail import OrderDetail
from butler_desktop.ui.orders.refund_card import RefundCard
from butler_desktop.ui.orders.refund_dialog import AskDialog, DecideDialog
from tests.ui.orders.counter import Counter


def shown(counter: Counter, *states: S, sites: int = 4) -> tuple[OrderDetail, RefundCard]:
    counter.order(*states, sites=sites, paid_fen=sites * 60_000, state=OrderState.ACTIVE)
    counter.open()
    return counter.page.detail, counter.page.detail.lists.refunds


def dialog(kind):
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def ask(counter: Counter, card: RefundCard, why: str = "不做了", special: str = "") -> None:
    card.ask_button.click()
    form = dialog(AskDialog)
    assert not form.act_button.isEnabled()
    form.reason.lines.setPlainText(why)
    if special:
        form.exception.lines.setPlainText(special)
    form.act_button.click()
    counter.settle()


def decide(counter: Counter, card: RefundCard, name: str) -> DecideDialog:
    card.approve_button.click()
    form = dialog(DecideDialog)
    form.name.edit.setText(name)
    form.name.edited.emit()
    form.act_button.click()
    counter.settle()
    return form


def test_each_site_has_its_verdict_and_what_is_not_refunded_cannot_be_ticked(
    counter: Counter,
) -> None:
    detail, card = shown(counter, S.COLLECTING, S.AUTHORITY_REVIEW)
    enabled = sorted(box.isEnabled() for box in card.boxes.values())
    assert enabled == [False, True, True]
    assert "1,800.00" in card._amount.text()
    first = next(iter(card.boxes.values()))
    first.setChecked(False)
    assert "600.00" in card._amount.text()
    detail.tick()
    assert not next(iter(card.boxes.values())).isChecked()


def test_a_second_person_decides_and_the_counts_follow(counter: Counter) -> None:
    detail, card = shown(counter, S.COLLECTING, S.AUTHORITY_REVIEW)
    ask(counter, card)
    assert card.approve_button.isVisible()
    assert not card.ask_button.isVisible()
    form = decide(counter, card, "林晓雯")
    assert "另一人核准" in form.strip.text()
    form.reject()
    decide(counter, card, "周启明")
    assert detail.view is not None
    counts = detail.view.dossier.counts
    assert (counts.refunded, counts.remaining, counts.in_flight) == (3, 0, 1)
    assert len(card.links) == 1
    assert detail.panel._title.text() == "No site is left to start"


def test_what_is_declined_can_be_asked_anew(counter: Counter) -> None:
    _, card = shown(counter, S.COLLECTING)
    ask(counter, card)
    card.decline_button.click()
    form = dialog(DecideDialog)
    form.name.edit.setText("周启明")
    form.name.edited.emit()
    assert not form.act_button.isEnabled()
    form.why.lines.setPlainText("客户改了主意")
    form.act_button.click()
    counter.settle()
    assert card.ask_button.isVisible()
    assert card.ask_button.isEnabled()


def test_a_special_reason_opens_what_is_closed_and_must_be_given(counter: Counter) -> None:
    detail, card = shown(counter, S.AUTHORITY_REVIEW, S.SMS_PENDING, sites=2)
    assert not card.ask_button.isEnabled()
    card.special.setChecked(True)
    box = next(iter(card.boxes.values()))
    box.setChecked(True)
    card.ask_button.click()
    form = dialog(AskDialog)
    form.reason.lines.setPlainText("政策有变")
    assert not form.act_button.isEnabled()
    form.exception.lines.setPlainText("当地停止受理")
    form.act_button.click()
    counter.settle()
    decide(counter, card, "周启明")
    assert detail.view is not None
    states = {it.state for it in detail.view.dossier.filings}
    assert S.FAILED in states
    assert len(states) == 2


def test_the_reasons_go_out_as_a_file(counter: Counter, tmp_path: Path) -> None:
    detail, card = shown(counter, S.COLLECTING, S.SUBMITTED)
    ask(counter, card)
    decide(counter, card, "周启明")
    assert detail.view is not None
    target, dossier = tmp_path / "reasons.pdf", detail.view.dossier
    detail.refunds.export(dossier.order.id, dossier.refunds[0].id, target)
    counter.settle()
    assert target.read_bytes().startswith(b"%PDF")
    assert "reasons.pdf" in detail.strip.text()


@pytest.mark.parametrize("state", [OrderState.AWAITING_PAYMENT, OrderState.CANCELLED])
def test_an_order_that_is_not_paid_has_nothing_to_give_back(
    counter: Counter, state: OrderState
) -> None:
    counter.order(sites=2, state=state)
    counter.open()
    assert not counter.page.detail.lists.refunds.isVisible()
