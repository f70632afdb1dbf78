"""Identifiers: UUIDv7, so that rows sort by the time they were made.

Numbers that people read (DD-…, BA-…) are separate and never identify a row.
"""


def new_id() -> str:
    """A fresh UUIDv7 in its 36-character form."""
    import uuid_utils  # asks the platform who it is: the window's frame need not wait for that

    return str(uuid_utils.uuid7())


def numbered(prefix: str, serial: int) -> str:
    """A number that people read: ``BA-2603-`` and 418 make ``BA-2603-0418``."""
    return f"{prefix}{serial:04d}"
