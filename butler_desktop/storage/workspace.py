"""Opening a workspace: a database file with its blobs beside it, or a team's shared database."""

from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from butler_desktop import PROGRAM
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import Refused, StoreUnavailable
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.blob_stock import BlobStock
from butler_desktop.storage.database import Database
from butler_desktop.storage.database_stock import DatabaseStock
from butler_desktop.storage.network_volume import refuse_network_volume
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.postgres_address import place_of
from butler_desktop.storage.present_rulebook import present_rulebook
from butler_desktop.storage.replica import Replica, replica_of
from butler_desktop.storage.roles import signed_in
from butler_desktop.storage.shared import BLOBS, fact
from butler_desktop.storage.sqlite import SqliteDatabase
from butler_desktop.storage.stock_address import open_stock
from butler_desktop.storage.upgrade import check_version, none_there, upgrade
from butler_desktop.storage.whole_file import make_folder
from butler_desktop.storage.work import WallClock, Workspace, utc_now
from butler_desktop.words import Words


def open_workspace(
    place: Path | URL,
    *,
    actor: str,
    station: str,
    clock: WallClock | None = None,
    rulebook: Rulebook | None = None,
    make: bool = True,
) -> Workspace:
    """Opens the workspace at ``place``; with ``make`` makes the file where there is none.

    The blobs lie in ``<name>.files`` beside a file. On a shared database the
    actor is who signs in. Raises StoreUnavailable (or StoreTooNew,
    StoreTooOld) where it cannot be opened, and for a file on a network volume.
    """
    rulebook = rulebook or present_rulebook(local_date((clock or utc_now)()))
    if isinstance(place, URL):
        return _open_shared(place, station, clock, rulebook)
    path = place.expanduser().resolve()
    refuse_network_volume(path)
    if not make and not _is_there(path):
        raise none_there(path)
    make_folder(path.parent)
    database = SqliteDatabase(path)
    try:
        upgrade(database, make=make)
        known = replica_of(database)
    except BaseException:
        database.close()
        raise
    shared, stock = _tied(known)
    return Workspace(
        database=database,
        blobs=BlobStore(path.with_name(path.name + ".files"), stock),
        rulebook=rulebook,
        actor=known.actor if known else actor,
        station=known.station if known else station,
        clock=clock,
        shared=shared,
    )


def _tied(known: Replica | None) -> tuple[PostgresDatabase | None, BlobStock | None]:
    """What a replica is tied to, and where its team's files lie; neither is asked yet."""
    if known is None:
        return None, None
    shared = PostgresDatabase(make_url(known.shared_url), known.station)
    return shared, stock_of(known.blobs, shared, known.station)


def stock_of(address: str, shared: Database, station: str) -> BlobStock:
    """The team's files: at an address, or in the shared database itself."""
    return open_stock(address, station) if address else DatabaseStock(shared)


def _open_shared(url: URL, station: str, clock: WallClock | None, rulebook: Rulebook) -> Workspace:
    database = PostgresDatabase(url, station)
    try:
        check_version(database)
        with database.reading() as connection:
            butler = signed_in(connection)
            stock = stock_of(fact(connection, BLOBS), database, station)
    except BaseException:
        database.close()
        raise
    folder = platformdirs.user_cache_path(PROGRAM, appauthor=False) / "blobs"
    return Workspace(
        database=database,
        blobs=BlobStore(folder / place_of(url).replace("/", "_"), stock, eager=True),
        rulebook=rulebook,
        actor=butler.name,
        role=butler.role,
        station=station,
        clock=clock,
    )


def database_place(database: str) -> Path | URL:
    """What ``--database`` or a setting names: a file, or the URL of a shared database.

    Raises StoreUnavailable for the URL of anything else.
    """
    scheme, mark, place = database.partition("://")
    if not mark:
        return Path(database)
    if scheme == "sqlite" and place.startswith("/"):
        return Path(place[1:])
    if scheme.partition("+")[0] in ("postgresql", "postgres"):
        try:
            return make_url(database).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError):  # a port that is no number
            pass
    raise StoreUnavailable(
        Words(
            f"不能打开 {scheme} 的地址。",
            f"An address of {scheme} cannot be opened.",
        ),
        Words(
            "给出文件路径，或 postgresql://用户名@服务器/库名。",
            "Give a file path, or postgresql://butler@server/database.",
        ),
    )


def shared_url(database: str) -> URL:
    """The URL of a shared database. Raises Refused for a file, StoreUnavailable for another's."""
    place = database_place(database)
    if isinstance(place, Path):
        raise Refused(
            Words(f"{database} 不是共享库的地址。", f"{database} is no shared database."),
            Words(
                "给出 postgresql://用户名@服务器/库名。",
                "Give postgresql://butler@server/database.",
            ),
        )
    return place


def _is_there(path: Path) -> bool:
    """Whether anything is at ``path``; an empty file is not."""
    return path.exists() and (not path.is_file() or path.stat().st_size > 0)
