"""What a confirmation rests on: reminders, why a deadline was changed, what was marked."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds them; what was recorded before has none."""
    for table, name in (("packets", "reminders"), ("filings", "corrections")):
        listed = sa.Column(name, sa.JSON(), nullable=False, server_default="[]")
        op.add_column(table, listed)
    reason = sa.Column("deadline_reason", sa.Text(), nullable=False, server_default="")
    op.add_column("filings", reason)
