"""What can be done to a shared database as a whole: set up, butlers added, looked at, tried.

``database`` is its URL; a password in it is used and kept nowhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from butler_desktop.domain.role import Role
from butler_desktop.storage import shared
from butler_desktop.storage.passwords import stripped
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.roles import signed_in
from butler_desktop.storage.stock_address import open_stock
from butler_desktop.storage.upgrade import check_version
from butler_desktop.storage.workspace import shared_url

SharedStatus = shared.SharedStatus


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody found who tried an address: the database, and who he is there."""

    place: str
    name: str
    role: Role


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


def try_address(database: str) -> Sight:
    """Signs in once and says as whom. Raises Refused for a file, StoreUnavailable."""
    with _opened(database) as opened:
        check_version(opened)
        with opened.reading() as connection:
            butler = signed_in(connection)
        return Sight(opened.name, butler.name, butler.role)


@contextmanager
def _opened(database: str) -> Iterator[PostgresDatabase]:
    opened = PostgresDatabase(shared_url(database))
    try:
        yield opened
    finally:
        opened.close()
