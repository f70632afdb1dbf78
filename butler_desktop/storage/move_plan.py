"""The plan of a move: what a file holds, where it would go, and what stands in the way.

Only the owner of the shared database may move work there: the journal's rows
keep their own actors, and nobody else may write those of others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, text, union

from butler_desktop.domain.mail import OPEN_MAIL
from butler_desktop.errors import Refused
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.database import Database
from butler_desktop.storage.moved import moved, moved_to
from butler_desktop.storage.order_digests import TABLES, read_all
from butler_desktop.storage.replica import read_replica
from butler_desktop.storage.roles import members, signed_in
from butler_desktop.storage.schema import (
    filings,
    journal,
    mails,
    materials,
    orders,
    packets,
    returned_pages,
)
from butler_desktop.storage.shared import BLOBS, fact
from butler_desktop.words import Words

MOVED_FROM = "moved_from"
"""The fact by which a shared database knows the whole of the file that was moved there."""


BLOB_NAMES = (materials.c.sha256, packets.c.pdf_sha256, returned_pages.c.sha256)
"""The columns that name a blob."""


@dataclass(frozen=True, slots=True)
class MovePlan:
    """What would be moved. ``counts`` are rows by kind, the journal's under ``journal``."""

    source: str
    target: str
    owner: str
    counts: Mapping[str, int]
    blobs: int
    blob_bytes: int
    blobs_lost: int
    """Blobs that the file names and its folder lacks: the move would stop at them."""
    blobs_place: str
    """Where they go; empty for into the shared database itself."""
    without_role: tuple[str, ...]
    """Names in the file that nobody can sign in with yet."""
    is_done: bool
    """An earlier move came through; only the file was not marked yet."""


def plan_of(here: Connection, there: Connection, source: Database, target: Database) -> MovePlan:
    """The plan, but for the sizes of blobs. Raises Refused where the move cannot be."""
    refuse_source(here, source)
    refuse_waiting_mail(here)
    refuse_signer(there, target)
    is_done = is_moved_already(here, there)
    if not is_done:
        refuse_full(there, target)
    return MovePlan(
        source=source.name,
        target=target.name,
        owner=signed_in(there).name,
        counts=row_counts(here),
        blobs=len(blob_names(here)),
        blob_bytes=0,
        blobs_lost=0,
        blobs_place=fact(there, BLOBS),
        without_role=_without_role(here, there),
        is_done=is_done,
    )


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows there are, by kind."""
    return {
        kind: connection.scalar(select(func.count()).select_from(table)) or 0
        for kind, table in TABLES.items()
    }


def blob_names(connection: Connection) -> tuple[str, ...]:
    """Every blob that a record names."""
    named = union(*(select(column) for column in BLOB_NAMES)).subquery()
    return tuple(connection.scalars(select(named).order_by(named.c[0])))


def blob_sizes(blobs: BlobStore, names: tuple[str, ...]) -> dict[str, int]:
    """The bytes of each of the blobs that lies here."""
    lost = set(blobs.missing(names))
    return {name: blobs.path_of(name).stat().st_size for name in names if name not in lost}


def is_moved_already(here: Connection, there: Connection) -> bool:
    """Whether all this, to the last letter, was moved there before."""
    known = fact(there, MOVED_FROM)
    return bool(known) and known == read_all(here).whole()


def refuse_source(here: Connection, source: Database) -> None:
    """Raises Refused for what is no workspace of its own, or has moved already."""
    if source.is_shared:
        raise Refused(
            Words("这里已经是共享库。", "This is a shared database already."),
            Words("打开要搬的本机文件。", "Open the file that is to be moved."),
        )
    replica = read_replica(here)
    if replica is not None:
        raise Refused(
            Words(
                f"{source.name} 是共享库的副本，它的数据已在共享库里。",
                f"{source.name} is a replica: its work is in the shared database already.",
            ),
            Words("同步即可，不必搬。", "Sync it; there is nothing to move."),
        )
    if place := moved_to(here):
        raise moved(source.name, place)


def refuse_waiting_mail(here: Connection) -> None:
    """Raises Refused while mail waits: nobody would send it from a file that is moved."""
    waits = mails.c.state.in_(OPEN_MAIL)
    count = here.scalar(select(func.count()).select_from(mails).where(waits)) or 0
    if count:
        raise Refused(
            Words(f"还有 {count} 封邮件没有处理完。", f"{count} e-mails are not settled yet."),
            Words("先发出或取消它们，再搬。", "Send them or call them off, then move."),
        )


def refuse_signer(there: Connection, target: Database) -> None:
    """Raises Refused where who is signed in does not own the shared database's tables."""
    if not there.scalar(text("SELECT butler_is_owner('journal'::regclass)")):
        who = signed_in(there).name
        raise Refused(
            Words(
                f"{who} 不是共享库 {target.name} 的所有者，不能把别人的操作记录写进去。",
                f"{who} does not own {target.name}; only its owner writes acts of others.",
            ),
            Words("以所有者的用户名登录。", "Sign in as its owner."),
        )


def refuse_full(there: Connection, target: Database) -> None:
    """Raises Refused where the shared database holds orders."""
    held = there.scalar(select(func.count()).select_from(orders)) or 0
    if held:
        raise Refused(
            Words(
                f"共享库 {target.name} 里已有 {held} 个订单，只能搬进没有订单的库。",
                f"{target.name} holds {held} orders; work is only moved to one without any.",
            ),
            Words("另建一个共享库（shared init）。", "Set up another one with shared init."),
        )


def _without_role(here: Connection, there: Connection) -> tuple[str, ...]:
    columns: tuple[Any, ...] = (journal.c.actor, orders.c.butler, filings.c.butler)
    named = set(here.scalars(union(*(select(column) for column in columns))))
    return tuple(sorted(named - {"", signed_in(there).name} - members(there)))
