"""Work: one piece of work on the database, from load to commit.

A service gets a Work, loads dossiers, lets the domain decide, and saves. Work
hands over what the domain never asks for: ``now``, ``actor``, ``rulebook``.
Each save compares the dossier before and after and writes the difference to
the journal in the same transaction, so nothing can change without a trace.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from sqlalchemy import Connection, func, insert, select

from butler_desktop.domain.changes import CHANGE, Change, Changes, difference
from butler_desktop.domain.dossier import Dossier, to_records
from butler_desktop.domain.filing_states import LOCKED_STATES
from butler_desktop.domain.local_time import local
from butler_desktop.domain.mail_account import MailAccount
from butler_desktop.domain.reminder_hours import REMINDER_HOURS
from butler_desktop.domain.role import Role, refuse_to_hand_over, refuse_to_write
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import NotFound, Overtaken
from butler_desktop.storage import journal, outbox
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.column_types import UtcTime
from butler_desktop.storage.database import Database
from butler_desktop.storage.dossiers import insert_rows, load_dossier, rows_of, write_rows
from butler_desktop.storage.schema import filings, orders
from butler_desktop.storage.schema import journal as journal_table
from butler_desktop.words import Words


class WallClock(Protocol):
    """Tells the time in UTC."""

    def __call__(self) -> datetime:
        """Now, in UTC."""
        ...


def utc_now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


class Work:
    """One transaction: reads see one moment; what is saved is committed together or not at all."""

    def __init__(self, connection: Connection, at: "Workspace", *, edits: bool) -> None:
        self.connection = connection
        self.actor = at.actor
        self.station = at.station
        self.role = at.role
        self.now = at.clock() if at.clock is not None else database_now(connection)
        self.rulebook = at.rulebook
        self.blobs = at.blobs
        self.reminder_hours = at.reminder_hours
        self.mail, self.certificate = at.mail, at.certificate
        self.changes = Changes()
        self._edits, self.is_replica = edits, at.shared is not None

    def dossier(self, order_id: str) -> Dossier:
        """The order with all that hangs on it. Raises NotFound."""
        if self._edits:
            self._hold(order_id)
        return load_dossier(self.connection, order_id)

    def dossier_of(self, filing_id: str) -> Dossier:
        """The dossier that a filing belongs to. Raises NotFound."""
        return self.dossier(self.order_of(filing_id))

    def order_of(self, filing_id: str) -> str:
        """The id of the order that a filing belongs to. Raises NotFound."""
        order_id = self.connection.scalar(
            select(filings.c.order_id).where(filings.c.id == filing_id)
        )
        if order_id is None:
            raise NotFound(Words("没有这条备案。", "There is no such filing."))
        return str(order_id)

    def save(self, before: Dossier | None, after: Dossier, act: str) -> Dossier:
        """Writes what changed and the journal row of ``act``; nothing if nothing changed.

        Returns the dossier at its new revision. Raises Overtaken when somebody
        acted on the order since ``before`` was read.
        """
        records_before = to_records(before) if before else {}
        changes = difference(records_before, to_records(after))
        if not changes:
            return after
        refuse_to_hand_over(self.role, self.actor, changes)
        order_id = after.order.id
        seen = before.revision if before else 0
        self._hold(order_id)
        revision, digest = journal.head(self.connection, order_id)
        if revision != seen:
            self._refuse_overtaken(order_id, seen, revision)
        entry = journal.new_entry(
            order_id=order_id,
            revision=revision + 1,
            act=act,
            actor=self.actor,
            station=self.station,
            at=self.now,
            changes=changes,
            previous_digest=digest,
        )
        rows_before = rows_of(before, self.rulebook) if before else {}
        write_rows(self.connection, rows_before, rows_of(after, self.rulebook))
        self._write_acts([entry])
        self.changes |= Changes(
            frozenset(change.kind for change in changes),
            frozenset([order_id]),
            frozenset(filing.id for filing in after.filings),
            acts=frozenset([entry["id"]]),
        )
        return replace(after, revision=revision + 1)

    def note(self, dossier: Dossier, kind: str, id_: str, act: str) -> None:
        """Writes an act that changes nothing: somebody looked at a value, or took a copy along.

        ``kind`` and ``id_`` name the value; ``act`` says what of it, never its content.
        """
        order_id = dossier.order.id
        self._hold(order_id)
        revision, digest = journal.head(self.connection, order_id)
        entry = journal.new_entry(
            order_id=order_id,
            revision=revision + 1,
            act=act,
            actor=self.actor,
            station=self.station,
            at=self.now,
            changes=(Change(kind, id_, CHANGE, {}),),
            previous_digest=digest,
        )
        self._write_acts([entry])
        self.changes |= Changes(
            frozenset([kind]),
            frozenset([order_id]),
            frozenset(filing.id for filing in dossier.filings),
            acts=frozenset([entry["id"]]),
        )

    def save_new(self, dossiers: Iterable[Dossier], act: str) -> int:
        """Writes many new orders at once; returns how many."""
        rows: list[tuple[str, dict[str, Any]]] = []
        acts: list[dict[str, Any]] = []
        for dossier in dossiers:
            rows += [(kind, row) for (kind, _), row in rows_of(dossier, self.rulebook).items()]
            acts.append(
                journal.new_entry(
                    order_id=dossier.order.id,
                    revision=1,
                    act=act,
                    actor=self.actor,
                    station=self.station,
                    at=self.now,
                    changes=difference({}, to_records(dossier)),
                    previous_digest=journal.ORIGIN,
                )
            )
        if acts:
            insert_rows(self.connection, rows)
            self._write_acts(acts)
            written = frozenset(act["id"] for act in acts)
            self.changes |= Changes(frozenset(["order"]), everything=True, acts=written)
        return len(acts)

    def order_id(self, number: str) -> str:
        """The id of the order that people call ``number``. Raises NotFound."""
        found = self.connection.scalar(select(orders.c.id).where(orders.c.number == number))
        if found is None:
            raise NotFound(
                Words(f"没有订单 {number}。", f"There is no order {number}."),
                Words("检查订单号。", "Check the number."),
            )
        return str(found)

    def filing_id(self, number: str) -> str:
        """The id of the filing that people call ``number``. Raises NotFound."""
        found = self.connection.scalar(select(filings.c.id).where(filings.c.number == number))
        if found is None:
            raise NotFound(
                Words(f"没有备案 {number}。", f"There is no filing {number}."),
                Words("检查备案单号。", "Check the number."),
            )
        return str(found)

    def other_open(self, certificate_number: str | None, filing_id: str) -> tuple[str, ...]:
        """Numbers of other filings of the same sponsor that the authority has not decided."""
        if not certificate_number:
            return ()
        found = self.connection.scalars(
            select(filings.c.number)
            .where(
                filings.c.certificate_number == certificate_number,
                filings.c.state.in_([state.value for state in LOCKED_STATES]),
                filings.c.id != filing_id,
            )
            .order_by(filings.c.number)
        )
        return tuple(found)

    @property
    def is_on_shared(self) -> bool:
        """Whether this is work on a team's database itself."""
        return self.connection.dialect.name == "postgresql"

    def _hold(self, order_id: str) -> None:
        """Has other desks wait with this order until this work is committed.

        An SQLite file is held as a whole already.
        """
        if self.connection.dialect.name == "postgresql":
            held = select(orders.c.id).where(orders.c.id == order_id)
            self.connection.execute(held.with_for_update())

    def _write_acts(self, acts: list[dict[str, Any]]) -> None:
        self.connection.execute(insert(journal_table), acts)
        if self.is_replica:
            outbox.queue(self.connection, acts)

    def _refuse_overtaken(self, order_id: str, seen: int, revision: int) -> None:
        """Raises Overtaken, unless all that others did since is to look."""
        if revision < seen:
            raise AssertionError("an order's journal has gone back")
        last = journal.last_change(self.connection, order_id, seen)
        if last is not None:
            raise overtaken(last.actor, last.at)


