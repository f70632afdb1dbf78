"""Desk words: what the status bar says of the desk, whatever page is shown."""

from datetime import datetime

from butler_desktop.domain.sync_status import Tie
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.status_bar import StatusItem
from butler_desktop.ui.sync.standing import Standing

CONFLICTS = "conflicts"
"""The key of the item that opens the choices."""


def status_items(
    standing: Standing, taken_out: int, now: datetime, step: tuple[int, int] = (0, 0)
) -> tuple[list[StatusItem], list[StatusItem]]:
    """Left: that one works offline; right: what the database is, and how fresh.

    ``taken_out`` counts the filings whose scans are all on this machine;
    ``step`` is how many of how many orders a long round of sync has done.
    """
    return _left(standing, taken_out), [*_task(*step), *_right(standing, now)]


def _task(done: int, total: int) -> list[StatusItem]:
    if total == 0:
        return []
    told = translate("DeskWords", "Syncing %1 / %2")
    return [StatusItem(told.replace("%1", str(done)).replace("%2", str(total)), "refresh-cw")]


def _left(standing: Standing, taken_out: int) -> list[StatusItem]:
    if standing.tie is not Tie.REPLICA or not standing.is_offline:
        return []
    offline = translate("DeskWords", "Working offline ・ filings taken along: %1")
    kept = translate("DeskWords", "Everything is kept on this machine and merged when online")
    return [StatusItem(offline.replace("%1", str(taken_out)), "cloud-off"), StatusItem(kept)]


def _right(standing: Standing, now: datetime) -> list[StatusItem]:
    if standing.tie is Tie.ALONE:
        return [StatusItem(translate("DeskWords", "Database on this machine"), "database")]
    if standing.tie is Tie.DIRECT:
        away = translate("DeskWords", "Shared database cannot be reached")
        there = translate("DeskWords", "Shared database connected")
        return [StatusItem(away if standing.is_offline else there, "database")]
    items = []
    if standing.choices:
        waits = translate("DeskWords", "Choices wait: %1").replace("%1", str(standing.choices))
        items.append(StatusItem(waits, "git-merge", CONFLICTS))
    at = standing.status.synced_at
    if at is None:
        items.append(StatusItem(translate("DeskWords", "Replica, never synced"), "laptop"))
    else:
        replica = translate("DeskWords", "Replica of %1").replace(
            "%1", said(near_moment_text(at, now))
        )
        items.append(StatusItem(replica, "laptop"))
    return items
