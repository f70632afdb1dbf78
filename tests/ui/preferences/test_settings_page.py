"""The settings page: what is changed is told at once, and when it will be in force."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from butler_desktop.settings import Settings
from butler_desktop.storage.workspace import open_workspace
from butler_desktop.ui.background import Background
from butler_desktop.ui.preferences.settings_page import SettingsPage


@pytest.fixture
def background(tmp_path: Path, qtbot: QtBot) -> Iterator[Background]:
    made = Background(lambda: open_workspace(tmp_path / "b.db", actor="林晓雯", station="test"))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, background: Background) -> Iterator[SettingsPage]:
    made = SettingsPage(Settings(butler="林晓雯", scheme="light"), "butler.db", background)
    qtbot.addWidget(made)
    made.resize(1232, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def test_colours_are_told_at_once_and_need_no_new_start(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.changed) as changed:
        qtbot.keyClick(page.scheme.combo, Qt.Key.Key_Down)
        page.scheme.commit()
    assert changed.args[0].scheme == "dark"
    assert not page.strip.isVisible()


def test_another_language_is_said_to_need_a_new_start(qtbot: QtBot, page: SettingsPage) -> None:
    told: list[Settings] = []
    page.changed.connect(told.append)
    qtbot.keyClick(page.language.combo, Qt.Key.Key_Down)
    page.language.commit()
    assert [settings.language for settings in told] == ["en"]
    assert page.strip.isVisible()
    qtbot.keyClick(page.language.combo, Qt.Key.Key_Up)
    page.language.commit()
    assert told[-1].language == "zh_CN"
    assert not page.strip.isVisible()


def test_the_name_is_kept(qtbot: QtBot, page: SettingsPage) -> None:
    page.butler.edit.setFocus()
    page.butler.edit.selectAll()
    qtbot.keyClicks(page.butler.edit, "He Jia")
    with qtbot.waitSignal(page.changed) as changed:
        qtbot.keyClick(page.butler.edit, Qt.Key.Key_Return)
    assert changed.args[0].butler == "He Jia"
    assert page.strip.isVisible()


def test_where_the_data_lies_can_be_read_and_not_changed(page: SettingsPage) -> None:
    assert page.database.value() == "butler.db"
    assert page.database.edit.isReadOnly()


def test_an_address_is_shown_as_people_read_it(qtbot: QtBot, background: Background) -> None:
    page = SettingsPage(Settings(), "postgresql://%E6%9E%97@db.example/team", background)
    qtbot.addWidget(page)
    assert page.database.value() == "postgresql://林@db.example/team"
    assert [it.value() for it in page.shared.fields] == ["db.example", "team", "林", ""]


def test_reminder_times_are_hours_and_nothing_else(qtbot: QtBot, page: SettingsPage) -> None:
    assert page.reminders.value() == "24, 4, 1"
    page.reminders.edit.setFocus()
    page.reminders.edit.selectAll()
    qtbot.keyClicks(page.reminders.edit, "soon")
    with qtbot.assertNotEmitted(page.changed):
        qtbot.keyClick(page.reminders.edit, Qt.Key.Key_Return)
    assert page.reminders.edit.accessibleDescription()
    with qtbot.waitSignal(page.changed) as changed:
        page.reminders.edit.selectAll()
        qtbot.keyClicks(page.reminders.edit, "2, 48")
        qtbot.keyClick(page.reminders.edit, Qt.Key.Key_Return)
    assert changed.args[0].reminder_hours == (48, 2)
    assert page.reminders.value() == "48, 2"
    assert page.strip.isVisible()


def test_the_certificate_is_kept_where_it_is_there(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    told: list[Settings] = []
    page.changed.connect(told.append)
    page.certificate.edit.setText(str(tmp_path / "none.p12"))
    page.certificate.edited.emit()
    page.certificate.commit()
    assert told == []
    file = tmp_path / "company.p12"
    file.write_bytes(b"")
    page.certificate.edit.setText(str(file))
    page.certificate.edited.emit()
    page.certificate.commit()
    assert [settings.certificate for settings in told] == [str(file)]
    assert page.strip.isVisible()
