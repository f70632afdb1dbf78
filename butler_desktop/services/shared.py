"""What can be done to a shared database as a whole: set up, butlers added, looked at, tried.

``database`` is its URL; a password in it is used and kept nowhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from butler_desktop.domain.role import Role
from butler_desktop.domain.sync_status import Tie
from butler_desktop.storage import postgres_address, shared
from butler_desktop.storage.passwords import forget, is_by_password, keep, kept, stripped
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.replica import read_replica
from butler_desktop.storage.roles import signed_in
from butler_desktop.storage.stock_address import open_stock
from butler_desktop.storage.upgrade import check_version
from butler_desktop.storage.work import Work
from butler_desktop.storage.workspace import database_place, shared_url

SharedStatus = shared.SharedStatus
Address = postgres_address.Address


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody found who tried an address: the database, and who he is there."""

    url: str
    """The address as it is kept: without a password."""
    place: str
    name: str
    role: Role
    is_kept: bool
    """Whether the system's keyring keeps a password for it."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making something that may have been there: its name, and whether it is new."""

    place: str
    is_new: bool


def init_shared(database: str, blobs: str | None = None) -> Made:
    """Makes schema and roles as the database's owner, or brings them up to date.

    ``blobs`` says where attachments lie from now on: a folder or URL, empty
    for in the database. Raises Refused for a file or without the right,
    StoreUnavailable, StoreTooNew.
    """
    with _opened(database) as opened:
        if blobs:
            open_stock(blobs, "shared-init", make=True)
        return Made(opened.name, shared.init_shared(opened, blobs))


def add_butler(database: str, name: str, role: Role, password: str = "") -> Made:
    """Gives somebody a login role of that right, or another right in place of his.

    Returns the address with which he signs in. Raises Refused, StoreUnavailable.
    """
    with _opened(database) as opened:
        check_version(opened)
        is_new = shared.add_butler(opened, name, role, password)
    address = stripped(shared_url(database)).set(drivername="postgresql", username=name)
    shown = address.render_as_string()
    # Chinese as Chinese, where the name has no sign that means something in an address.
    return Made(shown.replace(quote(name), name) if name.isalnum() else shown, is_new)


def shared_status(database: str) -> SharedStatus:
    """How the database stands. Raises Refused for a file, StoreUnavailable."""
    with _opened(database) as opened:
        check_version(opened)
        return shared.shared_status(opened)


@dataclass(frozen=True, slots=True)
class SharedDesk:
    """How this desk is tied to a shared database now. ``address`` is None for a file alone."""

    tie: Tie
    name: str
    role: Role
    address: Address | None = None


def shared_desk(work: Work, database: str) -> SharedDesk:
    """How the desk whose database is ``database`` works now."""
    if work.is_on_shared:
        return SharedDesk(Tie.DIRECT, work.actor, work.role, address_of(database))
    known = read_replica(work.connection)
    if known is None:
        return SharedDesk(Tie.ALONE, work.actor, work.role)
    return SharedDesk(Tie.REPLICA, known.actor, work.role, address_of(known.shared_url))


def address_of(database: str) -> Address | None:
    """The address that a URL means; None for a file."""
    place = database_place(database)
    return None if isinstance(place, Path) else postgres_address.parts_of(place)


def sign_in(address: Address, password: str = "", like: str = "") -> Sight:
    """Signs in once and says as whom; the options of the URL ``like`` stay.

    Without a password that of the keyring counts, or libpq's own files. Raises
    StoreUnavailable.
    """
    known = database_place(like) if like else Path()
    url = stripped(postgres_address.url_of(address, None if isinstance(known, Path) else known))
    with _opened(url.render_as_string(), password) as opened:
        check_version(opened)
        with opened.reading() as connection:
            butler = signed_in(connection)
    is_kept = is_by_password(url) and bool(kept(url))
    return Sight(url.render_as_string(), opened.name, butler.name, butler.role, is_kept)


def keep_password(database: str, password: str) -> None:
    """Keeps a password in the system's keyring. Raises StoreUnavailable where there is none."""
    keep(shared_url(database), password)


def forget_password(database: str) -> None:
    """Takes it out again, if it is there."""
    forget(shared_url(database))


@contextmanager
def _opened(database: str, password: str = "") -> Iterator[PostgresDatabase]:
    url = shared_url(database)
    opened = PostgresDatabase(url.set(password=password) if password else url)
    try:
        yield opened
    finally:
        opened.close()
