"""Saved views: kept whole, counted, shared with the team, changed by whose they are."""

from dataclasses import replace

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.role import Role
from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import FilingFilter, Sorting
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.saved_views import (
    CountedView,
    forget_view,
    rename_view,
    save_view,
    saved_views,
    share_view,
    update_view,
)
from butler_desktop.storage.work import Workspace
from tests.services.scenario import reached

WANTED = FilingFilter(
    view=View.COLLECTING,
    mine_only=True,
    text="云",
    provinces=("110000", "330000"),
    kinds=("first_filing",),
    states=(S.PREPARING, S.COLLECTING),
    due_within_days=3,
)
BY_NUMBER = Sorting("number", descending=True)


def known(desk: Workspace) -> dict[str, CountedView]:
    with desk.reading() as work:
        return {it.view.name: it for it in saved_views(work)}


def saved(desk: Workspace, name: str, *, team: bool = False) -> str:
    with desk.editing() as work:
        return save_view(work, name, WANTED, BY_NUMBER, "table", team).id


def test_a_view_is_kept_whole(desk):
    saved(desk, "  北京  本周 ")
    (found,) = known(desk).values()
    view = found.view
    assert (view.name, view.owner, view.is_team) == ("北京 本周", desk.actor, False)
    assert (view.wanted, view.sorting, view.layout) == (WANTED, BY_NUMBER, "table")
    assert found.may_change


def test_it_counts_what_it_shows(desk):
    for state in (S.PREPARING, S.PREPARING, S.REJECTED):
        reached(desk, state)
    with desk.editing() as work:
        save_view(work, "材料", FilingFilter(view=View.COLLECTING), BY_NUMBER, "split", False)
    assert known(desk)["材料"].count.total == 2


def test_it_is_changed_renamed_shared_and_forgotten(desk):
    view_id = saved(desk, "甲")
    saved(desk, "乙")
    with desk.editing() as work:
        update_view(work, view_id, FilingFilter(view=View.RETURNED), Sorting(), "split")
        share_view(work, view_id, True)
        with pytest.raises(Refused, match="已有“乙”"):
            rename_view(work, view_id, "乙")
        rename_view(work, view_id, "丙")
    view = known(desk)["丙"].view
    assert (view.wanted.view, view.layout, view.is_team) == (View.RETURNED, "split", True)
    with desk.editing() as work:
        forget_view(work, view_id)
        with pytest.raises(NotFound):
            forget_view(work, view_id)
    assert list(known(desk)) == ["乙"]


@pytest.mark.parametrize("name", ["", "  ", "很" * 25])
def test_a_name_that_is_none_is_refused(desk, name):
    with pytest.raises(Refused), desk.editing() as work:
        save_view(work, name, WANTED, BY_NUMBER, "table", False)
    assert known(desk) == {}


@pytest.mark.sqlite
def test_the_team_sees_what_is_shared_and_changes_only_its_own(desk):
    shared = saved(desk, "全组的", team=True)
    saved(desk, "自己的")
    other = replace(desk, actor="何佳", role=Role.BUTLER)
    assert [(name, it.may_change) for name, it in known(other).items()] == [("全组的", False)]
    with pytest.raises(Refused, match="只有本人或主管"), other.editing() as work:
        forget_view(work, shared)
    lead = replace(desk, actor="主管", role=Role.SUPERVISOR)
    with lead.editing() as work:
        share_view(work, shared, False)
    assert known(other) == {}
