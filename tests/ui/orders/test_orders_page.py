"""The orders page: the list, its sum, its links, and the way between list and order."""

from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.order_states import OrderState
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.orders import order_view
from butler_desktop.ui.kit.due import DueCase
from butler_desktop.ui.orders.columns import COUNTS
from tests.builders import NOW, a_workspace
from tests.ui.orders.counter import Counter

S = FilingState
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def customers(counter: Counter) -> list[str]:
    model = counter.page.model
    return [model.value_at(row).customer for row in range(model.rowCount())]


def test_the_latest_first_contact_stands_first_and_is_shown(counter: Counter) -> None:
    old = counter.order(S.COLLECTING, age=3, customer="旧", first_contact_at=NOW)
    new = counter.order(S.REQUESTED, customer="新")
    page = counter.open()
    assert customers(counter) == ["新", "旧"]
    assert page.current == new
    assert page.detail.head.title == "新"
    assert page.total == 2
    due = page.model.cell(page.model.row_of(new), 6).due
    assert due.case is DueCase.SOON
    late = page.model.cell(page.model.row_of(old), 6).due
    assert late.case is DueCase.LATE


def test_the_sum_line_adds_up_and_equals_the_rows(counter: Counter) -> None:
    counter.order(S.COLLECTING, S.CLOSED, S.APPROVED, sites=5)
    counter.order(S.REQUESTED, S.WITHDRAWN, sites=2)
    page = counter.open()
    rows = [page.model.value_at(row) for row in range(page.model.rowCount())]
    sums = [sum(getattr(row, key) for row in rows) for key in COUNTS]
    told = page.head._sums.text()
    figures = [int(part.split()[-1]) for part in told.replace("=", "+").split("+")]
    assert figures == sums
    assert figures[0] == sum(figures[1:])


def test_each_number_leads_to_exactly_its_filings(counter: Counter) -> None:
    other = counter.order(S.REQUESTED, age=0)
    order = counter.order(S.COLLECTING, S.SUBMITTED, S.CLOSED, S.WITHDRAWN, age=2)
    page = counter.open()
    assert page.current == other
    row = page.model.value_at(page.model.row_of(order))
    counter.press_count(order, "in_flight")
    assert page.current == order
    assert {f.state for f in page.detail.shown_filings} == {S.COLLECTING, S.SUBMITTED}
    assert len(page.detail.shown_filings) == row.in_flight
    counter.press_count(order, "delivered")
    assert [f.state for f in page.detail.shown_filings] == [S.CLOSED]
    counter.press_count(order, "ordered")
    assert len(page.detail.shown_filings) == 4


def test_what_is_left_leads_to_the_button_that_starts_it(counter: Counter) -> None:
    counter.order(S.REQUESTED, sites=1)
    order = counter.order(S.REQUESTED, sites=3, age=1)
    page = counter.open()
    counter.press_count(order, "remaining")
    assert QApplication.focusWidget() is page.detail.panel.start
    with counter.qtbot.waitSignal(page.filing_wanted) as asked:
        counter.qtbot.keyClick(page.detail.panel.start, KEY.Key_Space)
    assert asked.args == [order]


def test_selection_and_scroll_survive_what_a_colleague_does(counter: Counter) -> None:
    orders = [counter.order(S.COLLECTING, age=day, customer=f"客户{day}") for day in range(30)]
    page = counter.open()
    page.list.go_to(orders[20])
    counter.settle()
    place = page.list.verticalScrollBar().value()
    assert place > 0
    counter.clock.now = NOW + timedelta(minutes=2)
    colleague = a_workspace(counter.folder, actor="周启明", clock=counter.clock)
    with colleague.editing() as work:
        log_order_contact(work, orders[20], Outcome.REACHED, "问过了")
        changes = work.changes
    colleague.close()
    page.follow(changes)
    counter.settle()
    assert page.current == orders[20]
    assert page.list.verticalScrollBar().value() == place
    assert len(page.detail.view.dossier.contacts) == 1
    assert page.model.value_at(page.model.row_of(orders[20])).first_contact_at is not None


def test_completed_orders_have_their_own_list(counter: Counter) -> None:
    counter.order(S.COLLECTING, customer="在办")
    counter.order(S.CLOSED, sites=1, customer="办结", state=OrderState.COMPLETED)
    page = counter.open()
    assert customers(counter) == ["在办"]
    page.head.which.set_index(1)
    page.head.which.chosen.emit(1)
    counter.settle()
    assert customers(counter) == ["办结"]


def test_an_order_is_shown_whichever_list_it_is_in(counter: Counter) -> None:
    counter.order(S.COLLECTING)
    done = counter.order(S.CLOSED, sites=1, customer="办结", state=OrderState.COMPLETED)
    page = counter.open()
    page.show_order(done)
    counter.settle()
    assert page.current == done
    assert page.detail.head.title == "办结"


