"""What is sent to customers by e-mail, and what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

UTC_TIME = sa.String(length=27).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    """Adds the queue, empty."""
    op.create_table(
        "mails",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("filing_id", sa.String(length=36), nullable=False),
        sa.Column("occasion", sa.String(length=32), nullable=False),
        sa.Column("recipient", sa.Text(), server_default="", nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("packet_id", sa.String(length=36), nullable=False),
        sa.Column("deadline", UTC_TIME, nullable=True),
        sa.Column("made_at", UTC_TIME, nullable=False),
        sa.Column("made_by", sa.Text(), server_default="", nullable=False),
        sa.Column("due_at", UTC_TIME, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("claimed_at", UTC_TIME, nullable=True),
        sa.Column("claimed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("sent_at", UTC_TIME, nullable=True),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
    )
    for column in ("filing_id", "state"):
        op.create_index(op.f(f"ix_mails_{column}"), "mails", [column])
