"""Promises that end, pauses of the preparation, and which clock of a filing leads."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

UTC_TIME = sa.String(length=27).with_variant(sa.DateTime(timezone=True), "postgresql")

CLOCKS = {
    "first_contact": ("requested",),
    "preparation": (
        "contacted",
        "collecting",
        "preparing",
        "internal_review",
        "returned_by_customer",
        "rework",
    ),
    "confirmation": ("awaiting_confirmation",),
    "submission": ("confirmed", "ready_to_submit"),
    "sms": ("sms_pending",),
    "authority": ("authority_review",),
}
"""Which clock a state ran until now; none other led."""

ENDED = ("failed", "withdrawn", "closed")

STANDING = ("contacted", "collecting")


def upgrade() -> None:
    """Adds them; what was promised before stands until somebody ends it."""
    op.add_column("contacts", sa.Column("promise_end", sa.String(length=16), nullable=True))
    op.add_column("contacts", sa.Column("promise_ended_at", UTC_TIME, nullable=True))
    ended_by = sa.Column("promise_ended_by", sa.Text(), nullable=False, server_default="")
    op.add_column("contacts", ended_by)
    op.add_column("filings", sa.Column("paused_at", UTC_TIME, nullable=True))
    reason = sa.Column("pause_reason", sa.Text(), nullable=False, server_default="")
    op.add_column("filings", reason)
    op.add_column("filings", sa.Column("pauses", sa.JSON(), nullable=False, server_default="[]"))
    clock = sa.Column("due_clock", sa.String(length=16), nullable=False, server_default="")
    op.add_column("filings", clock)
    # What was done since yesterday is asked for each minute.
    op.create_index("ix_journal_at", "journal", ["at"])
    _name_clocks()
    _let_promises_lead()


def _name_clocks() -> None:
    filings = _filings()
    for clock, states in CLOCKS.items():
        runs = sa.or_(filings.c.due_at.is_not(None), filings.c.state.in_(STANDING))
        named = sa.update(filings).where(filings.c.state.in_(states), runs)
        op.get_bind().execute(named.values(due_clock=clock))


def _let_promises_lead() -> None:
    filings = _filings()
    times = (sa.column(name, UTC_TIME) for name in ("at", "promise_at"))
    promised = sa.table("contacts", sa.column("id"), sa.column("filing_id"), *times)
    p, f = promised.c, filings.c
    query = (
        sa.select(f.id, f.due_at, p.at, p.promise_at)
        .join(promised, p.filing_id == f.id)
        .where(p.promise_at.is_not(None), f.state.not_in(ENDED))
        .order_by(f.id, p.promise_at.desc(), p.id.desc())
    )
    for id_, due_at, made_at, at in op.get_bind().execute(query).all():
        if due_at is None or at < due_at:
            leads = {"due_clock": "promise", "clock_started_at": made_at, "due_at": at}
            op.get_bind().execute(sa.update(filings).where(f.id == id_).values(**leads))


def _filings() -> sa.TableClause:
    times = (sa.column(name, UTC_TIME) for name in ("due_at", "clock_started_at"))
    return sa.table("filings", sa.column("id"), sa.column("state"), sa.column("due_clock"), *times)
