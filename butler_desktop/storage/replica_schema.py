"""The tables that only a desk's own file has: what it is a replica of, and its outbox."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from butler_desktop.storage.column_types import UtcTime
from butler_desktop.storage.schema import metadata

replica_metadata = MetaData(naming_convention=metadata.naming_convention)

replica = Table(
    "replica",
    replica_metadata,
    Column("id", Integer, primary_key=True),
    Column("shared_url", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("station", String(64), nullable=False),
    Column("mark", Integer, nullable=False),
    Column("epoch", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("blobs", Text, nullable=False),
    Column("rounds", BigInteger, nullable=False),
    Column("pause", Text, nullable=False),
    Column("is_allowed", Boolean, nullable=False),
    Column("synced_at", UtcTime(), nullable=True),
)
"""One row where the file is a replica: of what, as whom, and how far it has come."""

given_numbers = Table(
    "given_numbers",
    replica_metadata,
    Column("prefix", String(64), primary_key=True),
    Column("serial", Integer, nullable=False),
)
"""The last serial that this desk gave behind each prefix."""

outbox = Table(
    "outbox",
    replica_metadata,
    Column("act_id", String(36), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("order_id", String(36), nullable=False),
    Column("act", String(64), nullable=False),
    Column("actor", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("made_at", UtcTime(), nullable=False),
    Column("changes", JSON, nullable=False),
    Column("standing", String(16), nullable=False),
    Column("reason", JSON, nullable=False),
    Column("decisions", JSON, nullable=False),
    Index("ix_outbox_order_id", "order_id", "position"),
)
"""The acts made here since the replica was last equal, as they were made, and what became of
them: ``queued`` (in the journal, to be pushed), ``held``, ``behind`` a held one, ``shared``,
``refused``."""
