"""The locator's index: the terms by which orders and filings are found."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from butler_desktop.domain.locator_facts import FILING_KEYS, ORDER_KEYS, facts
from butler_desktop.domain.locator_terms import FILING, ORDER, terms
from butler_desktop.storage.locator import initials

revision = "0003"
down_revision = "0002"

BLOCK = 2_000

# detail and contents are left out: only beginnings are asked for, and the table has the terms.
INDEX = """
CREATE VIRTUAL TABLE search_index USING fts5(
    terms, content='', contentless_delete=1, detail=none, prefix='2', tokenize='ascii'
)
"""
INSERTED = """
CREATE TRIGGER search_terms_insert AFTER INSERT ON search_terms BEGIN
    INSERT INTO search_index (rowid, terms) VALUES (NEW.place, NEW.terms);
END
"""
UPDATED = """
CREATE TRIGGER search_terms_update AFTER UPDATE OF terms ON search_terms BEGIN
    UPDATE search_index SET terms = NEW.terms WHERE rowid = NEW.place;
END
"""
DELETED = """
CREATE TRIGGER search_terms_delete AFTER DELETE ON search_terms BEGIN
    DELETE FROM search_index WHERE rowid = OLD.place;
END
"""
SHARED_INDEX = """
CREATE INDEX search_index ON search_terms
USING gin (array_to_tsvector(string_to_array(terms, ' ')))
"""
TRACED = """
CREATE CONSTRAINT TRIGGER search_terms_traced AFTER INSERT OR UPDATE ON search_terms
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION butler_traced('order_id')
"""

ORDERS = sa.text("SELECT id, number, customer, contact_name, contact_phone FROM orders ORDER BY id")
FILINGS = sa.text(
    "SELECT f.id, f.order_id, f.number, f.sponsor_name, f.domain, f.service_name,"
    " f.subject_number, f.service_number, f.particulars, o.customer,"
    " o.number AS order_number, o.contact_phone"
    " FROM filings f JOIN orders o ON o.id = f.order_id ORDER BY f.id"
)


def upgrade() -> None:
    """Makes the table and its index, and fills them from the orders and filings that are there."""
    table = op.create_table(
        "search_terms",
        sa.Column(
            "place",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(),
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_search_terms_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_search_terms")),
        sa.UniqueConstraint("id", name=op.f("uq_search_terms_id")),
    )
    op.create_index(op.f("ix_search_terms_order_id"), "search_terms", ["order_id"], unique=False)
    is_shared = op.get_bind().dialect.name == "postgresql"
    for statement in (SHARED_INDEX, TRACED) if is_shared else (INDEX, INSERTED, UPDATED, DELETED):
        op.execute(statement)
    for query, row_of in ((ORDERS, _order), (FILINGS, _filing)):
        for rows in op.get_bind().execute(query).mappings().partitions(BLOCK):
            op.get_bind().execute(sa.insert(table), [row_of(row) for row in rows])


def _order(row: Any) -> dict[str, str]:
    found = facts(ORDER_KEYS, row, (row["contact_phone"],))
    return {"id": row["id"], "order_id": row["id"], "terms": terms(ORDER, found, initials())}


def _filing(row: Any) -> dict[str, str]:
    form = row["particulars"]
    form = json.loads(form) if isinstance(form, str) else form
    persons = (form.get(person) or {} for person in ("subject_pic", "service_pic"))
    phones = (row["contact_phone"], *(person.get("mobile") for person in persons))
    found = facts(FILING_KEYS, row, phones)
    return {
        "id": row["id"],
        "order_id": row["order_id"],
        "terms": terms(FILING, found, initials()),
    }
