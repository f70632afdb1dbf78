"""The last contact of filings and of orders: what was said, and when."""

from collections.abc import Sequence

from sqlalchemy import func, select

from butler_desktop.domain.contact import Contact, Outcome
from butler_desktop.storage.schema import contacts
from butler_desktop.storage.work import Work

BLOCK = 500


def last_contacts(work: Work, filing_ids: Sequence[str]) -> dict[str, Contact]:
    """By filing the newest contact about it; filings without one are left out."""
    c = contacts.c
    found: dict[str, Contact] = {}
    for start in range(0, len(filing_ids), BLOCK):
        block = filing_ids[start : start + BLOCK]
        newest = (
            select(c.filing_id, func.max(c.at).label("at"))
            .where(c.filing_id.in_(block))
            .group_by(c.filing_id)
            .subquery()
        )
        query = (
            select(c.id, c.order_id, c.filing_id, c.outcome, c.at, c.by, c.note)
            .join(newest, (newest.c.filing_id == c.filing_id) & (newest.c.at == c.at))
            .order_by(c.id)
        )
        for row in work.connection.execute(query):
            told = Contact(
                row.id, row.order_id, row.filing_id, Outcome(row.outcome), row.at, row.by, row.note
            )
            found[row.filing_id] = told
    return found
