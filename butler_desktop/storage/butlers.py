"""Butlers: the names of those who can be in charge of an order."""

from sqlalchemy import Connection, select, text, union

from butler_desktop.domain.role import Role
from butler_desktop.storage.roles import GROUPS
from butler_desktop.storage.schema import filings, orders

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
