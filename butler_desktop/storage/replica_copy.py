"""The first copy: everything that a shared database holds, into a desk's own file.

One moment of the shared database, table by table; a copy that breaks off is
taken away again.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, func, insert, select

from butler_desktop.domain.ids import new_id
from butler_desktop.errors import Refused
from butler_desktop.storage import exchange, feed
from butler_desktop.storage.passwords import stripped
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.replica import Replica, tie
from butler_desktop.storage.roles import signed_in
from butler_desktop.storage.schema import KIND_TABLES, journal
from butler_desktop.storage.shared import BLOBS, epoch, fact
from butler_desktop.storage.sqlite import SqliteDatabase
from butler_desktop.storage.upgrade import check_version, upgrade
from butler_desktop.storage.work import database_now
from butler_desktop.words import Words

BLOCK = 1_000
TABLES = (*KIND_TABLES.values(), journal)
Step = Callable[[int, int, str], None]


def copy_shared(url: URL, path: Path, step: Step) -> None:
    """Makes ``path`` a replica of the shared database at ``url``.

    ``step`` hears how many rows are done, and may break it off by raising.
    Raises Refused where something is at ``path`` already, StoreUnavailable.
    """
    if path.exists():
        raise Refused(
            Words(f"{path} 已经存在。", f"{path} exists already."),
            Words("另选一个文件名。", "Choose another file."),
        )
    shared = PostgresDatabase(url)
    try:
        check_version(shared)
        _copied(shared, path, step)
    except BaseException:
        for tail in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + tail).unlink()
        raise
    finally:
        shared.close()


def _copied(shared: PostgresDatabase, path: Path, step: Step) -> None:
    file = SqliteDatabase(path)
    try:
        upgrade(file)
        station = new_id()
        with shared.reading() as there, file.editing() as here:
            counts = [there.scalar(select(func.count()).select_from(it)) or 0 for it in TABLES]
            done, total = 0, sum(counts)
            for table in TABLES:
                rows = there.execute(select(table).execution_options(yield_per=BLOCK)).mappings()
                for block in rows.partitions():
                    step(done, total, "")
                    here.execute(insert(table), [dict(row) for row in block])
                    done += len(block)
            butler, now = signed_in(there), database_now(there)
            # Last, so that a copy that breaks off leaves no desk behind.
            with shared.editing() as desks:
                mark = exchange.add_desk(desks, station, butler.name, now)
            known = Replica(
                shared_url=stripped(shared.url).render_as_string(),
                actor=butler.name,
                station=station,
                mark=mark,
                epoch=epoch(there),
                place=feed.place(there),
                blobs=fact(there, BLOBS),
                synced_at=now,
            )
            tie(here, known)
    finally:
        file.close()
