"""Butlers: the names of those who can be in charge of an order, and who is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, select, text, union

from butler_desktop.domain.role import Role
from butler_desktop.storage.roles import GROUPS
from butler_desktop.storage.schema import filings, orders

BLOCK = 500
"""Ids asked for at once; databases bound the number of values in a statement."""

_MEMBERS = text(
    "SELECT DISTINCT u.rolname::text FROM pg_auth_members m"
    " JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member"
    " WHERE r.rolname = ANY(:groups)"
    " AND has_database_privilege(u.oid, current_database(), 'CONNECT')"
)


def butler_names(connection: Connection) -> set[str]:
    """On a shared database its butlers and supervisors; in a file all who ever had an order."""
    if connection.dialect.name == "postgresql":
        groups = [GROUPS[Role.BUTLER], GROUPS[Role.SUPERVISOR]]
        return set(connection.scalars(_MEMBERS, {"groups": groups}))
    seen = union(select(orders.c.butler), select(filings.c.butler))
    return {name for name in connection.scalars(seen) if name}


def butlers_of_orders(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Who is in charge of each order."""
    return _of(connection, orders, ids)


def butlers_of_filings(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Who is in charge of each filing."""
    return _of(connection, filings, ids)


def _of(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, str]:
    found: dict[str, Any] = {}
    for start in range(0, len(ids), BLOCK):
        block = select(table.c.id, table.c.butler).where(table.c.id.in_(ids[start : start + BLOCK]))
        found.update((row.id, row.butler) for row in connection.execute(block))
    return found
