"""Of what the customer was told, when and how."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds it; of what was told before nothing is known."""
    told = sa.Column("tellings", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("filings", told)
