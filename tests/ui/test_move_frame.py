"""The move from the window: opened in the settings, beside the work, and told at the next start."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import URL

from butler_desktop.services.move import move
from butler_desktop.services.shared import Address
from butler_desktop.settings import Settings
from butler_desktop.ui.moving.move_dialog import CHECK, OVER
from butler_desktop.ui.places import SETTINGS
from tests.builders import a_dossier
from tests.postgres import Server
from tests.ui.opened import Opened


@pytest.fixture
def url(server: Server) -> Iterator[URL]:
    made = server.made()
    yield made
    server.drop(made)


@pytest.fixture
def kept(opened: Opened) -> Iterator[Opened]:
    """The window on a file with one order."""
    workspace = opened.colleague()
    with workspace.editing() as work:
        work.save(None, a_dossier(), "order.enter")
    workspace.close()
    yield opened
    opened.end()


def test_it_is_opened_in_the_settings_and_the_next_start_opens_what_it_made(
    kept: Opened, url: URL, qtbot: QtBot
) -> None:
    place = kept.start()
    kept.program.window.go(SETTINGS)
    kept.settle()
    card = place.settings.shared
    typed = (str(url.query["host"]), str(url.database), "owner")
    for field, value in zip(card.fields, typed, strict=False):
        field.set_value(value)
    assert card.move_link.isVisible()
    card.move_link.clicked.emit()
    dialog = place.moving.dialog
    assert dialog is not None
    assert not dialog.isModal()
    assert dialog.address.owner.value() == "owner"
    for step in (CHECK, OVER):
        dialog.act_button.click()
        kept.settle()
        assert dialog.step == step
    with qtbot.waitSignal(place.settings_changed) as changed:
        dialog.act_button.click()
    (settings,) = changed.args
    assert isinstance(settings, Settings)
    assert settings.database.startswith("postgresql://owner@")
    dialog.reject()
    assert place.moving.dialog is None


def test_a_file_that_has_moved_says_where_at_its_start(kept: Opened, url: URL) -> None:
    workspace = kept.colleague()
    move(workspace, url.render_as_string(hide_password=False))
    workspace.close()
    place = kept.start()
    assert str(url.database) in kept.program.window.failures.text()
    assert not place.orders.head.enter.isEnabled()


def test_a_window_that_closes_breaks_the_move_off(kept: Opened, url: URL, server: Server) -> None:
    place = kept.start()
    address = Address(str(url.query["host"]), str(url.database), "owner")
    place.settings.shared.move_wanted.emit(address, "")
    dialog = place.moving.dialog
    assert dialog is not None
    dialog.act_button.click()
    kept.settle()
    dialog.act_button.click()
    stop = dialog._stop
    assert stop is not None
    kept.close()
    assert stop.is_set()
    assert server.sql("SELECT count(*) FROM orders", url) in ([(0,)], [(1,)])
