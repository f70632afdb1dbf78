"""Views of the queue: the places in the navigation, and which filings each shows."""

from enum import StrEnum

from butler_desktop.domain.filing_states import STATES, FilingState, states_of
from butler_desktop.domain.stage import Stage
from butler_desktop.domain.vocabulary import Party
from butler_desktop.words import Words


class View(StrEnum):
    """A place of the queue in the navigation."""

    ALL = "all"
    MINE = "mine"
    FIRST_CONTACT = "first_contact"
    COLLECTING = "collecting"
    REVIEW = "review"
    CONFIRMATION = "confirmation"
    SUBMIT = "submit"
    ADMINISTRATION = "administration"
    RETURNED = "returned"
    DONE = "done"


VIEW_STAGES: dict[View, tuple[Stage, ...]] = {
    View.FIRST_CONTACT: (Stage.FIRST_CONTACT,),
    View.COLLECTING: (Stage.COLLECTING,),
    View.REVIEW: (Stage.REVIEW,),
    View.CONFIRMATION: (Stage.CONFIRMATION,),
    View.SUBMIT: (Stage.SUBMIT,),
    View.ADMINISTRATION: (Stage.ADMINISTRATION,),
    View.RETURNED: (Stage.RETURNED_BY_CUSTOMER, Stage.RETURNED_BY_AUTHORITY),
    View.DONE: (Stage.DONE, Stage.WITHDRAWN),
}

VIEW_WORDS = {
    View.ALL: Words("备案队列", "Queue"),
    View.MINE: Words("我的待办", "My work"),
    View.FIRST_CONTACT: Words("待首次联系", "First contact"),
    View.COLLECTING: Words("材料收集", "Collecting"),
    View.REVIEW: Words("待初审", "Review"),
    View.CONFIRMATION: Words("待客户确认", "Confirmation"),
    View.SUBMIT: Words("待提交", "Submit"),
    View.ADMINISTRATION: Words("管局审核", "Authority"),
    View.RETURNED: Words("被退回", "Returned"),
    View.DONE: Words("已完成", "Done"),
}

SOON_DAYS = 3
"""My work also shows what is due within these days, whoever acts next."""

MY_TURN = tuple(
    state for state, row in STATES.items() if row.next_actor in (Party.BUTLER, Party.REVIEWER)
)
"""States in which a butler acts next."""


def view_states(view: View) -> tuple[FilingState, ...]:
    """The states that a view shows."""
    if view in VIEW_STAGES:
        return tuple(state for stage in VIEW_STAGES[view] for state in states_of(stage))
    return tuple(
        state for state, row in STATES.items() if row.is_open and row.stage is not Stage.DONE
    )
