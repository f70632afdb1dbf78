"""Submission pictures from the window: of one paper or all, into a folder, in the background."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from butler_desktop.domain.material import Material
from butler_desktop.domain.role import Role
from butler_desktop.services.materials import attach_material
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.pictures_desk import PicturesDesk
from tests.ui.detail.desk import Desk

SCANS = Path(__file__).resolve().parents[2] / "data" / "scans"


@pytest.fixture
def material(desk: Desk) -> Material:
    filing = desk.filing(form="F01")
    made = attach_material(desk.workspace, filing, "sponsor_cert", SCANS / "rotated-by-exif.jpg")
    attach_material(desk.workspace, filing, "domain_cert", SCANS / "two-pages.pdf")
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.MATERIALS)
    desk.settle()
    return made


def pictures(desk: Desk) -> PicturesDesk:
    found: PicturesDesk = desk.pane.tabs.materials.pictures
    return found


@pytest.mark.parametrize(("every", "files"), [(False, 1), (True, 3)])
def test_they_are_written_where_one_says(
    desk: Desk, material: Material, tmp_path: Path, every: bool, files: int
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    pictures(desk).ask_which(material)
    dialog = pictures(desk).dialog
    assert dialog is not None
    dialog.mark.setChecked(True)
    (dialog.every if every else dialog.act_button).click()
    asked = desk.pane.tabs.materials.tab.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(out))
    asked.reject()
    desk.settle()
    assert len(list(out.iterdir())) == files
    assert str(out) in desk.pane.tabs.materials.tab.strip.text()
    assert (
        desk.workspace.blobs.read(material.sha256) == (SCANS / "rotated-by-exif.jpg").read_bytes()
    )


def test_what_goes_wrong_is_said(desk: Desk, material: Material, tmp_path: Path) -> None:
    pictures(desk).export(material.filing_id, tmp_path / "gone", material.id)
    desk.settle()
    assert "gone" in desk.pane.tabs.materials.tab.strip.text()


@pytest.mark.parametrize(("kind", "offered"), [("sponsor_cert", 1), ("subject_pic_id", 0)])
def test_a_paper_with_a_file_offers_it(
    desk: Desk, material: Material, kind: str, offered: int
) -> None:
    tab = desk.pane.tabs.materials.tab
    tab._show_menu(kind, QPoint(0, 0))
    (menu,) = tab.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    found = [it for it in menu.actions() if it.text() == "Export submission pictures…"]
    menu.close()
    assert len(found) == offered
    for action in found:
        action.trigger()
        dialog = pictures(desk).dialog
        assert dialog is not None
        dialog.reject()
    desk.settle()


def test_the_menu_of_the_filing_exports_all_papers(
    desk: Desk, material: Material, tmp_path: Path
) -> None:
    desk.pane.tabs.go_to(Tab.FORM)
    desk.pane._show_menu(QPoint(0, 0))
    (menu,) = desk.pane.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert desk.pane.acts["pictures"] in menu.actions()
    menu.close()
    desk.pane.acts["pictures"].trigger()
    dialog = desk.pane.pictures.dialog
    assert dialog is not None
    assert dialog.act_button.text() == "All papers of the filing…"
    dialog.act_button.click()
    asked = desk.pane.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "out"))
    asked.reject()
    desk.settle()
    assert "out" in desk.pane.tabs.strip.text()  # it is not there: said where one is
    (tmp_path / "out").mkdir()
    desk.pane.pictures.export(material.filing_id, tmp_path / "out")
    desk.settle()
    assert len(list((tmp_path / "out").iterdir())) == 3
    assert str(tmp_path / "out") in desk.pane.tabs.strip.text()


def test_it_is_offered_once_there_is_a_paper(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    assert not desk.pane.acts["pictures"].isEnabled()
    attach_material(desk.workspace, filing, "sponsor_cert", SCANS / "id-front.jpg")
    desk.pane.reload()
    desk.settle()
    assert desk.pane.acts["pictures"].isEnabled()
    assert desk.pane.view is not None
    desk.pane._arrived(replace(desk.pane.view, role=Role.AUDITOR))
    assert not desk.pane.acts["pictures"].isEnabled()
