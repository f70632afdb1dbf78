"""Ratings of an order itself: of sites that were refunded before a filing was begun."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Lets a rating have no filing, once per order; those of filings stay as they are."""
    with op.batch_alter_table("ratings") as ratings:
        ratings.alter_column("filing_id", existing_type=sa.String(length=36), nullable=True)
    alone = sa.text("filing_id IS NULL")
    op.create_index(
        "uq_ratings_order_id",
        "ratings",
        ["order_id"],
        unique=True,
        sqlite_where=alone,
        postgresql_where=alone,
    )
