"""Refunds from the request on: who asked, who decided, and why, site by site."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

UTC_TIME = sa.String(length=27).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    """Adds them; refunds of before were given without a request."""
    texts = ("asked_by", "decision", "exception", "policy")
    for name in texts:
        op.add_column("refunds", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    state = sa.Column("state", sa.String(length=16), nullable=False, server_default="approved")
    op.add_column("refunds", state)
    op.add_column("refunds", sa.Column("decided_at", UTC_TIME, nullable=True))
    op.add_column("refunds", sa.Column("lines", sa.JSON(), nullable=False, server_default="[]"))
