"""The mail card: tried against a real server before it is trusted, saved as a whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.settings import Settings
from butler_desktop.storage.mail_server import kept_password
from butler_desktop.storage.workspace import open_workspace
from butler_desktop.ui.background import Background
from butler_desktop.ui.preferences.mail_card import MailCard
from tests.smtp import PASSWORD, USER, a_post_office
from tests.storage.test_passwords import Forgetful, InMemory

GIVEN = Settings(
    mail_server="smtp.cloud.example", mail_security="tls", mail_user=USER, mail_sender=USER
)


@pytest.fixture
def ring() -> Iterator[InMemory]:
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def background(tmp_path: Path, qtbot: QtBot) -> Iterator[Background]:
    made = Background(lambda: open_workspace(tmp_path / "b.db", actor="林晓雯", station="test"))
    yield made
    made.close()


def a_card(qtbot: QtBot, background: Background, given: Settings = GIVEN) -> MailCard:
    card = MailCard(given, background)
    qtbot.addWidget(card)
    card.resize(600, 500)
    card.show()
    return card


def test_what_is_saved_is_what_was_typed(qtbot: QtBot, background: Background, ring: Any) -> None:
    card = a_card(qtbot, background)
    card.password.edit.setText(PASSWORD)
    card.reminds.setChecked(True)
    with qtbot.waitSignal(card.chosen) as chosen:
        card.save_button.click()
    saved = Settings(**chosen.args[0])
    assert saved.mail_account is not None
    assert (saved.mail_account.host, saved.mail_account.port) == ("smtp.cloud.example", 465)
    assert saved.mail_account.reminds
    assert PASSWORD not in str(chosen.args[0])
    qtbot.waitUntil(lambda: background.is_idle)
    assert kept_password(saved.mail_account) == PASSWORD
    assert card.password.value() == ""


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"server": "smtp cloud"}, "server"),
        ({"server": "smtp.cloud.example:0"}, "server"),
        ({"address": "beian"}, "address"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_not_saved(
    qtbot: QtBot, background: Background, change: dict[str, str], where: str
) -> None:
    card = a_card(qtbot, background)
    for name, value in change.items():
        getattr(card, name).set_value(value)
    told: list[object] = []
    card.chosen.connect(told.append)
    card.save_button.click()
    assert told == []
    assert getattr(card, where).property("finding") or getattr(card, where).edit.property("finding")


def test_an_empty_server_turns_mail_off(qtbot: QtBot, background: Background) -> None:
    card = a_card(qtbot, background)
    card.server.set_value("")
    with qtbot.waitSignal(card.chosen) as chosen:
        card.save_button.click()
    assert Settings(**chosen.args[0]).mail_account is None


def test_the_connection_is_tried_without_sending_anything(
    qtbot: QtBot, background: Background
) -> None:
    with a_post_office() as office:
        given = Settings(
            mail_server=f"127.0.0.1:{office.port}", mail_security="none", mail_sender=USER
        )
        card = a_card(qtbot, background, given)
        card.check_button.click()
        qtbot.waitUntil(lambda: background.is_idle)
        assert card.strip.text() == "The server lets this desk send."
        assert office.letters == []
    card.check_button.click()
    qtbot.waitUntil(lambda: background.is_idle)
    assert card.strip.text() == "连不上邮件服务器"


def test_without_a_keyring_it_is_said_and_the_rest_is_kept(
    qtbot: QtBot, background: Background, ring: Any
) -> None:
    keyring.set_keyring(Forgetful())
    card = a_card(qtbot, background)
    card.password.edit.setText(PASSWORD)
    with qtbot.waitSignal(card.chosen):
        card.save_button.click()
    qtbot.waitUntil(lambda: background.is_idle)
    assert "密码没有保存" in card.strip.text()
