"""Lines of text: when they save, and what they keep while someone types."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.line_field import LineField

Shown = Callable[[QWidget], QWidget]
Compose = Callable[[QWidget, str], None]


def test_a_line_saves_once_when_it_is_left(qtbot: QtBot, shown: Shown, compose: Compose) -> None:
    field = LineField("网站名称")
    shown(field)
    field.set_value("云杉")
    sent: list[str] = []
    field.committed.connect(lambda: sent.append(field.value()))
    field.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    compose(field.edit, "智造")
    assert field.value() == "智造云杉" or field.value() == "云杉智造"
    field.edit.clearFocus()
    field.commit()
    assert sent == [field.value()]


def test_a_line_saves_a_second_after_the_last_key(qtbot: QtBot, shown: Shown) -> None:
    field = LineField("域名")
    shown(field)
    with qtbot.waitSignal(field.committed, timeout=3000):
        qtbot.keyClicks(field.edit, "yunshan.example")
    assert field.value() == "yunshan.example"


def test_what_is_being_typed_is_not_taken_away(qtbot: QtBot, shown: Shown) -> None:
    field = LineField("域名")
    shown(field)
    qtbot.keyClicks(field.edit, "mine")
    field.set_value("theirs")
    field.set_note("周启明 10:40 改过")
    assert field.value() == "mine"
    field.commit()
    field.set_value("theirs")
    assert field.value() == "theirs"


def test_an_unchanged_value_is_not_saved(qtbot: QtBot, shown: Shown) -> None:
    field = LineField("域名")
    shown(field)
    field.set_value("a")
    with qtbot.assertNotEmitted(field.committed):
        field.commit()
