"""The card of the rulebook: a look first, then taken in, in force at the next start."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.rulebooks import preview_rulebook, take_rulebook, trust_key
from butler_desktop.storage.publisher_key import trusted_keys
from butler_desktop.storage.rulebooks import keep_rulebook
from butler_desktop.ui.preferences.rulebook_card import RulebookCard
from tests.builders import a_workspace
from tests.published import NEXT, Publisher
from tests.services.scenario import reached
from tests.ui.opened import Opened

FROM = date(2027, 1, 1)
OLD = 'key = "min_age"\nvalue = 18\nof = ["org"]\n'
AGED = {"provinces/beijing.toml": (OLD, OLD.replace("18", "90"))}


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    folder = tmp_path / "published"
    folder.mkdir()
    return Publisher(folder)


def told_in_status(opened: Opened) -> list[str]:
    parts = opened.place.window.status.findChildren(QAbstractButton)
    return [part.accessibleName() for part in parts]


def card(opened: Opened) -> RulebookCard:
    opened.place.window.go("settings")
    opened.settle()
    return opened.place.settings.rules


def test_it_is_looked_at_taken_in_and_in_force_at_the_next_start(
    opened: Opened, tmp_path: Path, publisher: Publisher
) -> None:
    desk = a_workspace(tmp_path)
    reached(desk, S.PREPARING)
    desk.close()
    trust_key(publisher.public)
    package = publisher.publish(AGED)
    opened.start()
    shown = card(opened)
    assert "with the program" in shown.now.text()
    shown.look_at(package)
    opened.settle()
    assert shown.dialog is not None
    assert "changes: 1" in shown.dialog.summary.text()
    opened.qtbot.mouseClick(shown.dialog.act_button, Qt.MouseButton.LeftButton)
    opened.settle()
    assert shown.running.isHidden()
    assert publisher.key.fingerprint in shown.keys.text()
    assert "Taken in" in shown.strip.text()


def test_what_nobody_trusts_is_refused_until_its_key_was_taken_in(
    opened: Opened, publisher: Publisher
) -> None:
    opened.start()
    shown = card(opened)
    shown.look_at(publisher.publish())
    opened.settle()
    assert publisher.key.fingerprint in shown.strip.text()
    assert shown.dialog is None
    shown.trust(publisher.public)
    opened.settle()
    assert shown.strip.isHidden()
    shown.look_at(publisher.publish())
    opened.settle()
    assert shown.dialog is not None
    assert NEXT in shown.dialog.windowTitle()
    shown.dialog.reject()


def test_one_in_force_is_named_with_its_signature(
    opened: Opened, tmp_path: Path, publisher: Publisher
) -> None:
    trust_key(publisher.public)
    desk = a_workspace(tmp_path)
    take_rulebook(preview_rulebook(desk, publisher.publish(effective_from=FROM)))
    desk.close()
    opened.start()
    assert NEXT in card(opened).next.text()
    assert not any(NEXT in it for it in told_in_status(opened))
    opened.close()
    opened.clock.now = datetime(2027, 1, 1, 2, tzinfo=UTC)
    opened.start()
    shown = card(opened)
    assert f"signed by {publisher.key.fingerprint}" in shown.now.text()
    assert shown.next.isHidden()
    assert f"Rules of {NEXT} ・ signature checked" in told_in_status(opened)


def test_one_that_was_changed_on_the_disk_is_told(opened: Opened, publisher: Publisher) -> None:
    trust_key(publisher.public)
    file = keep_rulebook(publisher.publish().read_bytes(), trusted_keys())
    file.write_bytes(file.read_bytes()[:-9])
    opened.start()
    assert file.name in card(opened).strip.text()
