"""Moments: shown as people say them, typed as people write them."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.ui.detail.time_field import MomentEdit, TimeField, written
from tests.builders import NOW


@pytest.fixture
def field(qtbot: QtBot) -> TimeField:
    made = TimeField("时间", NOW)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_moment_that_was_not_touched_is_kept_to_the_second(field: TimeField) -> None:
    exact = NOW + timedelta(seconds=17)
    field.set_value(exact)
    assert field.edit.moment() == exact
    assert field.value() == exact.isoformat()


def test_now_is_marked(field: TimeField) -> None:
    field.set_value(NOW)
    assert field.edit._unit
    field.set_value(NOW + timedelta(hours=1))
    assert not field.edit._unit


def test_typing_is_read(field: TimeField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "2026-03-20 18:00")
    assert field.edit.moment() is not None
    assert field.value().startswith("2026-03-20T10:00")


def test_what_is_no_time_is_told_when_it_is_left(field: TimeField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "soon")
    field.edit.left.emit()
    assert field._finding.isVisible()
    assert field.value() == "soon"
    field.edit.clear()
    field.edit.left.emit()
    assert not field._finding.isVisible()


@pytest.mark.parametrize("days", range(-3, 4))
def test_what_is_written_is_read_back(qtbot: QtBot, days: int) -> None:
    at = NOW + timedelta(days=days, hours=1)
    edit = MomentEdit(NOW)
    qtbot.addWidget(edit)
    edit.setText(written(at, NOW))
    assert edit.moment() == at
