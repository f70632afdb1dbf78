"""The tables: columns for what is listed, filtered, guarded or counted; the form is a document.

A table of a dossier's values has a column for each field of the value, under
the same name. Columns beside those are projections: computed from the value
when it is saved, never read back into it.
"""

from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from butler_desktop.domain.coexistence import KEY_LENGTH, KEYED
from butler_desktop.storage.column_types import UtcTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", String(36), primary_key=True)


def _order_id() -> Column[str]:
    return Column("order_id", String(36), ForeignKey("orders.id"), nullable=False, index=True)


def _filing_id(*, nullable: bool = False) -> Column[str]:
    return Column("filing_id", String(36), ForeignKey("filings.id"), nullable=nullable, index=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _time(name: str, *, nullable: bool = True) -> Column[datetime]:
    return Column(name, UtcTime(), nullable=nullable)


orders = Table(
    "orders",
    metadata,
    _id(),
    Column("number", String(64), nullable=False, unique=True),
    _text("customer"),
    _text("contact_name"),
    _text("contact_phone"),
    _text("contact_email"),
    _text("service_tier"),
    Column("filing_kind", String(32), nullable=False),
    Column("ordered_site_count", Integer, nullable=False),
    Column("unit_price_fen", BigInteger, nullable=False),
    Column("coupon_fen", BigInteger, nullable=False),
    Column("voucher_fen", BigInteger, nullable=False),
    Column("paid_fen", BigInteger, nullable=False),
    _text("payment_method"),
    _time("paid_at"),
    _text("activation"),
    _text("remark"),
    Column("state", String(32), nullable=False, index=True),
    _text("butler"),
    _time("entered_at", nullable=False),
    _time("first_contact_at"),
    # projections
    _time("first_contact_due"),
    _text("search_text"),
)

filings = Table(
    "filings",
    metadata,
    _id(),
    _order_id(),
    Column("number", String(64), nullable=False, unique=True),
    Column("state", String(32), nullable=False),
    _time("state_since", nullable=False),
    Column("site_count", Integer, nullable=False),
    _text("butler"),
    _time("requested_at", nullable=False),
    Column("particulars", JSON, nullable=False),
    _time("contacted_at"),
    _time("content_complete_at"),
    _time("paused_at"),
    _text("pause_reason"),
    Column("pauses", JSON, nullable=False),
    _time("confirmation_deadline"),
    _text("deadline_reason"),
    _text("return_comment"),
    Column("corrections", JSON, nullable=False),
    _time("confirmed_at"),
    Column("confirmed_version", Integer),
    _text("confirmed_digest"),
    Column("auto_confirmed", Boolean, nullable=False),
    Column("face_verification", JSON(none_as_null=True)),
    _time("submitted_at"),
    Column("submitted_version", Integer),
    _time("sms_sent_at"),
    _time("sms_verified_at"),
    _text("rejection_reasons"),
    _time("approved_at"),
    _text("subject_number"),
    _text("service_number"),
    _time("rating_waived_at"),
    _time("duties_told_at"),
    Column("tellings", JSON, nullable=False),
    Column("authority_notes", JSON, nullable=False),
    Column("noted_facts", JSON, nullable=False),
    Column("waivers", JSON, nullable=False),
    # projections
    Column("filing_kind", String(32), nullable=False),
    Column("province", String(6), nullable=False),
    _text("sponsor_name"),
    _text("service_name"),
    _text("domain"),
    Column("certificate_number", String(64), nullable=False, index=True),
    *(
        Column(it.column, String(KEY_LENGTH), nullable=False, server_default="", index=True)
        for it in KEYED
    ),
    Column("due_clock", String(16), nullable=False, server_default=""),
    _time("clock_started_at"),
    _time("due_at"),
    _text("search_text"),
    # The queue's own order, with all that decides what is in it: walked from its beginning.
    Index("ix_filings_due_at", "due_at", "id", "state", "butler"),
)

materials = Table(
    "materials",
    metadata,
    _id(),
    _order_id(),
    _filing_id(),
    Column("material_kind", String(64), nullable=False),
    _text("file_name"),
    Column("sha256", String(64), nullable=False, index=True),
    Column("byte_size", BigInteger, nullable=False),
    _text("media_type"),
    _time("attached_at", nullable=False),
    _text("attached_by"),
    Column("pixel_width", Integer, nullable=False),
    Column("pixel_height", Integer, nullable=False),
    Column("page_count", Integer, nullable=False),
    Column("flags", JSON, nullable=False),
    _time("withdrawn_at"),
)

packets = Table(
    "packets",
    metadata,
    _id(),
    _order_id(),
    _filing_id(),
    Column("version", Integer, nullable=False),
    Column("content", JSON, nullable=False),
    Column("digest", String(64), nullable=False, index=True),
    Column("confirmed_values_digest", String(64), nullable=False),
    Column("pdf_sha256", String(64), nullable=False),
    Column("page_count", Integer, nullable=False),
    _time("made_at", nullable=False),
    _text("made_by"),
    _time("delivered_at"),
    _text("delivered_by"),
    _text("delivered_how"),
    Column("reminders", JSON, nullable=False),
    _time("confirmed_at"),
    _text("confirmed_how"),
    _text("answered_by"),
    _text("evidence"),
    _time("returned_at"),
    _text("returned_how"),
    _text("return_comment"),
    _time("voided_at"),
    _text("void_reason"),
    UniqueConstraint("filing_id", "version"),
)

returned_pages = Table(
    "returned_pages",
    metadata,
    _id(),
    _order_id(),
    _filing_id(),
    Column("packet_id", String(36), ForeignKey("packets.id"), nullable=False, index=True),
    Column("page", Integer, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("byte_size", BigInteger, nullable=False),
    _text("media_type"),
    _text("file_name"),
    Column("sheet", Integer, nullable=False),
    Column("known_by", String(16), nullable=False),
    _time("received_at", nullable=False),
    _text("received_by"),
    _time("withdrawn_at"),
)

contacts = Table(
    "contacts",
    metadata,
    _id(),
    _order_id(),
    _filing_id(nullable=True),
    Column("outcome", String(32), nullable=False),
    _time("at", nullable=False),
    _text("by"),
    _text("note"),
    _time("promise_at"),
    _text("promise_note"),
    Column("promise_end", String(16)),
    _time("promise_ended_at"),
    _text("promise_ended_by"),
)

ratings = Table(
    "ratings",
    metadata,
    _id(),
    _order_id(),
    _filing_id(nullable=True),
    Column("response_speed", Integer, nullable=False),
    Column("service_quality", Integer, nullable=False),
    _text("comment"),
    _time("at", nullable=False),
    UniqueConstraint("filing_id"),
    Index(
        "uq_ratings_order_id",
        "order_id",
        unique=True,
        sqlite_where=text("filing_id IS NULL"),
        postgresql_where=text("filing_id IS NULL"),
    ),
)

refunds = Table(
    "refunds",
    metadata,
    _id(),
    _order_id(),
    Column("site_count", Integer, nullable=False),
    Column("amount_fen", BigInteger, nullable=False),
    _text("reason"),
    _text("approved_by"),
    _time("at", nullable=False),
    _text("asked_by"),
    Column("state", String(16), nullable=False),
    _time("decided_at"),
    _text("decision"),
    _text("exception"),
    _text("policy"),
    Column("lines", JSON, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    _id(),
    _order_id(),
    Column("revision", Integer, nullable=False),
    Column("act", String(64), nullable=False),
    _text("actor"),
    _text("station"),
    _time("at", nullable=False),
    Column("changes", JSON, nullable=False),
    Column("salt", String(32), nullable=False),
    Column("changes_digest", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("order_id", "revision"),
    Index("ix_journal_at", "at"),
)

mails = Table(
    "mails",
    metadata,
    _id(),
    Column("filing_id", String(36), nullable=False, index=True),
    Column("occasion", String(32), nullable=False),
    _text("recipient"),
    _text("subject"),
    _text("body"),
    Column("packet_id", String(36), nullable=False),
    _time("deadline"),
    _time("made_at", nullable=False),
    _text("made_by"),
    _time("due_at", nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    _time("claimed_at"),
    _text("claimed_by"),
    _time("sent_at"),
    Column("reason", JSON, nullable=False),
)
"""The mail of the desks of this database: no part of a dossier, and on no replica of it.

A replica may take back a filing whose mail waits, so nothing binds the one to the other.
"""

saved_views = Table(
    "saved_views",
    metadata,
    _id(),
    _text("name"),
    _text("owner"),
    Column("is_team", Boolean, nullable=False),
    Column("wanted", JSON, nullable=False),
    Column("sorting", JSON, nullable=False),
    Column("layout", String(16), nullable=False),
)
"""Lists of the queue under a name: no part of a dossier, and on no replica."""

search_terms = Table(
    "search_terms",
    metadata,
    Column("place", BigInteger().with_variant(Integer, "sqlite"), Identity(), primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    _order_id(),
    Column("terms", Text, nullable=False),
)
"""By which terms an order or a filing is found: a projection, beside an index of the database."""

KIND_TABLES = {
    "order": orders,
    "filing": filings,
    "material": materials,
    "packet": packets,
    "returned_page": returned_pages,
    "contact": contacts,
    "rating": ratings,
    "refund": refunds,
    "search": search_terms,
}
"""The table of each kind of value in a dossier, and of what is projected from it whole."""
