"""Ratings on an order's page: those of filings, and recording one where no filing was begun."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.refund_offer import REMAINING
from butler_desktop.domain.role import Role
from butler_desktop.services import refunds
from butler_desktop.services.orders import order_view, rate_order
from butler_desktop.ui.kit.stars import Stars
from butler_desktop.ui.orders.order_detail import OrderDetail
from butler_desktop.ui.orders.rating_card import RatingCard
from butler_desktop.ui.orders.rating_dialog import RatingDialog
from tests.ui.orders.counter import Counter


def shown(counter: Counter, *states: S, sites: int = 3, refunded: bool = True) -> OrderDetail:
    order = counter.order(*states, sites=sites, paid_fen=sites * 60_000, state=OrderState.ACTIVE)
    if refunded:
        with counter.workspace.editing() as work:
            refunds.ask(work, order, (REMAINING,), "不做了")
        with counter.workspace.editing() as work:
            refunds.approve(work, order, "周启明")
    counter.open()
    counter.page.show_order(order)
    counter.settle()
    return counter.page.detail


def opened(card: RatingCard) -> RatingDialog:
    card.rate_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RatingDialog)
    return dialog


def values(detail: OrderDetail) -> list[int]:
    stars = detail.lists.ratings.findChildren(Stars)
    return [it.value() for it in stars if it.isVisible()]


def test_sites_refunded_unbegun_are_rated_from_the_page(counter: Counter) -> None:
    detail = shown(counter, S.CLOSED)
    card = detail.lists.ratings
    assert values(detail) == [5, 4]
    dialog = opened(card)
    speed, quality = dialog.findChildren(Stars)
    assert dialog.focusWidget() is speed
    assert not dialog.act_button.isEnabled()
    counter.qtbot.keyClick(speed, Qt.Key.Key_3)
    assert not dialog.act_button.isEnabled()
    counter.qtbot.keyClick(quality, Qt.Key.Key_2)
    dialog.comment.lines.setPlainText("退得慢")
    dialog.act_button.click()
    counter.settle()
    assert QApplication.activeModalWidget() is None
    assert detail.view is not None
    rating = detail.view.dossier.order_rating
    assert rating is not None
    assert (rating.response_speed, rating.service_quality, rating.comment) == (3, 2, "退得慢")
    assert sorted(values(detail)) == [2, 3, 4, 5]
    assert not card.rate_button.isVisible()


def test_who_was_second_hears_it_and_keeps_what_was_typed(counter: Counter) -> None:
    detail = shown(counter)
    dialog = opened(detail.lists.ratings)
    for field in (dialog.speed, dialog.quality):
        counter.qtbot.keyClick(field.findChildren(Stars)[0], Qt.Key.Key_4)
    assert detail.view is not None
    order = detail.view.dossier.order.id
    with counter.workspace.editing() as work:
        rate_order(work, order, 5, 5)
    dialog.act_button.click()
    counter.settle()
    assert "评价已登记过" in dialog.strip.text()
    assert dialog.speed.value() == "4"
    dialog.reject()


def test_without_a_rating_or_one_to_record_there_is_no_card(counter: Counter) -> None:
    detail = shown(counter, S.COLLECTING, refunded=False)
    assert not detail.lists.ratings.isVisible()


def test_the_button_keeps_the_keyboard_while_the_minute_passes(counter: Counter) -> None:
    detail = shown(counter)
    button = detail.lists.ratings.rate_button
    button.setFocus()
    assert counter.page.focusWidget() is button
    detail.tick()
    assert counter.page.focusWidget() is button


def test_who_only_looks_records_nothing(counter: Counter) -> None:
    looks = replace(counter.workspace, role=Role.AUDITOR)
    detail = shown(counter)
    assert detail.lists.ratings.isVisible()
    with looks.reading() as work:
        assert detail.view is not None
        detail._arrived(order_view(work, detail.view.dossier.order.id))
    assert not detail.lists.ratings.isVisible()
