"""Other filings that share a sponsor, a domain, a telephone or an ID number with one."""

from sqlalchemy import Connection, or_, select

from butler_desktop.domain.case import Coexistence, Shared
from butler_desktop.domain.coexistence import KEYED, coexisting, keys_of
from butler_desktop.domain.filing_states import RELEASED_STATES
from butler_desktop.domain.particulars import Particulars
from butler_desktop.storage.schema import filings

MOST = 50
"""Others that are told at most, the newest first: a provider's own number may be on thousands."""


def coexisting_filings(
    connection: Connection, form: Particulars, filing_id: str = ""
) -> tuple[Coexistence, ...]:
    """What other filings of the database share with ``form``; those given up do not count."""
    keys = keys_of(form)
    columns = {shared: [it.column for it in KEYED if it.shared is shared] for shared in Shared}
    wanted = [
        filings.c[column] == keys[it.column]
        for it in KEYED
        if keys[it.column]
        for column in columns[it.shared]
    ]
    if not wanted:
        return ()
    told = ("number", "sponsor_name", "service_name", "filing_kind", "state")
    asked = (
        select(*(filings.c[name] for name in (*told, *(it.column for it in KEYED))))
        .where(
            or_(*wanted),
            filings.c.id != filing_id,
            filings.c.state.not_in([state.value for state in RELEASED_STATES]),
        )
        .order_by(filings.c.id.desc())
        .limit(MOST)
    )
    return coexisting(form, [dict(row) for row in connection.execute(asked).mappings()])
