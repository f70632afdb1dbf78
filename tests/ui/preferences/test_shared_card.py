"""The card of the shared database: an address is kept after somebody was signed in with it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import keyring
import keyring.backends.fail
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import URL

from butler_desktop.domain.role import Role
from butler_desktop.domain.sync_status import Tie
from butler_desktop.services.shared import Address, SharedDesk
from butler_desktop.settings import default_database
from butler_desktop.storage.workspace import open_workspace
from butler_desktop.ui.background import Background
from butler_desktop.ui.preferences import shared_card
from butler_desktop.ui.preferences.replica_making import replica_file
from butler_desktop.ui.preferences.shared_card import SharedCard
from tests.builders import Clock
from tests.postgres import Server


class Shown(NamedTuple):
    """A card, and what it chose."""

    card: SharedCard
    chosen: list[str]
    qtbot: QtBot

    def type(self, url: URL, password: str = "") -> None:
        server = f"{url.query['host']}"
        for field, text in zip(
            self.card.fields, (server, url.database, url.username, password), strict=True
        ):
            field.edit.setText(str(text))  # keys are ASCII in tests, names are not
            field.edit.textEdited.emit(str(text))

    def check(self) -> str:
        """Checks the connection; what the strip says then."""
        self.qtbot.mouseClick(self.card.check_button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(self.card.check_button.isEnabled)
        return self.card.strip.text()


@pytest.fixture
def background(tmp_path: Path, qtbot: QtBot) -> Iterator[Background]:
    made = Background(
        lambda: open_workspace(tmp_path / "butler.db", actor="林晓雯", station="test")
    )
    yield made
    made.close()


@pytest.fixture
def shown(qtbot: QtBot, background: Background) -> Iterator[Shown]:
    card = SharedCard(background, "butler.db")
    qtbot.addWidget(card)
    chosen: list[str] = []
    card.chosen.connect(chosen.append)
    card.resize(600, 500)
    card.show()
    yield Shown(card, chosen, qtbot)
    card.close()


@pytest.fixture
def team(server: Server) -> Iterator[URL]:
    url = server.made()
    yield server.signed_in(url, "林晓雯", Role.SUPERVISOR).set(port=None)
    server.drop(url)


def test_nothing_is_kept_before_somebody_was_signed_in(shown: Shown, team: URL) -> None:
    card = shown.card
    assert not card.check_button.isEnabled()
    shown.type(team)
    assert not card.save_button.isEnabled()
    assert not card.replica_button.isEnabled()
    assert "林晓雯 (主管)" in shown.check()
    shown.qtbot.mouseClick(card.save_button, Qt.MouseButton.LeftButton)
    (url,) = shown.chosen
    assert url.startswith("postgresql://%E6%9E%97")
    assert "next start" in card.strip.text()
    shown.qtbot.keyClicks(card.name.edit, "x")
    assert not card.save_button.isEnabled()
    assert not card.strip.isVisible()


def test_what_is_wrong_is_a_sentence_and_not_kept(shown: Shown, team: URL) -> None:
    shown.type(team.set(database="nothing"))
    assert "nothing" in shown.check()
    shown.type(team.set(query={"host": "/nowhere"}))
    assert "/nowhere" in shown.check()
    assert not shown.card.save_button.isEnabled()
    assert shown.chosen == []


def test_a_password_is_not_seen_and_not_in_the_address(
    shown: Shown, team: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[tuple[str, str]] = []
    monkeypatch.setattr(shared_card, "keep_password", lambda *told: kept.append(told))
    shown.type(team, "s3cret")
    assert shown.card.password.edit.echoMode() is QLineEdit.EchoMode.Password
    shown.check()
    shown.card.keeps.setChecked(True)
    shown.qtbot.mouseClick(shown.card.save_button, Qt.MouseButton.LeftButton)
    shown.qtbot.waitUntil(lambda: bool(kept))
    assert kept == [(shown.chosen[0], "s3cret")]
    assert "s3cret" not in shown.chosen[0]


def test_a_machine_without_a_keyring_says_so(shown: Shown, team: URL) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    try:
        shown.type(team, "s3cret")
        shown.check()
        shown.card.keeps.setChecked(True)
        shown.qtbot.mouseClick(shown.card.save_button, Qt.MouseButton.LeftButton)
        shown.qtbot.waitUntil(lambda: "钥匙串" in shown.card.strip.text())
    finally:
        keyring.set_keyring(before)
    assert not shown.card.keeps.isChecked()
    assert len(shown.chosen) == 1  # the address is kept all the same


def test_a_replica_is_made_and_chosen(shown: Shown, team: URL) -> None:
    shown.type(team)
    shown.check()
    shown.qtbot.mouseClick(shown.card.replica_button, Qt.MouseButton.LeftButton)
    assert shown.card.making.isVisible()
    assert not shown.card.check_button.isEnabled()
    shown.qtbot.waitUntil(lambda: bool(shown.chosen))
    file = Path(shown.chosen[0])
    assert file.parent == default_database().parent
    with closing(open_workspace(file, actor="", station="", clock=Clock())) as workspace:
        assert (workspace.actor, workspace.shared is None) == ("林晓雯", False)
    # Once more: the file is there already.
    shown.qtbot.mouseClick(shown.card.replica_button, Qt.MouseButton.LeftButton)
    shown.qtbot.waitUntil(lambda: not shown.card.making.is_running)
    assert str(file) in shown.card.strip.text()


def test_an_auditor_makes_no_replica(shown: Shown, team: URL, server: Server) -> None:
    shown.type(server.signed_in(team.set(username="owner"), "审计", Role.AUDITOR))
    shown.check()
    assert shown.card.save_button.isEnabled()
    assert not shown.card.replica_button.isEnabled()


def test_how_the_desk_works_now_is_said(shown: Shown) -> None:
    card, address = shown.card, Address("db.example", "team", "林晓雯")
    card.show_desk(SharedDesk(Tie.DIRECT, "林晓雯", Role.AUDITOR, address))
    assert "db.example/team" in card.now.text()
    assert "审计员" in card.now.text()
    assert [field.value() for field in card.fields] == ["db.example", "team", "林晓雯", ""]
    shown.qtbot.mouseClick(card.file_link, Qt.MouseButton.LeftButton)
    assert shown.chosen == [""]
    card.show_desk(SharedDesk(Tie.REPLICA, "林晓雯", Role.OWNER, address))
    assert "replica" in card.now.text()
    card.show_desk(SharedDesk(Tie.ALONE, "林晓雯", Role.OWNER))
    assert not card.file_link.isVisible()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("postgresql://lin@db.example:5433/team?sslrootcert=x", "replica-db-example-5433-team.db"),
        ("postgresql://lin@/team?host=%2Frun", "replica-team.db"),
        ("postgresql://lin@/?service=x", "replica-shared.db"),
    ],
)
def test_the_file_of_a_replica_is_named_after_its_database(url: str, name: str) -> None:
    assert replica_file(url).name == name
