from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from butler_desktop.services.materials_view import MaterialsView
from butler_desktop.ui.detail.assign_dialog import AssignDialog


def test_what_is_left_out_is_not_attached(
    qtbot: QtBot, materials: Callable[..., MaterialsView]
) -> None:
    dialog = AssignDialog(materials(), [Path("a.jpg"), Path("b.jpg")])
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.act_button.isEnabled()
    combo = dialog.fields[0].combo
    combo.setCurrentIndex(combo.findData("plan"))
    combo.activated.emit(combo.currentIndex())
    assert dialog.act_button.isEnabled()
    with qtbot.waitSignal(dialog.assigned) as told:
        qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert told.args == [[("plan", Path("a.jpg"))]]
    assert not dialog.isVisible()


def test_what_is_missing_is_offered_first(
    qtbot: QtBot, materials: Callable[..., MaterialsView]
) -> None:
    dialog = AssignDialog(materials(), [Path("a.jpg")])
    qtbot.addWidget(dialog)
    combo = dialog.fields[0].combo
    offered = [combo.itemData(at) for at in range(combo.count())]
    assert offered[:2] == ["id_front", "commitment"]
    assert set(offered) == {row.kind for row in materials().rows}
