"""Letters from the window: which, what is lacking with the way there, as PDF or Word file."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from butler_desktop.domain.role import Role
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.letters import LetterFormat
from butler_desktop.services.materials_view import materials_view
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.letters_dialog import LettersDialog
from butler_desktop.ui.detail.material_row import MaterialRowView
from tests.documents.letter_papers import docx_text
from tests.documents.paper_reading import page_texts
from tests.ui.detail.desk import Desk

COMMITMENT = "filing_commitment"


@pytest.fixture
def filing(desk: Desk) -> str:
    filing = desk.filing(form="F01")
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.MATERIALS)
    desk.settle()
    return filing


def row(desk: Desk, kind: str) -> MaterialRowView:
    views = desk.pane.tabs.materials.tab.list.views()
    return next(view for view in views if view.row.kind == kind)


def dialog_of(desk: Desk) -> LettersDialog:
    desk.settle()
    dialog = desk.pane.letters.dialog
    assert dialog is not None
    return dialog


def choose(dialog: LettersDialog, template: str) -> None:
    combo = dialog.which.combo
    combo.setCurrentIndex(combo.findData(template))
    combo.activated.emit(combo.currentIndex())


def close(desk: Desk) -> None:
    dialog_of(desk).reject()
    desk.settle()


def test_a_paper_that_can_be_drafted_offers_it(desk: Desk, filing: str) -> None:
    assert not row(desk, COMMITMENT).draft.isHidden()
    assert row(desk, "sponsor_cert").draft.isHidden()
    row(desk, COMMITMENT).draft.click()
    dialog = dialog_of(desk)
    assert dialog.offer is not None
    assert dialog.offer.template.id == "filing-commitment-shanghai"
    assert dialog.act_button.isEnabled()
    assert dialog.word.isEnabled()
    assert dialog.links == []
    assert "QC-P, RW" in dialog.source.text()
    close(desk)


@pytest.mark.parametrize("form", LetterFormat)
def test_it_is_written_where_one_says_and_nothing_is_attached(
    desk: Desk, filing: str, tmp_path: Path, form: LetterFormat
) -> None:
    row(desk, COMMITMENT).draft.click()
    dialog = dialog_of(desk)
    (dialog.act_button if form is LetterFormat.PDF else dialog.word).click()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert asked.defaultSuffix() == str(form)
    asked.close()
    target = tmp_path / f"承诺书.{form}"
    asked.fileSelected.emit(str(target))
    desk.settle()
    data = target.read_bytes()
    said = "".join(page_texts(data)) if form is LetterFormat.PDF else docx_text(data)
    assert "上海市互联网信息服务备案承诺书" in said
    assert str(target) in dialog.strip.text()
    view = desk.saved(filing)
    assert view.materials == ()
    assert view.history[0].words.zh == "生成文书"
    close(desk)


def test_what_is_missing_is_a_link_to_its_field(desk: Desk, filing: str) -> None:
    values = {"service_pic.is_legal_rep": False, "service_pic.id_number": "110105199003078515"}
    desk.colleague(edit_form, filing, values)
    desk.pane.reload()
    desk.settle()
    desk.pane.draft_letter("auth_service")
    dialog = dialog_of(desk)
    assert [link.text() for link in dialog.links] == ["缺少网站负责人职务"]
    assert not dialog.act_button.isEnabled()
    assert not dialog.word.isEnabled()
    dialog.links[0].clicked.emit()
    desk.settle()
    assert desk.pane.letters.dialog is None
    assert desk.pane.tab is Tab.FORM
    assert desk.editor("service_pic.title").widget.isVisible()


def test_what_the_province_does_not_take_says_why(desk: Desk) -> None:
    filing = desk.filing(form="F18")  # Hubei
    desk.show(filing)
    desk.pane.draft_letter("not_involved_commitment")
    dialog = dialog_of(desk)
    assert "湖北不接受不涉及承诺书" in dialog.strip.text()
    assert not dialog.act_button.isEnabled()
    choose(dialog, "filing-commitment")
    assert dialog.act_button.isEnabled()
    assert dialog.strip.isHidden()
    close(desk)


def test_a_place_that_cannot_be_written_is_said(desk: Desk, filing: str, tmp_path: Path) -> None:
    desk.pane.draft_letter()
    dialog = dialog_of(desk)
    assert dialog.offer is not None
    target = tmp_path / "not there" / "a.pdf"
    desk.pane.letters.export(filing, dialog.offer, LetterFormat.PDF, target)
    desk.settle()
    assert "写不了" in dialog.strip.text()
    close(desk)


def test_letters_of_papers_that_are_not_listed_are_in_the_tab_and_the_menu(
    desk: Desk, filing: str
) -> None:
    button = desk.pane.tabs.materials.tab.letters
    assert not button.isHidden()
    button.click()
    dialog = dialog_of(desk)
    choices = [dialog.which.combo.itemData(n) for n in range(dialog.which.combo.count())]
    assert "construction-plan" in choices
    close(desk)
    desk.pane._show_menu(QPoint(0, 0))
    (menu,) = desk.pane.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert desk.pane.acts["letters"] in menu.actions()
    menu.close()
    desk.pane.acts["letters"].trigger()
    close(desk)


def test_an_attached_paper_keeps_it_in_its_menu_only(desk: Desk, filing: str) -> None:
    view = row(desk, COMMITMENT)
    tab = desk.pane.tabs.materials.tab
    tab._show_menu(COMMITMENT, QPoint(0, 0))
    (menu,) = tab.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (action,) = [it for it in menu.actions() if it.text() == "Draft this letter…"]
    menu.close()
    action.trigger()
    close(desk)
    assert view.draft.geometry().right() < view.width()


def test_who_only_looks_is_offered_none(desk: Desk, filing: str) -> None:
    looks = replace(desk.workspace, role=Role.AUDITOR)
    with looks.reading() as work:
        view = filing_view(work, filing)
    assert view.letters == frozenset()
    assert not materials_view(view).has_letters
    assert not any(row.has_letter for row in materials_view(view).rows)
