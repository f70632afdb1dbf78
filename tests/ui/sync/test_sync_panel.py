"""The panel under the pill: what waits, and what can be done about it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from butler_desktop.domain.receipt import Outcome, Receipt
from butler_desktop.domain.sync_status import Pause, SyncStatus, Tie
from butler_desktop.errors import StoreTooNew
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.sync.standing import Standing
from butler_desktop.ui.sync.sync_panel import MOST, SyncPanel
from butler_desktop.words import Words
from tests.builders import NOW
from tests.ui.sync.quarrel import texts
from tests.ui.sync.test_receipt_dialog import RECEIPT, a_line

REPLICA = Standing(SyncStatus(Tie.REPLICA, waiting=1, synced_at=NOW))
Shown = Callable[..., SyncPanel]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made: list[SyncPanel] = []

    def show(standing: Standing, receipt: Receipt = RECEIPT) -> SyncPanel:
        panel = SyncPanel(standing, receipt, lambda: NOW)
        made.append(panel)
        panel.show()
        return panel

    yield show
    for panel in made:
        if shiboken6.isValid(panel):
            panel.close()


def button(panel: SyncPanel, words: str) -> Button:
    return next(it for it in panel.findChildren(Button) if it.text() == words)


def words(panel: SyncPanel) -> list[str]:
    return [it.text() for it in panel.findChildren(Button)]


def test_each_act_that_waits_is_listed_and_none_that_is_shared(shown: Shown) -> None:
    panel = shown(replace(REPLICA, is_offline=True))
    assert [act.accessibleName().split()[0] for act in panel.acts()] == [
        "等待选择",
        "待同步",
        "未采用",
    ]
    assert "kept on this machine" in texts(panel)


def test_of_many_acts_the_rest_is_counted(shown: Shown) -> None:
    many = Receipt(tuple(a_line(n, Outcome.WAITING) for n in range(20)))
    panel = shown(REPLICA, many)
    assert len(panel.acts()) == MOST
    assert "and 13 more" in texts(panel)


def test_syncing_is_the_filled_button_unless_a_choice_waits(shown: Shown) -> None:
    assert button(shown(REPLICA), "Sync now").kind is Kind.FILLED
    panel = shown(replace(REPLICA, choices=2))
    assert button(panel, "Sync now").kind is Kind.PLAIN
    assert button(panel, "Settle conflicts").kind is Kind.FILLED


def test_a_pause_says_why_and_how_to_go_on(qtbot: QtBot, shown: Shown) -> None:
    status = replace(REPLICA.status, pause=Pause.RESTORED_THERE)
    panel = shown(replace(REPLICA, status=status))
    assert "共享库像是从备份恢复的" in texts(panel)
    with qtbot.waitSignal(panel.go_on_wanted):
        button(panel, "Looked at it, go on").click()


def test_a_fault_is_told_with_its_cure(shown: Shown) -> None:
    fault = StoreTooNew(Words("共享库版本更新", ""), Words("请升级本机程序", ""))
    panel = shown(replace(REPLICA, fault=fault))
    assert "共享库版本更新。请升级本机程序。" in texts(panel)


def test_a_desk_on_the_shared_database_has_no_list_and_takes_nothing_out(shown: Shown) -> None:
    panel = shown(Standing(SyncStatus(Tie.DIRECT), is_offline=True), Receipt(()))
    assert panel.acts() == []
    assert words(panel) == ["Sync now"]


def test_a_button_closes_the_panel_and_tells(qtbot: QtBot, shown: Shown) -> None:
    panel = shown(REPLICA)
    with qtbot.waitSignal(panel.receipt_wanted):
        button(panel, "Receipt").click()
    assert not panel.isVisible()
