"""An auditor's window: everything can be looked at, nothing begun, and it says why."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.role import Role
from butler_desktop.storage.workspace import open_workspace
from butler_desktop.ui.kit.buttons import Button, Kind
from tests.builders import Clock, a_dossier
from tests.postgres import Server
from tests.ui.opened import Opened


@pytest.fixture
def audited(server: Server, opened: Opened) -> Iterator[Opened]:
    """The window of an auditor, on one filing of a butler's."""
    url = server.made()
    mine = server.signed_in(url, "林晓雯")
    with (
        closing(open_workspace(mine, actor="", station="test", clock=Clock())) as workspace,
        workspace.editing() as work,
    ):
        work.save(None, a_dossier(), "order.enter")
    auditor = server.signed_in(url, "审计", Role.AUDITOR)
    opened.start(database=auditor.render_as_string())
    yield opened
    opened.end()
    server.drop(url)


def loud(opened: Opened) -> list[str]:
    """The words of every filled button that could be pressed."""
    found = opened.program.window.findChildren(Button)
    return [
        it.text() for it in found if it.isVisible() and it.isEnabled() and it.kind is Kind.FILLED
    ]


def test_nothing_can_be_begun_and_the_window_says_why(audited: Opened) -> None:
    window, place = audited.program.window, audited.place
    assert "审计员只能查看" in window.failures.text()
    window.go("queue:all")
    audited.settle()
    assert not place.queue.list_side.new_button.isEnabled()
    assert loud(audited) == []
    window.go("orders")
    audited.settle()
    assert not place.orders.head.enter.isEnabled()
    assert not place.orders.head.take_in.isEnabled()
    assert loud(audited) == []
    window.failures.clear()
    audited.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.failures.isVisible()
    assert QApplication.activeModalWidget() is None
