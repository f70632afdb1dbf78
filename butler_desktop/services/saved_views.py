"""What can be done with saved views: save the list as it is, change, share, forget."""

from dataclasses import dataclass, replace

from butler_desktop.domain.ids import new_id
from butler_desktop.domain.role import Role
from butler_desktop.domain.saved_view import SavedView, read_name
from butler_desktop.domain.worklist import FilingFilter, Sorting, ViewCount
from butler_desktop.errors import NotFound, Refused
from butler_desktop.storage import listings
from butler_desktop.storage.saved_views import add_view, put_view, remove_view, views_for
from butler_desktop.storage.work import Work
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class CountedView:
    """A view, what it shows now, and whether who sits here may change it."""

    view: SavedView
    count: ViewCount
    may_change: bool


def saved_views(work: Work) -> tuple[CountedView, ...]:
    """One's own and the team's, by name, each with its count."""
    return tuple(
        CountedView(
            view,
            ViewCount(
                listings.filing_count(work, view.wanted),
                listings.overdue_count(work, view.wanted),
            ),
            _may_change(work, view),
        )
        for view in views_for(work)
    )


def save_view(
    work: Work, name: str, wanted: FilingFilter, sorting: Sorting, layout: str, is_team: bool
) -> SavedView:
    """Keeps a list under a name. Raises Refused for a name that is empty, long, or taken."""
    view = SavedView(new_id(), _free_name(work, name), work.actor, is_team, wanted, sorting, layout)
    add_view(work, view)
    return view


def rename_view(work: Work, view_id: str, name: str) -> SavedView:
    """Gives it another name. Raises NotFound, Refused."""
    view = _own(work, view_id)
    return _put(work, replace(view, name=_free_name(work, name, view_id)))


def update_view(
    work: Work, view_id: str, wanted: FilingFilter, sorting: Sorting, layout: str
) -> SavedView:
    """Lets it show what the list shows now. Raises NotFound, Refused."""
    view = _own(work, view_id)
    return _put(work, replace(view, wanted=wanted, sorting=sorting, layout=layout))


def share_view(work: Work, view_id: str, is_team: bool) -> SavedView:
    """Shows it to the team, or to its owner alone. Raises NotFound, Refused."""
    return _put(work, replace(_own(work, view_id), is_team=is_team))


def forget_view(work: Work, view_id: str) -> None:
    """Removes it; the filings stay. Raises NotFound, Refused."""
    remove_view(work, _own(work, view_id).id)


def _put(work: Work, view: SavedView) -> SavedView:
    put_view(work, view)
    return view


def _own(work: Work, view_id: str) -> SavedView:
    for view in views_for(work):
        if view.id == view_id:
            if not _may_change(work, view):
                raise Refused(
                    Words(
                        f"“{view.name}”由 {view.owner} 保存，只有本人或主管能改。",
                        f"“{view.name}” is {view.owner}'s; they or a supervisor change it.",
                    ),
                    Words("另存一个。", "Save one of your own."),
                )
            return view
    raise NotFound(Words("没有这个筛选。", "There is no such view."))


def _may_change(work: Work, view: SavedView) -> bool:
    leads = work.role in (Role.SUPERVISOR, Role.OWNER)
    return work.role is not Role.AUDITOR and (view.owner == work.actor or leads)


def _free_name(work: Work, text: str, view_id: str = "") -> str:
    name = read_name(text)
    if any(view.name == name and view.id != view_id for view in views_for(work)):
        raise Refused(
            Words(f"已有“{name}”。", f"There is a “{name}” already."),
            Words("换一个名称。", "Choose another name."),
        )
    return name
