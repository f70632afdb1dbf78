"""Stages: the seven steps, and the two returns and the end beside them, that people speak of.

The detailed states of a filing fold into these for the stepper, the chips,
the navigation and the statistics.
"""

from enum import StrEnum

from butler_desktop.words import Words


class Stage(StrEnum):
    """Where a filing stands, as the butler sees it."""

    FIRST_CONTACT = "first_contact"
    COLLECTING = "collecting"
    REVIEW = "review"
    CONFIRMATION = "confirmation"
    SUBMIT = "submit"
    ADMINISTRATION = "administration"
    DONE = "done"
    RETURNED_BY_CUSTOMER = "returned_by_customer"
    RETURNED_BY_AUTHORITY = "returned_by_authority"
    WITHDRAWN = "withdrawn"


STAGE_WORDS = {
    Stage.FIRST_CONTACT: Words("待首次联系", "First contact"),
    Stage.COLLECTING: Words("材料收集", "Collecting"),
    Stage.REVIEW: Words("待初审", "Review"),
    Stage.CONFIRMATION: Words("待客户确认", "Confirmation"),
    Stage.SUBMIT: Words("待提交", "Submit"),
    Stage.ADMINISTRATION: Words("管局审核", "Authority"),
    Stage.DONE: Words("已完成", "Done"),
    Stage.RETURNED_BY_CUSTOMER: Words("客户退回", "Customer return"),
    Stage.RETURNED_BY_AUTHORITY: Words("管局退回", "Authority return"),
    Stage.WITHDRAWN: Words("已撤回", "Withdrawn"),
}

STEPS = (
    Stage.FIRST_CONTACT,
    Stage.COLLECTING,
    Stage.REVIEW,
    Stage.CONFIRMATION,
    Stage.SUBMIT,
    Stage.ADMINISTRATION,
    Stage.DONE,
)
"""The steps of the stepper, in order."""

RETURN_STEP = {
    Stage.RETURNED_BY_CUSTOMER: Stage.CONFIRMATION,
    Stage.RETURNED_BY_AUTHORITY: Stage.ADMINISTRATION,
}
"""A return is no step of its own: it is drawn red on the step where it happened."""
