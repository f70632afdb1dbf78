"""Roles: what somebody may do in a team, as butler, supervisor or auditor.

The shared database is the last judge of it; what is asked here is asked first,
so that the butler hears a sentence and sees why a button is not there for him.
"""

from collections.abc import Iterable
from enum import StrEnum

from butler_desktop.domain.changes import CHANGE, Change
from butler_desktop.errors import Refused
from butler_desktop.words import Words


class Role(StrEnum):
    """What somebody may do."""

    BUTLER = "butler"
    """Everything but to hand over what others are in charge of."""
    SUPERVISOR = "supervisor"
    """Everything that a butler may, and handing over."""
    AUDITOR = "auditor"
    """Look, with personal numbers masked."""
    OWNER = "owner"
    """Owns the database: everything. So does whoever has a file of his own."""


ROLE_WORDS = {
    Role.BUTLER: Words("管家", "Butler"),
    Role.SUPERVISOR: Words("主管", "Supervisor"),
    Role.AUDITOR: Words("审计员", "Auditor"),
    Role.OWNER: Words("管理员", "Administrator"),
}

MEMBERS = (Role.BUTLER, Role.SUPERVISOR, Role.AUDITOR)
"""The roles that are given to people."""

ONLY_LOOKS = Words("审计员只能查看。", "An auditor only looks.")
ASK_A_BUTLER = Words("请管家或主管处理。", "Ask a butler or a supervisor.")


def may_write(role: Role) -> bool:
    """Whether the role may act at all; to take a copy along or see a number whole is an act."""
    return role is not Role.AUDITOR


def may_hand_over(role: Role, actor: str, butler: str) -> bool:
    """Whether ``actor`` may give to another what ``butler`` is in charge of."""
    return role in (Role.SUPERVISOR, Role.OWNER) or butler in ("", actor)


def refuse_to_write(role: Role) -> None:
    """Raises Refused where the role may only look."""
    if not may_write(role):
        raise Refused(ONLY_LOOKS, ASK_A_BUTLER)


def refuse_to_hand_over(role: Role, actor: str, changes: Iterable[Change]) -> None:
    """Raises Refused where ``changes`` give away what ``actor`` may not."""
    for change in changes:
        butler, _ = change.fields.get("butler", ("", ""))
        if change.op == CHANGE and not may_hand_over(role, actor, butler):
            raise Refused(
                Words(
                    "它由{butler}负责，只有本人或主管能转交。",
                    "{butler} is in charge of it; only they or a supervisor hand it over.",
                ).filled(butler=butler),
                Words("请主管处理。", "Ask a supervisor."),
            )
