"""The first schema: orders, filings and what hangs on them, and their journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

UTC_TIME = sa.String(length=27).with_variant(sa.DateTime(timezone=True), "postgresql")

JOURNAL_IS_FINAL = """
CREATE TRIGGER journal_{name} BEFORE {event} ON journal
BEGIN
    SELECT RAISE(ABORT, 'rows of the journal are never changed or deleted');
END
"""


def upgrade() -> None:
    """Makes the tables, and has the database refuse to change or delete a journal row."""
    op.create_table(
        "orders",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("customer", sa.Text(), server_default="", nullable=False),
        sa.Column("contact_name", sa.Text(), server_default="", nullable=False),
        sa.Column("contact_phone", sa.Text(), server_default="", nullable=False),
        sa.Column("contact_email", sa.Text(), server_default="", nullable=False),
        sa.Column("service_tier", sa.Text(), server_default="", nullable=False),
        sa.Column("filing_kind", sa.String(length=32), nullable=False),
        sa.Column("ordered_site_count", sa.Integer(), nullable=False),
        sa.Column("unit_price_fen", sa.BigInteger(), nullable=False),
        sa.Column("coupon_fen", sa.BigInteger(), nullable=False),
        sa.Column("voucher_fen", sa.BigInteger(), nullable=False),
        sa.Column("paid_fen", sa.BigInteger(), nullable=False),
        sa.Column("payment_method", sa.Text(), server_default="", nullable=False),
        sa.Column("paid_at", UTC_TIME, nullable=True),
        sa.Column("activation", sa.Text(), server_default="", nullable=False),
        sa.Column("remark", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("butler", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_at", UTC_TIME, nullable=False),
        sa.Column("first_contact_at", UTC_TIME, nullable=True),
        sa.Column("first_contact_due", UTC_TIME, nullable=True),
        sa.Column("search_text", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("number", name=op.f("uq_orders_number")),
    )
    op.create_index(op.f("ix_orders_state"), "orders", ["state"], unique=False)
    op.create_table(
        "filings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("state_since", UTC_TIME, nullable=False),
        sa.Column("site_count", sa.Integer(), nullable=False),
        sa.Column("butler", sa.Text(), server_default="", nullable=False),
        sa.Column("requested_at", UTC_TIME, nullable=False),
        sa.Column("particulars", sa.JSON(), nullable=False),
        sa.Column("contacted_at", UTC_TIME, nullable=True),
        sa.Column("content_complete_at", UTC_TIME, nullable=True),
        sa.Column("confirmation_deadline", UTC_TIME, nullable=True),
        sa.Column("return_comment", sa.Text(), server_default="", nullable=False),
        sa.Column("confirmed_at", UTC_TIME, nullable=True),
        sa.Column("confirmed_version", sa.Integer(), nullable=True),
        sa.Column("confirmed_digest", sa.Text(), server_default="", nullable=False),
        sa.Column("auto_confirmed", sa.Boolean(), nullable=False),
        sa.Column("face_verification", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("submitted_at", UTC_TIME, nullable=True),
        sa.Column("submitted_version", sa.Integer(), nullable=True),
        sa.Column("sms_sent_at", UTC_TIME, nullable=True),
        sa.Column("sms_verified_at", UTC_TIME, nullable=True),
        sa.Column("rejection_reasons", sa.Text(), server_default="", nullable=False),
        sa.Column("approved_at", UTC_TIME, nullable=True),
        sa.Column("subject_number", sa.Text(), server_default="", nullable=False),
        sa.Column("service_number", sa.Text(), server_default="", nullable=False),
        sa.Column("rating_waived_at", UTC_TIME, nullable=True),
        sa.Column("duties_told_at", UTC_TIME, nullable=True),
        sa.Column("filing_kind", sa.String(length=32), nullable=False),
        sa.Column("province", sa.String(length=6), nullable=False),
        sa.Column("sponsor_name", sa.Text(), server_default="", nullable=False),
        sa.Column("service_name", sa.Text(), server_default="", nullable=False),
        sa.Column("domain", sa.Text(), server_default="", nullable=False),
        sa.Column("certificate_number", sa.String(length=64), nullable=False),
        sa.Column("clock_started_at", UTC_TIME, nullable=True),
        sa.Column("due_at", UTC_TIME, nullable=True),
        sa.Column("search_text", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_filings_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filings")),
        sa.UniqueConstraint("number", name=op.f("uq_filings_number")),
    )
    op.create_index(
        op.f("ix_filings_certificate_number"), "filings", ["certificate_number"], unique=False
    )
    op.create_index(op.f("ix_filings_order_id"), "filings", ["order_id"], unique=False)
    op.create_index(
        "ix_filings_due_at", "filings", ["due_at", "id", "state", "butler"], unique=False
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.Text(), server_default="", nullable=False),
        sa.Column("station", sa.Text(), server_default="", nullable=False),
        sa.Column("at", UTC_TIME, nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("changes_digest", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_journal_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sa.UniqueConstraint("order_id", "revision", name=op.f("uq_journal_order_id")),
    )
    op.create_index(op.f("ix_journal_order_id"), "journal", ["order_id"], unique=False)
    op.create_table(
        "refunds",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("site_count", sa.Integer(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("approved_by", sa.Text(), server_default="", nullable=False),
        sa.Column("at", UTC_TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_refunds_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refunds")),
    )
    op.create_index(op.f("ix_refunds_order_id"), "refunds", ["order_id"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("filing_id", sa.String(length=36), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("at", UTC_TIME, nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("promise_at", UTC_TIME, nullable=True),
        sa.Column("promise_note", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filings.id"], name=op.f("fk_contacts_filing_id_filings")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_contacts_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_filing_id"), "contacts", ["filing_id"], unique=False)
    op.create_index(op.f("ix_contacts_order_id"), "contacts", ["order_id"], unique=False)
    op.create_table(
        "materials",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("filing_id", sa.String(length=36), nullable=False),
        sa.Column("material_kind", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), server_default="", nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("byte_size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), server_default="", nullable=False),
        sa.Column("attached_at", UTC_TIME, nullable=False),
        sa.Column("attached_by", sa.Text(), server_default="", nullable=False),
        sa.Column("pixel_width", sa.Integer(), nullable=False),
        sa.Column("pixel_height", sa.Integer(), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("withdrawn_at", UTC_TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filings.id"], name=op.f("fk_materials_filing_id_filings")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_materials_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_materials")),
    )
    op.create_index(op.f("ix_materials_filing_id"), "materials", ["filing_id"], unique=False)
    op.create_index(op.f("ix_materials_order_id"), "materials", ["order_id"], unique=False)
    op.create_index(op.f("ix_materials_sha256"), "materials", ["sha256"], unique=False)
    op.create_table(
        "packets",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("filing_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("confirmed_values_digest", sa.String(length=64), nullable=False),
        sa.Column("pdf_sha256", sa.String(length=64), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("made_at", UTC_TIME, nullable=False),
        sa.Column("made_by", sa.Text(), server_default="", nullable=False),
        sa.Column("delivered_at", UTC_TIME, nullable=True),
        sa.Column("delivered_by", sa.Text(), server_default="", nullable=False),
        sa.Column("delivered_how", sa.Text(), server_default="", nullable=False),
        sa.Column("confirmed_at", UTC_TIME, nullable=True),
        sa.Column("confirmed_how", sa.Text(), server_default="", nullable=False),
        sa.Column("returned_at", UTC_TIME, nullable=True),
        sa.Column("return_comment", sa.Text(), server_default="", nullable=False),
        sa.Column("voided_at", UTC_TIME, nullable=True),
        sa.Column("void_reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filings.id"], name=op.f("fk_packets_filing_id_filings")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_packets_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packets")),
        sa.UniqueConstraint("filing_id", "version", name=op.f("uq_packets_filing_id")),
    )
    op.create_index(op.f("ix_packets_digest"), "packets", ["digest"], unique=False)
    op.create_index(op.f("ix_packets_filing_id"), "packets", ["filing_id"], unique=False)
    op.create_index(op.f("ix_packets_order_id"), "packets", ["order_id"], unique=False)
    op.create_table(
        "ratings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("filing_id", sa.String(length=36), nullable=False),
        sa.Column("response_speed", sa.Integer(), nullable=False),
        sa.Column("service_quality", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("at", UTC_TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filings.id"], name=op.f("fk_ratings_filing_id_filings")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_ratings_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratings")),
        sa.UniqueConstraint("filing_id", name=op.f("uq_ratings_filing_id")),
    )
    op.create_index(op.f("ix_ratings_filing_id"), "ratings", ["filing_id"], unique=False)
    op.create_index(op.f("ix_ratings_order_id"), "ratings", ["order_id"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(JOURNAL_IS_FINAL.format(name=event.lower(), event=event))