def test_the_filter_finds_by_text_and_says_when_nothing_matches(counter: Counter) -> None:
    counter.order(S.COLLECTING, customer="厦门鹭岛海产贸易有限公司")
    counter.order(S.COLLECTING, customer="昆明滇花园艺合作社")
    page = counter.open()
    counter.qtbot.keyClick(page.list, KEY.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.head.edit
    page.head.edit.setText("鹭岛")
    counter.settle()
    assert customers(counter) == ["厦门鹭岛海产贸易有限公司"]
    assert not page.head._sums.isVisible()
    page.head.edit.setText("没有这家")
    counter.settle()
    assert page.head.empty.isVisible()
    assert page.detail.view is None
    page.head.empty.button.click()
    counter.settle()
    assert page.total == 2
    assert page.head._sums.isVisible()


def test_an_empty_list_offers_the_import(counter: Counter) -> None:
    page = counter.open()
    assert page.head.empty.isVisible()
    with counter.qtbot.waitSignal(page.import_wanted):
        page.head.empty.button.click()


def test_sorting_by_customer_and_back(counter: Counter) -> None:
    for name in ("乙", "甲", "丙"):
        counter.order(S.COLLECTING, customer=name)
    page = counter.open()
    page.list.header.sort_chosen.emit("customer", False)
    counter.settle()
    down = customers(counter)
    page.list.header.sort_chosen.emit("customer", True)
    counter.settle()
    assert customers(counter) == down[::-1]


def test_keys_lead_into_the_order_and_back(counter: Counter) -> None:
    first = counter.order(S.COLLECTING, age=0)
    second = counter.order(S.COLLECTING, age=1)
    page = counter.open()
    page.list.setFocus()
    counter.qtbot.keyClick(page.list, KEY.Key_J)
    counter.settle()
    assert page.current == second
    counter.qtbot.keyClick(page.list, KEY.Key_Return)
    assert page.detail.isAncestorOf(QApplication.focusWidget())
    counter.qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Up, CONTROL)
    counter.settle()
    assert page.current == first
    counter.qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab, CONTROL)
    assert page.detail.tabs.index() == 1
    counter.qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert QApplication.focusWidget() is page.list


def test_a_narrow_page_shows_the_list_or_the_order(counter: Counter) -> None:
    counter.order(S.COLLECTING)
    page = counter.open()
    page.resize(800, 680)
    assert page.head.isVisible()
    assert not page.detail.isVisible()
    counter.qtbot.keyClick(page.list, KEY.Key_Return)
    assert page.detail.isVisible()
    assert not page.head.isVisible()
    page.detail.head.back.click()
    assert page.head.isVisible()
    page.resize(1232, 800)
    assert page.head.isVisible()
    assert page.detail.isVisible()
    assert not page.detail.head.back.isVisible()


def test_a_minute_later_the_clocks_say_so(counter: Counter) -> None:
    order = counter.order(S.REQUESTED)
    page = counter.open()
    before = page.model.cell(page.model.row_of(order), 6).due
    counter.clock.now = NOW + timedelta(hours=1)
    page.tick()
    after = page.model.cell(page.model.row_of(order), 6).due
    assert (before.case, after.case) == (DueCase.SOON, DueCase.OVERDUE)


def test_the_widths_are_kept_once_they_were_laid_out(counter: Counter) -> None:
    counter.order(S.COLLECTING)
    assert counter.page.sizes() == []
    page = counter.open()
    assert page.sizes()[0] == 640
    page.keep_sizes([520, 712])
    assert page.sizes()[0] == 520


def test_a_narrow_page_remembers_the_widths_of_the_wide_one(counter: Counter) -> None:
    counter.order(S.COLLECTING)
    page = counter.open()
    page.keep_sizes([520, 712])
    kept = page.sizes()
    page.resize(800, 680)
    assert page.sizes() == kept
    page.go_into_detail()
    assert page.sizes() == kept
    page.resize(1232, 800)
    assert page.sizes()[0] == 520


def test_the_page_shows_what_the_service_reads(counter: Counter) -> None:
    order = counter.order(S.COLLECTING, S.CLOSED)
    page = counter.open()
    with counter.workspace.reading() as work:
        assert page.detail.view == order_view(work, order)


def test_the_list_is_written_as_it_is_seen(counter: Counter, tmp_path: Path) -> None:
    counter.order(S.COLLECTING, S.CLOSED, number="2026031800000001", customer="云杉")
    counter.order(number="2026031800000002", customer="南屿")
    page = counter.open()
    page.list.setFocus()
    counter.qtbot.keyClick(page.list, KEY.Key_E, CONTROL)
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.xlsx"))
    dialog.close()
    counter.settle()
    _, *rows = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows(values_only=True)
    model = page.model
    assert len(rows) == model.rowCount() == 2
    for n, (number, customer, contact, phone, *counts, first, by) in enumerate(rows):
        seen = [str(model.index(n, column).data()) for column in range(model.columnCount())]
        assert seen == [f"{customer} {number} ・ {contact} {phone}", *map(str, counts), first]
        assert "****" in phone
        assert isinstance(by, datetime)
