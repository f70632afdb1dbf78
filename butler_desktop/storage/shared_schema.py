"""The tables that only a shared database has: its desks, who looks where, facts, blobs.

On PostgreSQL alone. ``journal.xid`` is there as well: the transaction that
wrote the row, by which a desk asks for what it has not seen (``storage/feed.py``).
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from butler_desktop.storage.column_types import UtcTime
from butler_desktop.storage.schema import metadata

shared_metadata = MetaData(naming_convention=metadata.naming_convention)

desks = Table(
    "desks",
    shared_metadata,
    Column("station", String(64), primary_key=True),
    Column("mark", Integer, nullable=False, unique=True),
    Column("actor", Text, nullable=False),
    Column("rounds", BigInteger, nullable=False),
    Column("seen_at", UtcTime(), nullable=False),
)
"""The replicas: each with a mark of its own for the numbers that it gives."""

presence = Table(
    "presence",
    shared_metadata,
    Column("station", String(64), primary_key=True),
    Column("actor", Text, nullable=False),
    Column("filing_id", String(36), nullable=False),
    Column("doing", String(16), nullable=False),
    Column("at", UtcTime(), nullable=False),
)
"""Who is at which filing, as far as their desks have said lately."""

facts = Table(
    "facts",
    shared_metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What every desk must know of the team: where the blobs are, which life of the database."""

blobs = Table(
    "blobs",
    shared_metadata,
    Column("sha256", String(64), primary_key=True),
    Column("byte_size", BigInteger, nullable=False),
)
"""The blobs that are whole in ``blob_pieces``."""

blob_pieces = Table(
    "blob_pieces",
    shared_metadata,
    Column("sha256", String(64), primary_key=True),
    Column("piece", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
