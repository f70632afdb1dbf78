"""Push: the acts on one order that are not shared yet, with their effects, in one transaction."""

from dataclasses import dataclass

from butler_desktop.domain.changes import ABSENT
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.storage import exchange, outbox
from butler_desktop.storage.database import Database
from butler_desktop.storage.exchange import Head, Row
from butler_desktop.storage.outbox import Standing
from butler_desktop.storage.work import Work
from butler_desktop.sync.rebase import opened

BLOB_FIELDS = ("sha256", "pdf_sha256")


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one order's push carries: its rows, and the order before and after them."""

    order_id: str
    head: Head
    """Where the shared journal must end for it."""
    before: Dossier | None
    after: Dossier | None
    rows: tuple[Row, ...]

    @property
    def blobs(self) -> tuple[str, ...]:
        """The blobs that the acts name: they go ahead."""
        sides = (
            change.fields.get(name, (ABSENT, ABSENT))[1]
            for row in self.rows
            for change in exchange.changes_of(row)
            for name in BLOB_FIELDS
        )
        return tuple(dict.fromkeys(str(it) for it in sides if it is not ABSENT and it))


def parcel(work: Work, order_id: str) -> Parcel | None:
    """What is to be pushed of an order; None where nothing is."""
    shelf = opened(work, order_id)
    if not shelf.taken_back:
        return None
    return Parcel(order_id, shelf.head, shelf.dossier, shelf.before, shelf.taken_back)


def push(shared: Database, given: Parcel, rulebook: Rulebook) -> bool:
    """Writes a parcel; False where others have acted on the order meanwhile.

    One whose answer was lost is there already: that is done, too. Raises
    Refused where the database does not let this butler write it.
    """
    with shared.editing() as connection:
        head = exchange.hold(connection, given.order_id)
        last = given.rows[-1]
        if head == Head(last["revision"], last["digest"]):
            return True
        if head != given.head:
            return False
        exchange.write_dossier(connection, given.before, given.after, rulebook)
        exchange.put_on(connection, given.rows)
    return True


def pushed(work: Work, given: Parcel) -> None:
    """Notes on the replica that a parcel has arrived.

    A row that was put on anew meanwhile is another one: the next pull finds it.
    """
    here = exchange.digests_of(work.connection, [row["id"] for row in given.rows])
    for row in given.rows:
        if here.get(row["id"]) == row["digest"]:
            outbox.settle(work.connection, row["id"], Standing.SHARED)
