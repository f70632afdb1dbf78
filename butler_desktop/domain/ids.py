"""Identifiers: UUIDv7, so that rows sort by the time they were made.

Numbers that people read (DD-…, BA-…) are separate and never identify a row.
"""

from datetime import datetime


def new_id() -> str:
    """A fresh UUIDv7 in its 36-character form."""
    import uuid_utils  # asks the platform who it is: the window's frame need not wait for that

    return str(uuid_utils.uuid7())


def filing_number(at: datetime, serial: int) -> str:
    """The number of the ``serial``-th filing of its month, ``BA-2603-0418``.

    ``at`` is local time (Asia/Shanghai): the month is the one people see.
    """
    return f"BA-{at:%y%m}-{serial:04d}"


def order_number(at: datetime, serial: int) -> str:
    """The number of an order entered by hand, ``DD-260316-0027``."""
    return f"DD-{at:%y%m%d}-{serial:04d}"
