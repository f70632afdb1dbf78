"""The intake workbook from the window: out, back, ticked row by row, beside a colleague's edits."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.filings import edit_form
from butler_desktop.ui.detail.intake_dialog import IntakeDialog
from tests.documents.intake_books import fill
from tests.ui.detail.desk import Desk

NAME, ADDRESS, MOBILE = "service.service_name", "subject.mailing_address", "subject_pic.mobile"


def menu_words(desk: Desk) -> list[str]:
    desk.pane._show_menu(QPoint(0, 0))
    (menu,) = desk.pane.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    words = [action.text() for action in menu.actions()]
    menu.close()
    return words


@pytest.fixture
def filing(desk: Desk) -> str:
    filing = desk.filing()
    desk.show(filing)
    return filing


@pytest.fixture
def book(desk: Desk, filing: str, tmp_path: Path) -> Path:
    path = tmp_path / "采集表.xlsx"
    desk.pane.intake.export(filing, path)
    desk.settle()
    return path


def read(desk: Desk, filing: str, path: Path) -> IntakeDialog:
    desk.pane.intake.read(filing, path)
    desk.settle()
    dialog = desk.pane.intake.dialog
    assert dialog is not None
    return dialog


def shown(dialog: IntakeDialog, column: int) -> list[str]:
    rows = range(dialog.model.rowCount())
    for row in rows:
        dialog.model.cell(row, column)
    dialog.model._ask()
    return [cell.first for row in rows if (cell := dialog.model.cell(row, column))]


def test_the_menu_offers_it_while_the_form_can_change(desk: Desk, filing: str) -> None:
    offers = {"Export the intake workbook…", "Read an intake workbook back…"}
    assert offers <= set(menu_words(desk))
    desk.show(desk.filing(S.AUTHORITY_REVIEW))
    assert not offers & set(menu_words(desk))


def test_the_files_are_asked_for(desk: Desk, filing: str) -> None:
    view = desk.pane.view
    assert view is not None
    for ask in (
        lambda: desk.pane.intake.ask_where(view),
        lambda: desk.pane.intake.ask_which(filing),
    ):
        ask()
        dialog = desk.pane.findChild(QFileDialog)
        assert dialog is not None
        assert dialog.nameFilters() == ["Excel (*.xlsx)"]
        dialog.reject()
        desk.qtbot.waitUntil(lambda: desk.pane.findChild(QFileDialog) is None)


def test_what_is_ticked_is_taken(desk: Desk, filing: str, book: Path) -> None:
    assert str(book) in desk.pane.tabs.strip.text()
    fill(book, {NAME: "云朵小铺", ADDRESS: None, MOBILE: "+86 138 0000 1234", "province": "火星"})
    dialog = read(desk, filing, book)
    assert [it.path for it in dialog.chosen] == [MOBILE, NAME]
    assert dialog.act_button.text() == "Take 2 value(s)"
    assert "138****1234" in shown(dialog, 3)
    assert not dialog.faults.isHidden()
    dialog.model.set_checked([MOBILE], False)
    dialog.act_button.click()
    desk.settle()
    assert desk.pane.intake.dialog is None
    assert desk.value(filing, NAME) == "云朵小铺"
    assert desk.value(filing, MOBILE) != "13800001234"
    assert desk.value(filing, ADDRESS)
    assert "1" in desk.pane.tabs.strip.text()


def test_a_colleague_who_was_faster_is_shown_and_nothing_is_taken(
    desk: Desk, filing: str, book: Path
) -> None:
    fill(book, {NAME: "云朵小铺", ADDRESS: "新街 1 号"})
    dialog = read(desk, filing, book)
    desk.colleague(edit_form, filing, {NAME: "同事的名"})
    dialog.act_button.click()
    desk.settle()
    assert desk.pane.intake.dialog is dialog
    assert not dialog.strip.isHidden()
    assert desk.value(filing, ADDRESS) != "新街 1 号"
    assert [it.path for it in dialog.chosen] == [ADDRESS]
    assert "同事的名" in shown(dialog, 2)
    dialog.model.set_checked([NAME], True)
    dialog.act_button.click()
    desk.settle()
    assert desk.value(filing, NAME) == "云朵小铺"


def test_a_book_that_changes_nothing_and_one_that_is_none(
    desk: Desk, filing: str, book: Path
) -> None:
    dialog = read(desk, filing, book)
    assert dialog.act_button.isHidden()
    assert dialog.list.isHidden()
    dialog.reject()
    desk.settle()
    assert desk.pane.intake.dialog is None
    book.write_bytes(b"noise")
    desk.pane.intake.read(filing, book)
    desk.settle()
    assert desk.pane.intake.dialog is None
    assert "Excel" in desk.pane.tabs.strip.text()
