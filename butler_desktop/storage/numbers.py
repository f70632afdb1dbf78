"""Numbers: those that people read, each given once.

A shared database gives one number after the other. A replica gives them
without asking anybody: its desk's mark keeps them apart from those of others,
so that a number once printed stays, and it remembers what it gave, also to a
filing that is held or was refused.
"""

from sqlalchemy import Column, func, select
from sqlalchemy.dialects.sqlite import insert

from butler_desktop.domain.ids import numbered
from butler_desktop.domain.local_time import local
from butler_desktop.storage.replica import read_replica
from butler_desktop.storage.replica_schema import given_numbers
from butler_desktop.storage.schema import filings, orders
from butler_desktop.storage.work import Work

LOCK = 4_711_001
"""The advisory lock of who gives the next number."""


def next_filing_number(work: Work) -> str:
    """The number of the filing that is started now: ``BA-2603-0418``, ``BA-2603-D2-0001``."""
    return _next(work, filings.c.number, f"BA-{local(work.now):%y%m}-")


def next_order_number(work: Work) -> str:
    """The number of the order that is entered now: ``DD-260316-0027``."""
    return _next(work, orders.c.number, f"DD-{local(work.now):%y%m%d}-")


def last_serial(work: Work, column: Column[str], prefix: str) -> int:
    """The highest serial behind ``prefix`` among the numbers of a column."""
    numbers = work.connection.scalars(
        select(column).where(column.startswith(prefix, autoescape=True))
    )
    tails = (number.removeprefix(prefix) for number in numbers)
    return max((int(tail) for tail in tails if tail.isdecimal()), default=0)


def _next(work: Work, column: Column[str], prefix: str) -> str:
    if work.is_on_shared:
        # Others wait with their next number until this work is committed.
        work.connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    known = read_replica(work.connection) if work.is_replica else None
    if known is None:
        return numbered(prefix, last_serial(work, column, prefix) + 1)
    prefix += f"D{known.mark}-"
    g = given_numbers.c
    given = work.connection.scalar(select(g.serial).where(g.prefix == prefix)) or 0
    serial = max(given, last_serial(work, column, prefix)) + 1
    row = insert(given_numbers).values(prefix=prefix, serial=serial)
    work.connection.execute(
        row.on_conflict_do_update(index_elements=["prefix"], set_={"serial": serial})
    )
    return numbered(prefix, serial)
