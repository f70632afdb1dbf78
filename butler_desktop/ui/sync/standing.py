"""Standing: how a desk stands to the shared database, and how the pill says it."""

from dataclasses import dataclass

from butler_desktop.domain.sync_status import SyncStatus, Tie
from butler_desktop.domain.time_words import clock_text
from butler_desktop.errors import ButlerError
from butler_desktop.ui.i18n import translate
from butler_desktop.ui.kit.sync_pill import SyncState

DOT = " ・ "
ALONE = SyncStatus(Tie.ALONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known now. ``choices`` counts the fields that wait for the butler's choice."""

    status: SyncStatus = ALONE
    is_offline: bool = False
    fault: ButlerError | None = None
    """What stops sync until somebody mends it."""
    choices: int = 0

    @property
    def tie(self) -> Tie:
        """How the desk is tied to a shared database."""
        return self.status.tie

    @property
    def unshared(self) -> int:
        """Acts made here that are not in the shared database."""
        return self.status.waiting + self.status.held

    @property
    def is_stopped(self) -> bool:
        """Whether sync waits until somebody has looked, or mended something."""
        return self.status.pause is not None or self.fault is not None


def pill_look(standing: Standing) -> tuple[SyncState, str]:
    """The pill's state and words."""
    if standing.tie is Tie.ALONE:
        return SyncState.ALONE, translate("Standing", "Database on this machine")
    if standing.is_stopped:
        return SyncState.PAUSED, _joined(translate("Standing", "Sync paused"), _to_sync(standing))
    if standing.is_offline:
        return SyncState.OFFLINE, _joined(translate("Standing", "Offline"), _to_sync(standing))
    online = translate("Standing", "Online")
    if standing.choices:
        waits = translate("Standing", "Needs a decision: %1")
        return SyncState.CHOOSING, waits.replace("%1", str(standing.choices))
    if standing.status.synced_at is None:
        return SyncState.ONLINE, online
    synced = translate("Standing", "synced %1")
    return SyncState.ONLINE, _joined(
        online, synced.replace("%1", clock_text(standing.status.synced_at))
    )


def _to_sync(standing: Standing) -> str:
    if standing.unshared == 0:
        return ""
    return translate("Standing", "to sync: %1").replace("%1", str(standing.unshared))


def _joined(*parts: str) -> str:
    return DOT.join(part for part in parts if part)
