"""Standing: what the pill says in every case."""

from dataclasses import replace

import pytest

from butler_desktop.domain.sync_status import Pause, SyncStatus, Tie
from butler_desktop.errors import StoreTooNew
from butler_desktop.ui.kit.sync_pill import SyncState
from butler_desktop.ui.sync.standing import Standing, pill_look
from butler_desktop.words import Words
from tests.builders import NOW

REPLICA = SyncStatus(Tie.REPLICA, waiting=3, synced_at=NOW)
HELD = replace(REPLICA, held=2)


@pytest.mark.parametrize(
    ("standing", "state", "words"),
    [
        (Standing(), SyncState.ALONE, "Database on this machine"),
        (Standing(SyncStatus(Tie.DIRECT)), SyncState.ONLINE, "Online"),
        (Standing(SyncStatus(Tie.DIRECT), is_offline=True), SyncState.OFFLINE, "Offline"),
        (Standing(SyncStatus(Tie.REPLICA)), SyncState.ONLINE, "Online"),
        (Standing(REPLICA), SyncState.ONLINE, "Online ・ synced 10:42"),
        (Standing(REPLICA, is_offline=True), SyncState.OFFLINE, "Offline ・ to sync: 3"),
        (Standing(replace(REPLICA, waiting=0), is_offline=True), SyncState.OFFLINE, "Offline"),
        (Standing(HELD, choices=7), SyncState.CHOOSING, "Needs a decision: 7"),
        (
            Standing(HELD, is_offline=True, choices=7),
            SyncState.OFFLINE,
            "Offline ・ to sync: 5",
        ),
        (
            Standing(replace(HELD, pause=Pause.MASS_WITHDRAWAL), choices=7),
            SyncState.PAUSED,
            "Sync paused ・ to sync: 5",
        ),
        (
            Standing(REPLICA, fault=StoreTooNew(Words("新", "new"))),
            SyncState.PAUSED,
            "Sync paused ・ to sync: 3",
        ),
    ],
)
def test_the_pill_says(standing: Standing, state: SyncState, words: str) -> None:
    assert pill_look(standing) == (state, words)
