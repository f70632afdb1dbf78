"""A round of sync: pull what others did, push what was done here, note how far it came.

It can break off anywhere: each order is one transaction on either side, and
what was done is found again by the next round.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from butler_desktop.domain.ids import new_id
from butler_desktop.domain.sync_status import Pause, Round
from butler_desktop.errors import ButlerError, Refused, StoreAway, StoreUnavailable
from butler_desktop.storage import exchange, outbox
from butler_desktop.storage.database import Database
from butler_desktop.storage.exchange import Head, Row
from butler_desktop.storage.outbox import Standing
from butler_desktop.storage.replica import Replica, note, read_replica
from butler_desktop.storage.session_turn import one_at_a_time
from butler_desktop.storage.upgrade import check_version
from butler_desktop.storage.work import Workspace, database_now
from butler_desktop.storage.workspace import stock_of
from butler_desktop.sync.push import Parcel, parcel, push, pushed
from butler_desktop.sync.rebase import hold_up, rebase
from butler_desktop.sync.tidings import Tidings, allowed, ask
from butler_desktop.words import Words

SEEN_AGAIN = timedelta(minutes=10)
"""A desk that has nothing to tell says so often that it is there."""

TRIES = 5
"""How often an order is pulled and pushed again in one round while others write it."""

NOT_A_REPLICA = Words("这个数据库没有连到共享库。", "This database is tied to no shared one.")
HOW_TO_TIE = Words("用 replica create 建立副本。", "Make a replica of one with replica create.")

Step = Callable[[int, int, str], None]


def sync_round(workspace: Workspace, step: Step) -> Round:
    """One round. A network that is away is no error: ``Round.offline``.

    Raises Refused where the workspace is no replica, StoreTooNew and
    StoreTooOld where the shared database is of another version.
    """
    if workspace.shared is None:
        raise Refused(NOT_A_REPLICA, HOW_TO_TIE)
    exchange_ = Exchange(workspace, workspace.shared, step)
    try:
        # The file's station, not the one it was opened with: a restored file gets another.
        with one_at_a_time(workspace.shared, exchange_.station) as is_ours:
            if is_ours:
                check_version(workspace.shared)
                exchange_.run()
    except StoreAway:
        exchange_.done = replace(exchange_.done, offline=True)
    return exchange_.told()


class Exchange:
    """One round while it runs."""

    def __init__(self, workspace: Workspace, shared: Database, step: Step) -> None:
        self._workspace, self._shared, self._step = workspace, shared, step
        self._trouble: StoreUnavailable | None = None
        self.done = Round()

    @property
    def station(self) -> str:
        """What the shared database calls this desk."""
        return self._known().station

    def run(self) -> None:
        """Pull, push, and note it on both sides."""
        known = self._known()
        tidings, pause = ask(self._workspace, self._shared, known)
        if pause is not None and pause != allowed(known):
            self.done = replace(self.done, pause=pause)
            if known.pause != pause:
                # Whoever looked at something else before has not looked at this.
                self._note(pause=pause.value, is_allowed=False)
            return
        if allowed(known) in (Pause.RESTORED_HERE, Pause.RESTORED_THERE):
            self._enrol(known, tidings)
            self._bring_back(tidings.lost)
            known = self._known()
            tidings, _ = ask(self._workspace, self._shared, replace(known, place=""))
        if tidings.blobs != known.blobs:
            self._workspace.blobs.stock = stock_of(tidings.blobs, self._shared, known.station)
            self._note(blobs=tidings.blobs)
        self._pull(tidings.rows)
        self._push()
        if self._trouble is not None:
            raise self._trouble
        self._end(known, tidings)

    def told(self) -> Round:
        """What the round did."""
        with self._workspace.reading() as work:
            held = outbox.count(work.connection, Standing.HELD)
        return replace(self.done, held=held)

    def _known(self) -> Replica:
        with self._workspace.reading() as work:
            known = read_replica(work.connection)
        if known is None:
            raise Refused(NOT_A_REPLICA, HOW_TO_TIE)
        return known

    def _pull(self, rows: dict[str, list[Row]]) -> None:
        for place, (order_id, fresh) in enumerate(rows.items()):
            self._step(place, len(rows), "")
            with self._apart():
                self._take(order_id, fresh)

    def _take(self, order_id: str, fresh: list[Row]) -> None:
        with self._workspace.editing() as work:
            own = {act.act_id for act in outbox.open_acts(work.connection, order_id)}
            work.changes |= rebase(work, order_id, fresh)
        others = sum(row["id"] not in own for row in fresh)
        self.done = replace(self.done, pulled=self.done.pulled + others)

    def _push(self) -> None:
        with self._workspace.reading() as work:
            orders = outbox.open_orders(work.connection)
        for place, order_id in enumerate(orders):
            self._step(place, len(orders), "")
            with self._apart():
                for _ in range(TRIES):
                    if self._push_order(order_id):
                        break
                    self._pull_order(order_id)

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """What is wrong with one order is told when the others are done, and the round unended."""
        try:
            yield
        except StoreAway:
            raise
        except StoreUnavailable as trouble:
            self._trouble = self._trouble or trouble

    def _push_order(self, order_id: str) -> bool:
        with self._workspace.reading() as work:
            given = parcel(work, order_id)
        if given is None:
            return True
        try:
            self._workspace.blobs.upload(given.blobs)
        except StoreAway:
            raise
        except StoreUnavailable as gone:
            if not self._workspace.blobs.missing(given.blobs):
                raise
            return self._hold(given, gone)  # a file that is lost here stops its own order alone
        try:
            if not push(self._shared, given, self._workspace.rulebook):
                return False
        except Refused as refusal:
            return self._hold(given, refusal)
        with self._workspace.editing() as work:
            pushed(work, given)
        self.done = replace(self.done, pushed=self.done.pushed + len(given.rows))
        return True

    def _hold(self, given: Parcel, refusal: ButlerError) -> bool:
        """The database does not let us write it: the butler has to know."""
        with self._shared.reading() as there:
            if exchange.heads(there, [given.order_id]).get(given.order_id, Head()) != given.head:
                return False  # others were quicker: that was the reason
        with self._workspace.editing() as work:
            work.changes |= hold_up(work, given.order_id, refusal.sentence)
        return True

    def _pull_order(self, order_id: str) -> None:
        with self._workspace.reading() as work:
            seen = exchange.shared_heads(work.connection, [order_id]).get(order_id, Head())
        with self._shared.reading() as there:
            rows = exchange.rows_after(there, {order_id: seen.revision})
        for fresh in rows.values():
            self._take(order_id, fresh)

    def _enrol(self, known: Replica, tidings: Tidings) -> None:
        """A restored file, or a copy, goes on as another desk: its numbers must not come twice."""
        station = known.station
        if known.pause == Pause.RESTORED_HERE:
            station = new_id()
        elif tidings.rounds is not None:
            return
        with self._shared.editing() as there:
            mark = exchange.add_desk(
                there, station, known.actor, database_now(there), had=known.mark
            )
        self._note(station=station, mark=mark, rounds=0)

    def _bring_back(self, lost: Iterable[str]) -> None:
        """Counts acts that the shared database has lost as not shared: they are pushed again."""
        for order_id in lost:
            with self._shared.reading() as there:
                theirs = {row["digest"] for row in exchange.journal_rows(there, order_id)}
            with self._workspace.editing() as work:
                rows = exchange.journal_rows(work.connection, order_id)
                open_ = {act.act_id for act in outbox.open_acts(work.connection, order_id)}
                gone = [
                    row for row in rows if row["digest"] not in theirs and row["id"] not in open_
                ]
                if gone:
                    outbox.requeue(work.connection, gone, work.actor)

    def _end(self, known: Replica, tidings: Tidings) -> None:
        now = datetime.now(UTC)
        is_quiet = not (self.done.pulled or self.done.pushed) and tidings.rounds == known.rounds
        is_fresh = known.synced_at is not None and now - known.synced_at < SEEN_AGAIN
        rounds = max(known.rounds, tidings.rounds or 0)
        if not (is_quiet and is_fresh and not known.is_allowed):
            rounds += 1
            try:
                with self._shared.editing() as there:
                    exchange.end_round(there, known.station, rounds)
            except Refused:
                rounds = known.rounds  # who may only look is not counted
        self._note(
            place=tidings.place,
            epoch=tidings.epoch,
            rounds=rounds,
            pause="",
            is_allowed=False,
            synced_at=now,
        )

    def _note(self, **values: object) -> None:
        with self._workspace.editing() as work:
            note(work.connection, **values)
