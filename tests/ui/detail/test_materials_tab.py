from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.domain.material import Material
from butler_desktop.errors import DocumentFailed
from butler_desktop.services.materials_view import MaterialsView
from butler_desktop.ui.detail.assign_dialog import AssignDialog
from butler_desktop.ui.detail.material_menu import MaterialMenu
from butler_desktop.ui.detail.material_row import MaterialRowView
from butler_desktop.ui.detail.materials_tab import MaterialsTab
from butler_desktop.words import Words

Views = Callable[..., MaterialsView]
Drag = Callable[..., QMimeData]
PICTURES = "Export submission pictures…"


# Said by the screenless platform of every menu.
with_a_menu = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def tab(qtbot: QtBot, scans: Any, materials: Views) -> MaterialsTab:
    made = MaterialsTab(scans)
    qtbot.addWidget(made)
    made.resize(1390, 620)
    made.show()
    qtbot.waitExposed(made)
    made.show_materials(materials())
    return made


def heard(tab: MaterialsTab) -> list[tuple[str, ...]]:
    """What the tab asks for from now on, in plain words."""
    told: list[tuple[str, ...]] = []

    def plain(it: object) -> str:
        return it.id if isinstance(it, Material) else getattr(it, "name", str(it))

    for name in ("attach", "replace", "withdraw", "rescan", "open"):
        signal = getattr(tab, f"{name}_requested")
        signal.connect(lambda *given, name=name: told.append((name, *map(plain, given))))
    return told


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Drop a drag in the middle of ``target``; whether it was taken."""
    keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    spot, copy = target.rect().center(), Qt.DropAction.CopyAction
    entering = QDragEnterEvent(spot, copy, mime, left, keys)
    entering.ignore()
    QApplication.sendEvent(target, entering)
    if entering.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(spot), copy, mime, left, keys))
    return entering.isAccepted()


def row(tab: MaterialsTab, kind: str) -> MaterialRowView:
    return next(view for view in tab.list.views() if view.row.kind == kind)


def menu(tab: MaterialsTab) -> MaterialMenu:
    (found,) = [it for it in tab.findChildren(MaterialMenu) if it.isVisible()]
    return found


def words_of(menu: MaterialMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_it_opens_with_the_first_paper_that_leaves_something_to_do(tab: MaterialsTab) -> None:
    assert tab.list.chosen_kind() == "id_front"
    assert tab.viewer.material is not None
    assert tab.viewer.material.id == "m2"


def test_reading_anew_keeps_the_choice_and_the_sheet(
    tab: MaterialsTab, materials: Views, scans: Any
) -> None:
    tab.go_to("plan")
    tab.viewer.step(1)
    asked, drawn = len(scans.asked), len(scans.thumbnails)
    tab.show_materials(materials())
    assert tab.list.chosen_kind() == "plan"
    assert tab.viewer.page == 1
    assert (len(scans.asked), len(scans.thumbnails)) == (asked, drawn)


def test_another_filing_begins_anew(tab: MaterialsTab, materials: Views) -> None:
    tab.go_to("plan")
    tab.show_materials(materials(filing_id="f2"))
    assert tab.list.chosen_kind() == "id_front"


def test_only_the_unfinished_can_be_shown(tab: MaterialsTab, qtbot: QtBot) -> None:
    qtbot.mouseClick(tab._only, Qt.MouseButton.LeftButton)
    assert [view.row.kind for view in tab.list.views()] == ["id_front", "commitment"]
    qtbot.mouseClick(tab._only, Qt.MouseButton.LeftButton)
    kinds = [view.row.kind for view in tab.list.views()]
    assert kinds == ["sponsor_cert", "id_front", "plan", "commitment"]


def test_files_dropped_on_a_missing_paper_are_attached(
    tab: MaterialsTab, files_in_a_drag: Drag
) -> None:
    told = heard(tab)
    assert drop(row(tab, "commitment"), files_in_a_drag(Path("a.jpg"), Path("b.png")))
    assert told == [("attach", "commitment", "a.jpg"), ("attach", "commitment", "b.png")]
    assert tab.list.chosen_kind() == "commitment"


def test_a_file_dropped_on_a_sound_paper_is_added(tab: MaterialsTab, files_in_a_drag: Drag) -> None:
    told = heard(tab)
    drop(row(tab, "sponsor_cert"), files_in_a_drag(Path("page-2.jpg")))
    assert told == [("attach", "sponsor_cert", "page-2.jpg")]


def test_a_file_dropped_on_a_poor_one_takes_its_place(
    tab: MaterialsTab, materials: Views, material: Any, files_in_a_drag: Drag
) -> None:
    view = materials()
    poor = view.groups[0].rows[1]
    alone = replace(poor, files=poor.files[:1])
    rows = (view.groups[0].rows[0], alone)
    tab.show_materials(replace(view, groups=(replace(view.groups[0], rows=rows),)))
    told = heard(tab)
    drop(row(tab, "id_front"), files_in_a_drag(Path("new.jpg")))
    assert told == [("replace", "m2", "new.jpg")]
    told.clear()
    drop(tab.viewer, files_in_a_drag(Path("newer.jpg")))
    assert told == [("replace", "m2", "newer.jpg")]


def test_links_and_texts_are_not_taken(tab: MaterialsTab, files_in_a_drag: Drag) -> None:
    told = heard(tab)
    words = QMimeData()
    words.setText("id.jpg")
    for target in (row(tab, "commitment"), tab.zone, tab.viewer):
        assert not drop(target, words)
        assert not drop(target, files_in_a_drag("https://example.com/id.jpg"))
    assert told == []


def test_files_dropped_on_the_zone_are_sorted_first(
    tab: MaterialsTab, files_in_a_drag: Drag, qtbot: QtBot
) -> None:
    told = heard(tab)
    drop(tab.zone, files_in_a_drag(Path("营业执照.jpg"), Path("IMG_1.jpg"), Path("备案承诺书.png")))
    (dialog,) = tab.findChildren(AssignDialog)
    assert [field.value() for field in dialog.fields] == ["sponsor_cert", None, "commitment"]
    assert told == []
    dialog.fields[1].set_value("plan")
    dialog.fields[1].commit()
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert told == [
        ("attach", "sponsor_cert", "营业执照.jpg"),
        ("attach", "plan", "IMG_1.jpg"),
        ("attach", "commitment", "备案承诺书.png"),
    ]


def test_a_file_without_a_telling_name_is_offered_to_the_missing_paper_in_hand(
    tab: MaterialsTab, files_in_a_drag: Drag
) -> None:
    tab.go_to("commitment")
    drop(tab.zone, files_in_a_drag(Path("IMG_1.jpg")))
    (dialog,) = tab.findChildren(AssignDialog)
    assert [field.value() for field in dialog.fields] == ["commitment"]
    dialog.reject()


def test_files_can_be_chosen_with_the_keyboard(
    tab: MaterialsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    told = heard(tab)
    tab.go_to("commitment")
    qtbot.keyClick(row(tab, "commitment"), Qt.Key.Key_Return)
    (dialog,) = tab.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(tmp_path / "signed.jpg")])
    dialog.reject()
    assert told == [("attach", "commitment", "signed.jpg")]


def test_a_replacement_is_chosen_from_the_strip(
    tab: MaterialsTab, qtbot: QtBot, tmp_path: Path
) -> None:
    told = heard(tab)
    assert tab.viewer.strip.isVisible()
    tab.viewer.strip.acted.emit("rescan")
    tab.viewer.strip.acted.emit("replace")
    (dialog,) = tab.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "sharp.jpg"))
    dialog.reject()
    assert told == [("rescan", "id_front"), ("replace", "m2", "sharp.jpg")]


def test_delete_takes_away_the_file_that_is_looked_at(tab: MaterialsTab, qtbot: QtBot) -> None:
    told = heard(tab)
    tab.viewer.step(1)
    qtbot.keyClick(row(tab, "id_front"), Qt.Key.Key_Delete)
    tab.go_to("commitment")
    qtbot.keyClick(row(tab, "commitment"), Qt.Key.Key_Delete)
    assert told == [("withdraw", "m3")]


@with_a_menu
def test_the_menu_offers_what_can_be_done(
    tab: MaterialsTab, materials: Views, qtbot: QtBot
) -> None:
    told = heard(tab)
    tab.list.menu_wanted.emit("commitment", QPoint())
    assert words_of(menu(tab)) == ["Choose files", "Ask for a new scan"]
    menu(tab).close()
    tab.list.menu_wanted.emit("id_front", QPoint())
    opened = menu(tab)
    assert words_of(opened) == [
        "Open with another program",
        PICTURES,
        "Choose files",
        "Ask for a new scan",
        "Replace the file",
        "Remove",
    ]
    for place in (0, 3, -1):
        opened.actions()[place].trigger()
    opened.close()
    assert told == [("open", "m2"), ("rescan", "id_front"), ("withdraw", "m2")]


@with_a_menu
def test_a_filing_that_is_locked_is_only_looked_at(
    tab: MaterialsTab, materials: Views, files_in_a_drag: Drag, qtbot: QtBot
) -> None:
    tab.show_materials(materials(editable=False))
    told = heard(tab)
    assert not tab.zone.isVisible()
    assert not drop(row(tab, "commitment"), files_in_a_drag(Path("a.jpg")))
    assert not drop(tab.viewer, files_in_a_drag(Path("a.jpg")))
    tab.list.setFocus()
    qtbot.keyClick(row(tab, "id_front"), Qt.Key.Key_Delete)
    tab.choose_files("commitment")
    assert tab.findChildren(QFileDialog) == []
    tab.list.menu_wanted.emit("id_front", QPoint())
    assert words_of(menu(tab)) == ["Open with another program", PICTURES]
    menu(tab).close()
    assert told == []


def test_a_refused_file_is_told_above_the_list(tab: MaterialsTab, materials: Views) -> None:
    assert not tab.strip.isVisible()
    refused = DocumentFailed(
        Words("PDF 设有密码，打不开。", "The PDF is locked."),
        Words("请客户发送没有密码的版本。", "Ask for another."),
    )
    tab.show_refusal("plan.pdf", refused)
    assert tab.strip.isVisible()
    assert tab.strip.text() == "PDF 设有密码，打不开。请客户发送没有密码的版本。"
    assert tab.strip.accessibleName().startswith("plan.pdf")
    tab.show_materials(materials(filing_id="f2"))
    assert not tab.strip.isVisible()


def test_where_it_is_narrow_the_scan_lies_under_the_list(tab: MaterialsTab) -> None:
    assert tab.splitter.orientation() is Qt.Orientation.Horizontal
    tab.resize(600, 560)
    assert tab.width() == 600
    assert tab.splitter.orientation() is Qt.Orientation.Vertical
    tab.resize(1200, 560)
    assert tab.splitter.orientation() is Qt.Orientation.Horizontal


def test_the_card_of_an_act_lies_above_the_list(tab: MaterialsTab) -> None:
    card = QWidget()
    card.setFixedHeight(50)
    tab.take_card(card)
    assert card.isVisible()
    assert card.mapToGlobal(QPoint()).y() < tab.list.mapToGlobal(QPoint()).y()
    tab.take_card(None)
    assert not card.isVisible()
