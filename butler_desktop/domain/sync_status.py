"""Sync status: how a desk stands to the shared database, and what one round did."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from butler_desktop.words import Words


class Tie(StrEnum):
    """How a desk is tied to a shared database."""

    ALONE = "alone"
    """A file of its own."""
    DIRECT = "direct"
    """It works on the shared database itself."""
    REPLICA = "replica"
    """It works on a file and syncs it."""


class Pause(StrEnum):
    """Why sync waits until somebody has looked."""

    RESTORED_HERE = "restored_here"
    """This file is older than the shared database knows it: it was restored, or copied."""
    RESTORED_THERE = "restored_there"
    """The shared database is older than this file knows it: it was restored."""
    MASS_WITHDRAWAL = "mass_withdrawal"
    """A batch would withdraw more than ``MANY_WITHDRAWN`` values."""


MANY_WITHDRAWN = 20

PAUSE_WORDS = {
    Pause.RESTORED_HERE: Words(
        "本机副本像是从备份恢复或复制来的，同步已暂停。看过后再继续。",
        "This replica seems restored or copied; sync waits until you have looked.",
    ),
    Pause.RESTORED_THERE: Words(
        "共享库像是从备份恢复的，同步已暂停。看过后再继续。",
        "The shared database seems restored; sync waits until you have looked.",
    ),
    Pause.MASS_WITHDRAWAL: Words(
        f"这一批会撤下 {MANY_WITHDRAWN} 项以上的内容，同步已暂停。看过后再继续。",
        f"This batch would withdraw more than {MANY_WITHDRAWN} items; sync waits until you look.",
    ),
}


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How this desk stands now. ``synced_at`` is UTC."""

    tie: Tie
    waiting: int = 0
    """Acts that are not shared yet and need nobody."""
    held: int = 0
    """Acts that need the butler's decision."""
    pause: Pause | None = None
    synced_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of sync did, in acts."""

    pulled: int = 0
    pushed: int = 0
    held: int = 0
    """Acts that need a decision when the round is over."""
    refused: int = 0
    """Acts that this round refused."""
    offline: bool = False
    pause: Pause | None = None
