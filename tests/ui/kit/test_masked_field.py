"""Personal numbers: shown when asked for, and not for long."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.masked_field import SHOWN_FOR, MaskedField

Shown = Callable[[QWidget], QWidget]


def test_a_personal_number_is_shown_for_twenty_seconds_only(qtbot: QtBot, shown: Shown) -> None:
    field = MaskedField("身份证号码")
    shown(field)
    field.set_masked("3301**********1234")
    assert field.edit.isReadOnly()
    eye = next(w for w in field.edit.findChildren(QWidget) if w.isVisible())
    with qtbot.waitSignal(field.reveal_wanted):
        qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert "0101" not in field.value()
    field.reveal("330106199001011234")
    assert field.value() == "330106199001011234"
    assert not field.edit.isReadOnly()
    assert field.clock.interval() == SHOWN_FOR == 20_000
    with qtbot.waitSignal(field.hidden):
        field.clock.timeout.emit()
    assert field.value() == "3301**********1234"
    assert not field.is_revealed


def test_a_changed_personal_number_is_saved_before_it_is_hidden(qtbot: QtBot, shown: Shown) -> None:
    field = MaskedField("手机号码")
    shown(field)
    field.set_masked("138****1234")
    field.reveal("13800001234")
    sent: list[str] = []
    field.committed.connect(lambda: sent.append(field.value()))
    field.edit.clear()
    qtbot.keyClicks(field.edit, "13900005678")
    field.hide_value()
    assert sent == ["13900005678"]


def test_an_empty_personal_number_can_be_typed_at_once(qtbot: QtBot, shown: Shown) -> None:
    field = MaskedField("手机号码")
    shown(field)
    field.set_masked("")
    assert not field.edit.isReadOnly()
    field.set_read_only(True)
    assert field.edit.isReadOnly()
    assert field.edit.locked
