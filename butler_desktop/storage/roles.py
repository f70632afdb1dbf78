"""The roles of a shared database: butler, supervisor and auditor, with what each may do.

They are group roles of PostgreSQL; a butler's own login role bears his name and
is a member of one of them. So the rules hold against any client.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from butler_desktop.domain.role import MEMBERS, Role
from butler_desktop.errors import Refused
from butler_desktop.words import Words

GROUPS: dict[Role, str] = {role: f"butler_desktop_{role}" for role in MEMBERS}
"""The group role of each, in the server."""

_WRITTEN = (
    "orders, filings, materials, packets, returned_pages, contacts, ratings, refunds, mails,"
    " search_terms"
)
GRANTS = f"""
GRANT SELECT ON ALL TABLES IN SCHEMA public TO {", ".join(GROUPS.values())};
GRANT INSERT, UPDATE ON {_WRITTEN} TO butler_desktop_butler, butler_desktop_supervisor;
GRANT INSERT ON journal, blobs, blob_pieces TO butler_desktop_butler, butler_desktop_supervisor;
GRANT DELETE ON blob_pieces TO butler_desktop_butler, butler_desktop_supervisor;
GRANT INSERT, UPDATE, DELETE ON desks, presence, saved_views
    TO butler_desktop_butler, butler_desktop_supervisor;
"""
"""What each may do. Nobody deletes a value; nobody changes the journal."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in to a shared database, and as what."""

    name: str
    role: Role


def signed_in(connection: Connection) -> SignedIn:
    """Who the database says that we are."""
    name = str(connection.scalar(text("SELECT session_user")))
    query = text(
        "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid"
        " JOIN pg_roles u ON u.oid = m.member"
        " WHERE u.rolname = session_user AND r.rolname = ANY(:groups)"
    )
    found = set(connection.scalars(query, {"groups": list(GROUPS.values())}))
    for role in (Role.SUPERVISOR, Role.BUTLER, Role.AUDITOR):
        if GROUPS[role] in found:
            return SignedIn(name, role)
    return SignedIn(name, Role.OWNER)


def members(connection: Connection) -> set[str]:
    """The names that somebody can sign in with to this database's roles."""
    query = text(
        "SELECT u.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid"
        " JOIN pg_roles u ON u.oid = m.member WHERE r.rolname = ANY(:groups)"
    )
    return set(connection.scalars(query, {"groups": list(GROUPS.values())}))


def make_groups(connection: Connection) -> None:
    """Makes the group roles that the server does not have yet, and grants them their rights.

    Raises Refused where who is signed in may not make roles.
    """
    refuse_without_roles(connection)
    for group in GROUPS.values():
        known = text("SELECT 1 FROM pg_roles WHERE rolname = :group")
        if connection.scalar(known, {"group": group}) is None:
            connection.exec_driver_sql(f"CREATE ROLE {group} NOLOGIN")
    connection.exec_driver_sql(GRANTS, execution_options={"no_parameters": True})


def refuse_without_roles(connection: Connection) -> None:
    """Raises Refused where who is signed in may not make roles in this server."""
    query = "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
    if not connection.scalar(text(query)):
        raise Refused(
            Words("您不能在这个服务器上建立角色。", "You may not make roles in this server."),
            Words(
                "请以共享库的所有者登录；所有者需要 CREATEROLE。",
                "Sign in as the database's owner, who needs CREATEROLE.",
            ),
        )
