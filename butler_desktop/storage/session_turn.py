"""A turn: one program at a time does something on a shared database, on any machine.

It is a lock of the session: a program that crashes gives it up with its
connection.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from butler_desktop.storage.database import Database


@contextmanager
def one_at_a_time(database: Database, name: str) -> Iterator[bool]:
    """Within, nobody else has the turn called ``name``; False where somebody has it."""
    try:
        with database.engine.connect() as connection:
            held = connection.execution_options(isolation_level="AUTOCOMMIT")
            key = func.hashtextextended(name, 0)
            is_ours = bool(held.scalar(select(func.pg_try_advisory_lock(key))))
            try:
                yield is_ours
            finally:
                if is_ours and not held.invalidated:
                    held.execute(select(func.pg_advisory_unlock(key)))
    except DBAPIError as error:
        raise database.told(error) from error
