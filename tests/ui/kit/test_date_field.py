"""Days, typed in any of the usual ways."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.date_field import DateField, iso_date

Shown = Callable[[QWidget], QWidget]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-18", "2026-03-18"),
        ("2026.3.8", "2026-03-08"),
        ("20260318", "2026-03-18"),
        (" 2026年3月18日 ", "2026-03-18"),
        ("2026/12/1", "2026-12-01"),
        ("2026-02-30", None),
        ("18-03-2026", None),
        ("明天", None),
        ("", None),
    ],
)
def test_days_are_read_in_the_usual_ways(typed: str, day: str | None) -> None:
    assert iso_date(typed) == day


def test_a_day_is_tidied_and_nonsense_is_kept(qtbot: QtBot, shown: Shown) -> None:
    field = DateField("有效期至", long_term="long_term")
    shown(field)
    qtbot.keyClicks(field.edit, "2026.3.8")
    with qtbot.waitSignal(field.committed):
        field.commit()
    assert field.edit.text() == "2026-03-08"
    field.edit.clear()
    qtbot.keyClicks(field.edit, "2026-13-01")
    with qtbot.assertNotEmitted(field.committed):
        field.commit()
    assert field.edit.text() == "2026-13-01"
    assert "2026-13-01" in field.edit.accessibleDescription()
    field.edit.setText("长期")
    assert field.value() == "long_term"
