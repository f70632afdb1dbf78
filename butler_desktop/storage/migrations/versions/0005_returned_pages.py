"""What came back of a packet: its pages, and who answered by what."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

UTC_TIME = sa.String(length=27).with_variant(sa.DateTime(timezone=True), "postgresql")

TRACED = """
CREATE CONSTRAINT TRIGGER returned_pages_traced AFTER INSERT OR UPDATE ON returned_pages
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION butler_traced('order_id')
"""


def upgrade() -> None:
    """Adds them; what was recorded before has none."""
    for name in ("answered_by", "evidence", "returned_how"):
        op.add_column("packets", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "returned_pages",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("filing_id", sa.String(length=36), nullable=False),
        sa.Column("packet_id", sa.String(length=36), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("byte_size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), server_default="", nullable=False),
        sa.Column("file_name", sa.Text(), server_default="", nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("known_by", sa.String(length=16), nullable=False),
        sa.Column("received_at", UTC_TIME, nullable=False),
        sa.Column("received_by", sa.Text(), server_default="", nullable=False),
        sa.Column("withdrawn_at", UTC_TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filings.id"], name=op.f("fk_returned_pages_filing_id_filings")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_returned_pages_order_id_orders")
        ),
        sa.ForeignKeyConstraint(
            ["packet_id"], ["packets.id"], name=op.f("fk_returned_pages_packet_id_packets")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_pages")),
    )
    for column in ("filing_id", "order_id", "packet_id", "sha256"):
        op.create_index(op.f(f"ix_returned_pages_{column}"), "returned_pages", [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(TRACED)
