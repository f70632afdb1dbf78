"""Opening a workspace: a database file with its blobs beside it."""

from pathlib import Path

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.database import Database
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.storage.upgrade import none_there, upgrade
from butler_desktop.storage.work import WallClock, Workspace, utc_now
from butler_desktop.words import Words


def open_workspace(
    path: Path,
    *,
    actor: str,
    station: str,
    clock: WallClock = utc_now,
    rulebook: Rulebook | None = None,
    make: bool = True,
) -> Workspace:
    """Opens the workspace whose database is ``path``; with ``make`` makes it where there is none.

    The blobs lie in ``<name>.files`` beside the database. Raises
    StoreUnavailable (or StoreTooNew) where it cannot be opened.
    """
    path = path.expanduser().resolve()
    if not make and not _is_there(path):
        raise none_there(path)
    _make_folder(path.parent)
    database = Database(path)
    try:
        upgrade(database, make=make)
    except BaseException:
        database.close()
        raise
    return Workspace(
        database=database,
        blobs=BlobStore(path.with_name(path.name + ".files")),
        rulebook=rulebook or load_rulebook(),
        actor=actor,
        station=station,
        clock=clock,
    )


def database_path(database: str) -> Path:
    """The file that ``--database`` or a setting names: a path, or the URL of an SQLite file.

    Raises StoreUnavailable for the URL of a server.
    """
    scheme, mark, place = database.partition("://")
    if not mark:
        return Path(database)
    if scheme == "sqlite" and place.startswith("/"):
        return Path(place[1:])
    raise StoreUnavailable(
        Words(
            f"这个版本只打开本机数据库文件，不能打开 {scheme}。",
            f"This version opens database files only, not {scheme}.",
        ),
        Words("用 --database 给出文件路径。", "Give --database a file path."),
    )


def _is_there(path: Path) -> bool:
    """Whether anything is at ``path``; an empty file is not."""
    return path.exists() and (not path.is_file() or path.stat().st_size > 0)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            Words(f"建不了文件夹 {folder}。", f"The folder {folder} cannot be made."),
            Words("另选一个位置。", "Choose another place."),
        ) from error
