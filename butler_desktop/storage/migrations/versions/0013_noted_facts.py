"""What was looked up outside for a filing, and the findings that somebody let pass."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Adds both; of what was looked up before nothing is known."""
    for name in ("noted_facts", "waivers"):
        column = sa.Column(name, sa.JSON(), nullable=False, server_default="[]")
        op.add_column("filings", column)
