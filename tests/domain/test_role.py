"""Roles: what each may do, and the sentence that refuses the rest."""

import pytest

from butler_desktop.domain.changes import CHANGE, CREATE, Change
from butler_desktop.domain.role import (
    ROLE_WORDS,
    Role,
    may_hand_over,
    may_write,
    refuse_to_hand_over,
    refuse_to_write,
)
from butler_desktop.errors import Refused


def handed_over(butler: str, op: str = CHANGE) -> tuple[Change, ...]:
    return (Change("order", "1", op, {"butler": (butler, "周珂")}),)


def test_every_role_has_its_word():
    assert set(ROLE_WORDS) == set(Role)


def test_only_the_auditor_may_not_act():
    assert [role for role in Role if not may_write(role)] == [Role.AUDITOR]
    with pytest.raises(Refused, match="只能查看"):
        refuse_to_write(Role.AUDITOR)
    refuse_to_write(Role.BUTLER)


def test_a_butler_hands_over_his_own_and_what_nobody_has():
    assert may_hand_over(Role.BUTLER, "林晓雯", "林晓雯")
    assert may_hand_over(Role.BUTLER, "林晓雯", "")
    assert not may_hand_over(Role.BUTLER, "林晓雯", "陈默")


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.OWNER])
def test_a_supervisor_hands_over_what_others_have(role):
    refuse_to_hand_over(role, "林晓雯", handed_over("陈默"))


def test_the_refusal_names_who_is_in_charge():
    with pytest.raises(Refused, match="陈默"):
        refuse_to_hand_over(Role.BUTLER, "林晓雯", handed_over("陈默"))
    refuse_to_hand_over(Role.BUTLER, "林晓雯", handed_over("", CREATE))
    refuse_to_hand_over(
        Role.BUTLER, "林晓雯", (Change("order", "1", CHANGE, {"remark": ("", "x")}),)
    )
