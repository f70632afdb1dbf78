"""Saved views (自定筛选): a filter of the queue with its order and layout, under a name."""

from dataclasses import dataclass

from butler_desktop.domain.worklist import FilingFilter, Sorting
from butler_desktop.errors import Refused
from butler_desktop.words import Words

LONGEST = 24
"""Characters of a name; the navigation has no room for more."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view: its owner's alone, or the whole team's."""

    id: str
    name: str
    owner: str
    is_team: bool
    wanted: FilingFilter
    sorting: Sorting
    layout: str


def read_name(text: str) -> str:
    """The name that was typed. Raises Refused for none, or one that is too long."""
    name = " ".join(text.split())
    if not name:
        raise Refused(
            Words("没有填名称。", "The name is empty."), Words("起一个名称。", "Give it a name.")
        )
    if len(name) > LONGEST:
        raise Refused(
            Words(f"名称超过 {LONGEST} 个字。", f"The name is longer than {LONGEST} characters."),
            Words("缩短名称。", "Shorten it."),
        )
    return name
