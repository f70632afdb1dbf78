"""One order: counts, panel, its filings, calls and history, and logging a call."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.ui.kit.stars import Stars
from butler_desktop.ui.orders.contact_dialog import OUTCOMES, ContactDialog
from butler_desktop.ui.orders.order_detail import OrderDetail
from butler_desktop.ui.orders.order_lines import FilingLine
from tests.builders import NOW
from tests.ui.orders.counter import Counter

S = FilingState
KEY = Qt.Key


def shown(counter: Counter, *states: FilingState, **given: object) -> OrderDetail:
    counter.order(*states, **given)
    counter.open()
    return counter.page.detail


def words(detail: OrderDetail) -> tuple[str, str]:
    return detail.panel._title.text(), detail.panel._words.text()


def test_the_head_says_the_facts_and_masks_the_number(counter: Counter) -> None:
    detail = shown(counter, S.COLLECTING, contact_phone="13800001234", customer="云杉")
    assert detail.head.title == "云杉"
    assert "138****1234" in detail.head._facts.text()
    assert "13800001234" not in detail.head._facts.text()
    detail.head.copy.click()
    assert QGuiApplication.clipboard().text() == detail.view.dossier.order.number


def test_the_counts_are_tiles_that_filter(counter: Counter) -> None:
    detail = shown(counter, S.COLLECTING, S.CLOSED, S.APPROVED, sites=5)
    assert detail.tiles.accessibleName().split("，")[0].endswith("5")
    detail.tiles.chosen.emit("delivered")
    assert [f.state for f in detail.shown_filings] == [
        row.state for row in detail.view.filings if row.state in (S.CLOSED, S.APPROVED)
    ]
    assert detail.chip.text().endswith(str(len(detail.shown_filings)))
    detail.chip.removed.emit()
    assert len(detail.shown_filings) == 3
    assert not detail.chip.isVisible()


def test_all_is_one_press_away(counter: Counter) -> None:
    detail = shown(counter, S.COLLECTING, S.CLOSED)
    detail.show_group("delivered")
    counter.qtbot.mouseClick(detail.all, Qt.MouseButton.LeftButton)
    assert len(detail.shown_filings) == 2


def test_a_filing_opens_by_mouse_and_by_key(counter: Counter) -> None:
    detail = shown(counter, S.COLLECTING)
    (line,) = detail.findChildren(FilingLine)
    with counter.qtbot.waitSignal(counter.page.filing_opened) as opened:
        counter.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert opened.args == [detail.view.filings[0].id]
    with counter.qtbot.waitSignal(counter.page.filing_opened):
        counter.qtbot.keyClick(line, KEY.Key_Return)


def test_nothing_can_be_started_where_nothing_is_left(counter: Counter) -> None:
    detail = shown(counter, S.COLLECTING, sites=1)
    assert not detail.panel.start.isVisible()
    assert detail.panel.contact.isVisible()


def test_the_nearest_promise_stands_in_the_panel(counter: Counter) -> None:
    detail = shown(counter, S.COLLECTING, remark="先做一个")
    assert words(detail)[1] == "先做一个"
    for days, note in ((4, "第四个"), (2, "第三个")):
        with counter.workspace.editing() as work:
            at = NOW + timedelta(days=days)
            log_order_contact(work, detail.view.dossier.order.id, Outcome.REACHED, "谈过", at, note)
    detail.read_again()
    counter.settle()
    assert words(detail)[1].endswith("第三个")


def test_ratings_stand_under_the_filings(counter: Counter) -> None:
    detail = shown(counter, S.CLOSED, S.COLLECTING)
    assert [stars.value() for stars in detail.findChildren(Stars)] == [5, 4]


def test_the_group_stays_when_the_order_is_read_again_and_goes_with_it(counter: Counter) -> None:
    first = counter.order(S.COLLECTING, S.CLOSED)
    second = counter.order(S.COLLECTING, age=1)
    detail = counter.open().detail
    counter.page.show_order(first, "delivered")
    counter.settle()
    detail.read_again()
    counter.settle()
    assert len(detail.shown_filings) == 1
    counter.page.list.go_to(second)
    counter.settle()
    assert detail.tiles.key() == ""


def open_dialog(counter: Counter) -> ContactDialog:
    counter.page.detail.panel.contact.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ContactDialog)
    return dialog


def test_a_call_is_logged_from_the_panel(counter: Counter) -> None:
    detail = shown(counter, S.REQUESTED)
    dialog = open_dialog(counter)
    dialog.outcome.set_index(OUTCOMES.index(Outcome.NO_ANSWER))
    dialog.note.set_value("响铃无人接")
    dialog.promise_at.set_value("3月20日 15:00")
    dialog.promise_note.set_value("再打")
    dialog.act_button.click()
    counter.settle()
    (contact,) = detail.view.dossier.contacts
    assert (contact.outcome, contact.note, contact.promise_note) == (
        Outcome.NO_ANSWER,
        "响铃无人接",
        "再打",
    )
    assert contact.promise_at == NOW.replace(day=20, hour=7, minute=0)
    assert QApplication.activeModalWidget() is None


def test_a_time_that_is_none_is_told_at_its_field_and_nothing_is_written(counter: Counter) -> None:
    detail = shown(counter, S.REQUESTED)
    dialog = open_dialog(counter)
    dialog.promise_at.set_value("改天")
    dialog.act_button.click()
    counter.settle()
    assert dialog.promise_at.isAncestorOf(dialog.focusWidget())
    assert dialog.isVisible()
    assert detail.view.dossier.contacts == ()
    dialog.reject()
