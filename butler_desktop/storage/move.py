"""The move: everything that a file of one's own holds, to a shared database, or nothing.

The blobs go first; they are nobody's until a record names them, and those that
are there cost nothing. Then, in one transaction of the shared database, every
row is written, read back, and compared with the file, order by order. All the
while the file is held: whoever else has it open may look, not act. At last the
file is marked as moved, in the transaction that held it; a crash between the
two commits leaves a file that the next move finds to have been moved already.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import URL, Connection, select, text
from sqlalchemy.dialects.postgresql import insert

from butler_desktop.errors import Refused
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.blob_stock import BlobStock
from butler_desktop.storage.move_plan import (
    MOVED_FROM,
    MovePlan,
    blob_names,
    blob_sizes,
    is_moved_already,
    plan_of,
    refuse_full,
    refuse_signer,
    refuse_source,
    row_counts,
)
from butler_desktop.storage.moved import mark_moved
from butler_desktop.storage.order_digests import OrderDigests, blocks, read_all, written
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.schema import orders
from butler_desktop.storage.shared import BLOBS, fact
from butler_desktop.storage.shared_schema import facts
from butler_desktop.storage.upgrade import check_version
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import stock_of
from butler_desktop.words import Words

Step = Callable[[int, int, str], None]

CARRY, WRITE, CHECK = "carry", "write", "check"
"""The names of the steps: blobs carried, rows written, rows read back."""


@dataclass(frozen=True, slots=True)
class MoveResult:
    """What was moved. ``digest`` is one number over all orders, the same on both sides."""

    source: str
    target: str
    counts: Mapping[str, int]
    orders: int
    """Orders whose digests were compared and are equal."""
    digest: str
    blobs: int
    blob_bytes: int


def plan_move(workspace: Workspace, url: URL) -> MovePlan:
    """What would be moved to the shared database at ``url``. Nothing is written.

    Raises Refused where it cannot be, StoreUnavailable.
    """
    with (
        _target(workspace, url) as target,
        target.reading() as there,
        workspace.database.reading() as here,
    ):
        plan = plan_of(here, there, workspace.database, target)
        sizes = blob_sizes(workspace.blobs, blob_names(here))
    return replace(plan, blob_bytes=sum(sizes.values()), blobs_lost=plan.blobs - len(sizes))


def move(workspace: Workspace, url: URL, step: Step) -> MoveResult:
    """Moves everything; ``step`` hears how far it is, and may break it off by raising.

    Whatever is raised, the file is worked in as before, and the shared database
    has no row more; but for the one answer that a network may lose, that of the
    commit: then the next move finds all of it there. Raises Refused, StoreUnavailable.
    """
    with _target(workspace, url) as target:
        with target.reading() as there, workspace.database.reading() as here:
            plan_of(here, there, workspace.database, target)
            names, address = blob_names(here), fact(there, BLOBS)
        stock = stock_of(address, target, workspace.station)
        _carry(workspace.blobs, stock, names, step)
        with workspace.database.editing() as here:
            refuse_source(here, workspace.database)
            carried = set(names)
            late = tuple(it for it in blob_names(here) if it not in carried)
            _carry(workspace.blobs, stock, late, step)
            with target.editing() as there:
                digests = _copied(here, there, target, step)
                _refuse_lost(stock, (*names, *late), step)
                mark_moved(here, target.name)
            sizes = blob_sizes(workspace.blobs, (*names, *late))
    each = digests.each()
    return MoveResult(
        source=workspace.database.name,
        target=target.name,
        counts=digests.counts,
        orders=len(each),
        digest=digests.whole(),
        blobs=len(names) + len(late),
        blob_bytes=sum(sizes.values()),
    )


@contextmanager
def _target(workspace: Workspace, url: URL) -> Iterator[PostgresDatabase]:
    target = PostgresDatabase(url, workspace.station)
    try:
        check_version(target)
        yield target
    finally:
        target.close()


def _carry(blobs: BlobStore, stock: BlobStock, names: tuple[str, ...], step: Step) -> None:
    """Brings the blobs into the team's stock."""
    own = BlobStore(blobs.folder, stock)
    for done, name in enumerate(names):
        step(done, len(names), CARRY)
        own.upload([name])


def _copied(
    here: Connection, there: Connection, target: PostgresDatabase, step: Step
) -> OrderDigests:
    """Writes every row and compares what then stands there; returns the file's digests."""
    refuse_signer(there, target)
    # Files in a far store are looked for meanwhile; nobody else waits for this transaction.
    there.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    # Another desk that makes an order meanwhile waits; so does another move.
    there.execute(text("LOCK TABLE orders, journal IN EXCLUSIVE MODE"))
    if is_moved_already(here, there):
        return read_all(here)
    refuse_full(there, target)
    # What the schema asks at the commit it asks now: nothing changes after the comparison.
    there.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    total, done = sum(row_counts(here).values()), 0
    ours, theirs = OrderDigests(), OrderDigests()
    for kind, rows in blocks(here):
        step(done, total, WRITE)
        ours.add(kind, rows)
        there.execute(written(kind), rows)
        done += len(rows)
    done = 0
    for kind, rows in blocks(there):
        step(done, total, CHECK)
        theirs.add(kind, rows)
        done += len(rows)
    _refuse_difference(here, ours, theirs)
    row = insert(facts).values(name=MOVED_FROM, value=ours.whole())
    there.execute(
        row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value})
    )
    step(total, total, CHECK)
    return ours


def _refuse_difference(here: Connection, ours: OrderDigests, theirs: OrderDigests) -> None:
    """Raises Refused with the first order that arrived as something else."""
    mine, other = ours.each(), theirs.each()
    for order_id in sorted(mine.keys() | other.keys()):
        if mine.get(order_id) != other.get(order_id):
            number = here.scalar(select(orders.c.number).where(orders.c.id == order_id))
            raise _arrived_changed(
                Words(
                    f"订单 {number or order_id} 在共享库中与本机不同",
                    f"the order {number or order_id} is not the same there",
                )
            )
    if ours.counts != theirs.counts:
        raise _arrived_changed(Words("行数不同", "the counts differ"))


def _refuse_lost(stock: BlobStock, names: tuple[str, ...], step: Step) -> None:
    """Raises Refused where a blob that was carried is not there."""
    for done, name in enumerate(names):
        step(done, len(names), CHECK)
        if not stock.holds(name):
            raise _arrived_changed(
                Words(f"附件 {name} 不在共享附件库中", f"the attachment {name} is not there")
            )


def _arrived_changed(what: Words) -> Refused:
    return Refused(
        Words(
            f"搬移后核对不符：{what.zh}；已全部撤回，本机文件没有变。",
            f"What arrived is not what was sent: {what.en}. All was taken back;"
            " the file is as it was.",
        ),
        Words(
            "请管理员检查共享库后再搬一次。",
            "Have the shared database looked at, then move again.",
        ),
    )
