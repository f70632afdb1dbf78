"""The page of the day: one click from each line to where it is done."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.transition import Action
from butler_desktop.services.contacts import log_contact, log_order_contact
from butler_desktop.storage.work import Workspace
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.kit.due import DueCase
from butler_desktop.ui.kit.nav_button import NavButton
from butler_desktop.ui.today.task_list import BY_STAGE
from tests.builders import NOW, a_workspace
from tests.services.scenario import an_order_of, reached, requested
from tests.ui.opened import Opened

MINUTE = timedelta(minutes=1)


def fill(folder: Path) -> dict[str, str]:
    """Two customers who wait, a filing in preparation, two promises; the ids."""
    desk: Workspace = a_workspace(folder)
    late = an_order_of(desk, sites=2, paid_at=NOW - 34 * MINUTE)
    ids = {"late": requested(desk, late), "bare": an_order_of(desk, paid_at=NOW - 9 * MINUTE)}
    ids["preparing"] = reached(desk, S.PREPARING)
    ids["promised"] = reached(desk, S.COLLECTING)
    ids["order"] = an_order_of(desk, sites=3, first_contact_at=NOW)
    given = {"promise_at": iso_local(NOW + 60 * MINUTE) or "", "promise_note": "讲步骤"}
    with desk.editing() as work:
        log_contact(work, ids["promised"], Outcome.REACHED, given)
    with desk.editing() as work:
        log_order_contact(work, ids["order"], Outcome.REACHED, "", NOW + 90 * MINUTE, "第二个")
    desk.close()
    return ids


def test_it_shows_what_there_is_and_counts_it(opened: Opened, tmp_path: Path) -> None:
    fill(tmp_path)
    place = opened.start()
    opened.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    opened.settle()
    page = place.today.page
    assert page.isVisible()
    first, second = [card for card in page.cards if card.isVisible()]
    assert (first.figure.due.case, second.figure.due.case) == (DueCase.OVERDUE, DueCase.LATER)
    assert [line.task.words.zh for line in page.tasks.lines][:2] == ["11:42 回电", "12:12 回电"]
    buttons = place.window.navigation.findChildren(NavButton)
    assert next(it._count for it in buttons if it.entry.key == "today") == 5
    assert "10:" in page.status or "11:" in page.status
    page.tasks.set_order(BY_STAGE)
    assert [line.task.promise is None for line in page.tasks.lines] == [False, False, True]


def test_a_call_is_logged_in_the_filing_or_with_the_order(opened: Opened, tmp_path: Path) -> None:
    ids = fill(tmp_path)
    place = opened.start()
    place.window.go("today")
    opened.settle()
    page = place.today.page
    page.cards[0].log.click()
    opened.settle()
    detail = place.queue.detail
    assert detail.filing_id == ids["late"]
    assert detail.desk.card is not None
    assert detail.desk.card.row.action is Action.CONTACT_CUSTOMER
    place.window.go("today")
    opened.settle()
    page.cards[1].log.click()
    opened.settle()
    assert place.orders.detail.view is not None
    assert place.orders.detail.view.dossier.order.id == ids["bare"]


def test_tasks_open_where_they_are_done(opened: Opened, tmp_path: Path) -> None:
    ids = fill(tmp_path)
    place = opened.start()
    for number, filing in ((0, ids["promised"]), (2, ids["preparing"])):
        place.window.go("today")
        opened.settle()
        place.today.page.tasks.lines[number].click()
        opened.settle()
        assert place.queue.detail.filing_id == filing
        assert number or place.queue.detail.tabs.tab is Tab.CONTACTS
    place.window.go("today")
    opened.settle()
    place.today.page.tasks.lines[1].click()
    opened.settle()
    assert place.orders.detail.view is not None
    assert place.orders.detail.view.dossier.order.id == ids["order"]
    assert place.orders.detail.tabs.index() == 1


def test_what_was_read_stays_read_after_the_next_start(opened: Opened, tmp_path: Path) -> None:
    desk = a_workspace(tmp_path)
    reached(desk, S.APPROVED)
    desk.close()
    place = opened.start()
    place.window.go("today")
    opened.settle()
    changes = place.today.page.changes
    assert any(row.is_unread for row in changes.rows)
    changes.mark.clicked.emit()
    assert not any(row.is_unread for row in changes.rows)
    assert not changes.mark.isVisible()
    changes.rows[0].click()
    opened.settle()
    assert place.queue.isVisible()
    place.window.go("today")
    opened.close()
    again = opened.start()
    opened.settle()
    assert again.today.page.isVisible()
    assert not any(row.is_unread for row in again.today.page.changes.rows)


def test_the_shift_sheet_goes_out_as_a_file_or_as_text(opened: Opened, tmp_path: Path) -> None:
    fill(tmp_path)
    place = opened.start()
    place.window.go("today")
    opened.settle()
    shift, page = place.today.shift, place.today.page
    page.sheet.click()
    shift.copy()
    opened.settle()
    assert QApplication.clipboard().text().startswith("交接单 林晓雯")
    assert page.strip.isVisible()
    target = tmp_path / "shift.pdf"
    shift.export(target)
    opened.settle()
    assert target.read_bytes().startswith(b"%PDF")
    shift.export(tmp_path / "missing" / "shift.pdf")
    opened.settle()
    assert not (tmp_path / "missing").exists()
