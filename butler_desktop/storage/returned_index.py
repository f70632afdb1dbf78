"""The index of what comes back: which packet a page is of, and whose answer waits."""

from sqlalchemy import or_, select

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.returned_page import WHOLE
from butler_desktop.storage.schema import filings, packets, returned_pages
from butler_desktop.storage.work import Work


def packet_by_code(work: Work, digest: str) -> tuple[str, str] | None:
    """The filing and the packet whose content's digest begins like this, as pages carry it."""
    p = packets.c
    begins = (p.digest >= digest, p.digest < digest + "g")
    row = work.connection.execute(select(p.filing_id, p.id).where(*begins)).first()
    return (row.filing_id, row.id) if row else None


def answers_waiting(work: Work) -> list[tuple[str, str]]:
    """The signed pages and whole copies whose answer is not on record: filing, returned page.

    Of versions that wait for their customer, in the order in which they came.
    """
    back, p = returned_pages.c, packets.c
    rows = work.connection.execute(
        select(back.filing_id, back.id)
        .join_from(returned_pages, packets, p.id == back.packet_id)
        .join(filings, filings.c.id == back.filing_id)
        .where(
            filings.c.state == FilingState.AWAITING_CONFIRMATION.value,
            back.withdrawn_at.is_(None),
            p.voided_at.is_(None),
            p.returned_at.is_(None),
            or_(back.page == p.page_count, back.page == WHOLE),
        )
        .order_by(back.received_at, back.id)
    )
    return [(row.filing_id, row.id) for row in rows]