def overtaken(who: str, when: datetime) -> Overtaken:
    """The refusal of an act whose ground somebody else has changed."""
    at = f"{local(when):%m-%d %H:%M}"
    return Overtaken(
        Words(
            f"{who} 已于 {at} 先改动了这个订单，这一步没有写入。",
            f"{who} changed this order first, at {at}; nothing was written.",
        ),
        who,
        when,
        Words("看过现在的内容后再做。", "Look at it as it is now, then act again."),
    )


def _nobody_listens(_: Changes) -> None:
    """What hears of commits on a desk without a window."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace: the database, its blobs, the rules, and who sits at the desk."""

    database: Database
    blobs: BlobStore
    rulebook: Rulebook
    actor: str
    station: str
    clock: WallClock | None = None
    """Where None, a shared database's own clock counts, else the machine's."""

    told: Callable[[Changes], None] = _nobody_listens
    """Hears of every commit, on the thread that made it."""

    shared: Database | None = None
    """On a replica, the shared database; reached over the network, or not."""

    reminder_hours: tuple[int, ...] = REMINDER_HOURS
    """How long before the deadline the customer is reminded of it."""

    certificate: str = ""
    """The file of the company's certificate; empty where packets are not signed here."""

    mail: MailAccount | None = None
    """From where the customer is written to; None where no server is named."""

    role: Role = Role.OWNER
    """What who sits here may do; a file's role is judged when its acts are shared."""

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """A Work that only reads."""
        with self.database.reading() as connection:
            yield Work(connection, self, edits=False)

    @contextmanager
    def editing(self) -> Iterator[Work]:
        """A Work that may save; committed at the end, rolled back on any error.

        Raises Refused where the role may only look.
        """
        refuse_to_write(self.role)
        with self.database.editing() as connection:
            work = Work(connection, self, edits=True)
            yield work
        if work.changes:
            self.told(work.changes)

    def now(self) -> datetime:
        """The time that counts here, in UTC."""
        with self.reading() as work:
            return work.now

    def telling(self, told: Callable[[Changes], None]) -> "Workspace":
        """The same workspace, with ``told`` hearing of every commit."""
        return replace(self, told=told)

    def close(self) -> None:
        """Gives back the database."""
        self.database.close()
        if self.shared is not None:
            self.shared.close()


def database_now(connection: Connection) -> datetime:
    """The time that counts for a database, in UTC: a shared one has a clock of its own."""
    if connection.dialect.name != "postgresql":
        return utc_now()
    return connection.scalars(select(func.clock_timestamp(type_=UtcTime()))).one()
