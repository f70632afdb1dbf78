"""Several lines: they grow to six."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.text_field import TextField

Shown = Callable[[QWidget], QWidget]
Compose = Callable[[QWidget, str], None]


def test_text_grows_to_six_lines_and_no_further(qtbot: QtBot, shown: Shown) -> None:
    field = TextField("沟通内容")
    shown(field)
    heights = []
    for count in (1, 3, 6, 12):
        field.set_value("\n".join("行" * count))
        heights.append(field.lines.sizeHint().height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_showing_a_saved_text_is_no_edit(qtbot: QtBot, shown: Shown, compose: Compose) -> None:
    field = TextField("沟通内容")
    shown(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value("已接通")
    with qtbot.waitSignal(field.committed, timeout=3000):
        compose(field.lines, "，约周五")
