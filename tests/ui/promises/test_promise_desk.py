"""What the links of a promise do, in the page of a filing and of an order."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication

from butler_desktop.domain.contact import Contact, Outcome, PromiseEnd
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.contacts import log_contact, log_order_contact
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.promises.move_dialog import MoveDialog
from butler_desktop.ui.promises.promise_line import DROP, KEEP, MOVE, PromiseLine
from tests.builders import NOW
from tests.ui.detail.desk import Desk
from tests.ui.orders.counter import Counter


def promised(desk: Desk) -> str:
    filing = desk.filing(S.COLLECTING)
    given = {"promise_at": "2026-03-18 15:00", "promise_note": "讲人脸核验"}
    with desk.workspace.editing() as work:
        log_contact(work, filing, Outcome.REACHED, given)
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.CONTACTS)
    return filing


def line(desk: Desk) -> PromiseLine:
    desk.qtbot.waitUntil(lambda: len(shown(desk)) == 1)
    return shown(desk)[0]


def shown(desk: Desk) -> list[PromiseLine]:
    found = desk.pane.tabs.contacts.findChildren(PromiseLine)
    return [it for it in found if it.isVisible()]


def contact(desk: Desk, filing: str) -> Contact:
    (found,) = desk.saved(filing).contacts
    return found


def test_a_promise_is_ticked_and_taken_back(desk: Desk) -> None:
    filing = promised(desk)
    assert set(line(desk).links) == {KEEP, MOVE, DROP}
    line(desk).links[KEEP].clicked.emit()
    desk.settle()
    assert contact(desk, filing).promise_end is PromiseEnd.KEPT
    assert line(desk).links == {}
    assert "已兑现" in line(desk).accessibleName()
    desk.pane.desk.promises.undo.undo_now()
    desk.settle()
    assert contact(desk, filing).promise_end is None
    assert set(line(desk).links) == {KEEP, MOVE, DROP}


def test_a_promise_is_called_off(desk: Desk) -> None:
    filing = promised(desk)
    line(desk).links[DROP].clicked.emit()
    desk.settle()
    assert contact(desk, filing).promise_end is PromiseEnd.DROPPED


def test_another_time_is_agreed_on(desk: Desk) -> None:
    filing = promised(desk)
    line(desk).links[MOVE].clicked.emit()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MoveDialog)
    assert dialog.note.value() == "讲人脸核验"
    dialog.at.set_value("whenever")
    dialog.act_button.click()
    assert dialog.isVisible()
    dialog.at.set_value("3月20日 10:00")
    dialog.act_button.click()
    desk.settle()
    found = contact(desk, filing)
    assert (found.promise_at, found.promise_note) == (
        NOW + timedelta(days=1, hours=23, minutes=18),
        "讲人脸核验",
    )


def test_a_time_that_is_over_is_refused_in_the_dialog(desk: Desk) -> None:
    filing = promised(desk)
    line(desk).links[MOVE].clicked.emit()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MoveDialog)
    dialog.at.set_value("3月17日 10:00")
    dialog.act_button.click()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.strip.isVisible()
    dialog.reject()
    assert contact(desk, filing).promise_at is not None


def test_the_page_of_an_order_has_its_own(counter: Counter) -> None:
    order = counter.order()
    with counter.workspace.editing() as work:
        log_order_contact(work, order, Outcome.REACHED, "", NOW + timedelta(hours=4), "第二个网站")
    page = counter.open()
    counter.settle()
    detail = page.detail
    assert "第二个网站" in detail.panel._words.text()
    detail.tabs.set_index(1)
    (found,) = detail.lists.findChildren(PromiseLine)
    found.links[KEEP].clicked.emit()
    counter.settle()
    (kept,) = detail.view.dossier.contacts
    assert kept.promise_end is PromiseEnd.KEPT
    assert "第二个网站" not in detail.panel._words.text()
