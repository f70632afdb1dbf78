"""What silence may count on: the reminders of a deadline, and why a deadline was changed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds both; what was recorded before has neither."""
    reminders = sa.Column("reminders", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("packets", reminders)
    reason = sa.Column("deadline_reason", sa.Text(), nullable=False, server_default="")
    op.add_column("filings", reason)
