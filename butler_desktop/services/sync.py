"""What can be done to sync: a round, how things stand, the receipt, going on after a pause."""

from butler_desktop.domain.receipt import Outcome, Receipt, ReceiptLine
from butler_desktop.domain.sync_status import Pause, Round, SyncStatus, Tie
from butler_desktop.services.history import act_words
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.storage import outbox
from butler_desktop.storage.outbox import Posted, Standing
from butler_desktop.storage.parties import parties_of
from butler_desktop.storage.replica import note, read_replica
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.sync.rounds import sync_round as run_round
from butler_desktop.words import Words

OUTCOMES = {
    Standing.QUEUED: Outcome.WAITING,
    Standing.BEHIND: Outcome.WAITING,
    Standing.HELD: Outcome.HELD,
    Standing.SHARED: Outcome.SHARED,
    Standing.REFUSED: Outcome.REFUSED,
}
NOT_SENT = Words("等待联网", "Waits for the network")


def sync_round(workspace: Workspace, progress: Progress = QUIET) -> Round:
    """One round of sync. A network that is away is no error: ``Round.offline``.

    Raises Refused where the workspace is no replica, StoreTooNew and
    StoreTooOld where the shared database is of another version, Cancelled.
    """
    return run_round(workspace, progress.step)


def sync_status(work: Work) -> SyncStatus:
    """How this desk stands to the shared database."""
    if work.is_on_shared:
        return SyncStatus(Tie.DIRECT)
    known = read_replica(work.connection)
    if known is None:
        return SyncStatus(Tie.ALONE)
    count = outbox.count
    return SyncStatus(
        Tie.REPLICA,
        waiting=count(work.connection, Standing.QUEUED, Standing.BEHIND),
        held=count(work.connection, Standing.HELD),
        pause=Pause(known.pause) if known.pause else None,
        synced_at=known.synced_at,
    )


def look_at_pause(work: Work) -> None:
    """Lets a sync that waits go on with its next round: somebody has looked."""
    note(work.connection, is_allowed=True)


def receipt(work: Work) -> Receipt:
    """Every act made here since the replica was last equal, and what became of it."""
    if work.is_on_shared:
        return Receipt(())
    acts = outbox.posted(work.connection)
    parties = parties_of(work, acts)
    return Receipt(
        tuple(
            ReceiptLine(
                act_id=act.act_id,
                act=act.act,
                words=act_words(act.act),
                order_id=act.order_id,
                order_number=parties[act.act_id].order_number,
                customer=parties[act.act_id].customer,
                filing_number=parties[act.act_id].filing_number,
                made_at=act.made_at,
                outcome=OUTCOMES[act.standing],
                reason=_reason(act),
            )
            for act in acts
        )
    )


def _reason(act: Posted) -> Words:
    return NOT_SENT if act.standing is Standing.QUEUED and not act.reason.zh else act.reason
