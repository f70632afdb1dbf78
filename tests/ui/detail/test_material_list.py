from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from butler_desktop.domain.verdict import Verdict
from butler_desktop.services.materials_view import MaterialsView
from butler_desktop.ui.detail.fold_button import FoldButton
from butler_desktop.ui.detail.material_list import MaterialList
from butler_desktop.ui.detail.material_row import MaterialRowView
from butler_desktop.ui.detail.verdict_look import VERDICT_LOOK
from butler_desktop.ui.kit import icons
from butler_desktop.ui.look import look
from butler_desktop.words import Words

Views = Callable[..., MaterialsView]


@pytest.fixture
def papers(qtbot: QtBot, scans: Any, materials: Views) -> MaterialList:
    made = MaterialList(scans)
    qtbot.addWidget(made)
    made.resize(519, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_materials(materials())
    return made


def kinds(papers: MaterialList) -> list[str]:
    return [view.row.kind for view in papers.views()]


def chosen_row(papers: MaterialList) -> MaterialRowView:
    return next(it for it in papers.views() if it.row.kind == papers.chosen_kind())


def test_arrows_move_along_what_can_be_seen(papers: MaterialList, qtbot: QtBot) -> None:
    chosen: list[str] = []
    papers.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_K):
        qtbot.keyClick(chosen_row(papers), key)
    assert chosen == ["plan", "commitment", "plan", "id_front"]
    qtbot.keyClick(chosen_row(papers), Qt.Key.Key_Up)
    qtbot.keyClick(chosen_row(papers), Qt.Key.Key_Up)
    assert papers.chosen_kind() == "sponsor_cert"


def test_one_row_is_reached_by_tab(papers: MaterialList) -> None:
    stops = [it.row.kind for it in papers.views() if it.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [papers.chosen_kind()]


def test_a_click_chooses_and_a_double_click_opens(papers: MaterialList, qtbot: QtBot) -> None:
    opened: list[str] = []
    papers.opened.connect(opened.append)
    view = papers.views()[0]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    assert papers.chosen_kind() == "sponsor_cert"
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert opened == ["sponsor_cert"]


def test_the_menu_is_asked_for_by_mouse_and_key(papers: MaterialList, qtbot: QtBot) -> None:
    asked: list[str] = []
    papers.menu_wanted.connect(lambda kind, _at: asked.append(kind))
    view = papers.views()[0]
    QApplication.sendEvent(
        view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    )
    qtbot.keyClick(chosen_row(papers), Qt.Key.Key_Menu)
    assert asked == ["sponsor_cert", "sponsor_cert"]


def test_what_is_not_asked_for_is_folded_with_its_reason(
    papers: MaterialList, qtbot: QtBot
) -> None:
    assert "legal_rep_id" not in kinds(papers)
    first, second = papers.findChildren(FoldButton)
    assert first.isVisible()
    assert not second.isVisible()  # the one that is not needed is told in words
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert kinds(papers) == ["sponsor_cert", "id_front", "legal_rep_id", "plan", "commitment"]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert "legal_rep_id" not in kinds(papers)


def test_going_to_a_folded_paper_unfolds_it(papers: MaterialList) -> None:
    papers.choose("legal_rep_id")
    assert papers.chosen_kind() == "legal_rep_id"
    assert "legal_rep_id" in kinds(papers)


def test_a_paper_that_is_not_listed_is_not_chosen(papers: MaterialList) -> None:
    papers.choose("app_icon")
    assert papers.chosen_kind() == "id_front"


def test_papers_come_and_go_with_the_form(
    papers: MaterialList, materials: Views, qtbot: QtBot
) -> None:
    view = materials()
    papers.show_materials(replace(view, groups=view.groups[1:]))
    assert kinds(papers) == ["plan", "commitment"]
    assert papers.chosen_kind() == "commitment"
    papers.show_materials(view)
    assert kinds(papers) == ["sponsor_cert", "id_front", "plan", "commitment"]


def test_a_thumbnail_is_drawn_once_for_each_file(
    papers: MaterialList, materials: Views, material: Any, scans: Any
) -> None:
    assert scans.thumbnails == ["m1", "m3", "m4"]
    papers.show_materials(materials())
    assert scans.thumbnails == ["m1", "m3", "m4"]
    view = materials()
    licence = replace(view.groups[0].rows[0], files=(material("m9"),))
    rows = (licence, *view.groups[0].rows[1:])
    papers.show_materials(replace(view, groups=(replace(view.groups[0], rows=rows),)))
    assert scans.thumbnails[3:] == ["m9"]


def test_a_row_is_read_as_a_sentence(papers: MaterialList) -> None:
    assert papers.views()[0].accessibleName() == "合格, 营业执照, 营业执照的理由"


def test_long_names_are_elided_not_wrapped(papers: MaterialList, qtbot: QtBot) -> None:
    view = papers.views()[0]
    view.show_row(
        replace(view.row, words=Words("很长的名称" * 40, "x"), second=Words("长" * 200, ""))
    )
    view.grab()
    assert view.height() == view.sizeHint().height()
    assert "很长的名称" in view.toolTip()


def test_every_verdict_has_a_tint_and_a_shipped_icon() -> None:
    assert VERDICT_LOOK.keys() == set(Verdict)
    for tint, icon in VERDICT_LOOK.values():
        assert look().theme.tint(tint)
        assert icons.source(icon)
