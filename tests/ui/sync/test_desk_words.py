"""Desk words: what the status bar says of the desk."""

from datetime import timedelta

from butler_desktop.domain.sync_status import SyncStatus, Tie
from butler_desktop.ui.sync.desk_words import CONFLICTS, status_items
from butler_desktop.ui.sync.standing import Standing
from tests.builders import NOW

REPLICA = SyncStatus(Tie.REPLICA, synced_at=NOW - timedelta(hours=1, minutes=50))


def said(standing: Standing, taken_out: int = 0) -> tuple[list[str], list[str]]:
    left, right = status_items(standing, taken_out, NOW)
    return [item.text for item in left], [item.text for item in right]


def test_a_file_that_stands_alone_says_no_more_than_that() -> None:
    assert said(Standing()) == ([], ["Database on this machine"])


def test_a_desk_on_the_shared_database_says_whether_it_is_there() -> None:
    direct = SyncStatus(Tie.DIRECT)
    assert said(Standing(direct)) == ([], ["Shared database connected"])
    assert said(Standing(direct, is_offline=True))[1] == ["Shared database cannot be reached"]


def test_a_replica_says_how_fresh_it_is_and_offline_what_is_along() -> None:
    assert said(Standing(REPLICA)) == ([], ["Replica of 今天 8:52"])
    left, right = said(Standing(REPLICA, is_offline=True), 12)
    assert left[0] == "Working offline ・ filings taken along: 12"
    assert right == ["Replica of 今天 8:52"]


def test_choices_that_wait_can_be_pressed() -> None:
    _, right = status_items(Standing(REPLICA, choices=7), 0, NOW)
    assert (right[0].text, right[0].key) == ("Choices wait: 7", CONFLICTS)


def test_a_long_round_is_counted() -> None:
    _, right = status_items(Standing(REPLICA), 0, NOW, (30, 1000))
    assert right[0].text == "Syncing 30 / 1000"
