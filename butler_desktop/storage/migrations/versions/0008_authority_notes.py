"""What happened outside the house after submission, as the butler noted it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Adds it; of what happened before nothing more is known."""
    notes = sa.Column("authority_notes", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("filings", notes)
