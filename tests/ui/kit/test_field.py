"""The frame of fields: findings that are seen and heard, and names for readers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.choices_field import ChoicesField
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.date_field import DateField
from butler_desktop.ui.kit.field import Field, FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.masked_field import MaskedField
from butler_desktop.ui.kit.text_field import TextField
from butler_desktop.ui.theme import LIGHT

Shown = Callable[[QWidget], QWidget]
Colours = Callable[[QWidget], set[str]]


def test_a_finding_is_seen_heard_and_mended(qtbot: QtBot, colours: Colours, shown: Shown) -> None:
    field = LineField("网站名称")
    shown(field)
    field.set_value("云杉平台")
    before = field.sizeHint().height()
    field.set_finding(FieldFinding("amber", "名称含“平台”", (("rename", "改名"),)))
    assert field.sizeHint().height() > before
    assert field.edit.accessibleDescription() == "名称含“平台”"
    assert LIGHT.amber.text in colours(field)
    with qtbot.waitSignal(field.link_clicked) as clicked:
        link = next(w for w in field.findChildren(QWidget) if w.accessibleName() == "改名")
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert clicked.args == ["rename"]
    field.set_finding(None)
    assert field.sizeHint().height() == before


@pytest.mark.parametrize(
    "field",
    [
        lambda: LineField("名称"),
        lambda: ComboField("名称", [("a", "甲")]),
        lambda: TextField("名称"),
        lambda: DateField("名称"),
        lambda: MaskedField("名称"),
        lambda: ChoicesField("名称", [("a", "甲")]),
    ],
)
def test_a_field_is_reached_by_its_label(field: Callable[[], Field], shown: Shown) -> None:
    made = shown(field())
    receiver = made.focusProxy()
    assert receiver is not None
    assert receiver.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert made.label == "名称"
    made.set_label("新名称")
    assert made.label == "新名称"
