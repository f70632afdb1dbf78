"""The states of a filing, each with its stage, whose turn it is, and its clock.

Source: process.md section 3. The state table's rows are in ``workflow``.
"""

from dataclasses import dataclass
from enum import StrEnum

from butler_desktop.domain.stage import Stage
from butler_desktop.domain.vocabulary import Party
from butler_desktop.words import Words


class FilingState(StrEnum):
    """Where a filing stands."""

    REQUESTED = "requested"
    CONTACTED = "contacted"
    COLLECTING = "collecting"
    PREPARING = "preparing"
    INTERNAL_REVIEW = "internal_review"
    AWAITING_CONFIRMATION = "awaiting_confirmation"
    RETURNED_BY_CUSTOMER = "returned_by_customer"
    CONFIRMED = "confirmed"
    AWAITING_FACE_VERIFICATION = "awaiting_face_verification"
    READY_TO_SUBMIT = "ready_to_submit"
    SUBMITTED = "submitted"
    SMS_PENDING = "sms_pending"
    SMS_EXPIRED = "sms_expired"
    AUTHORITY_REVIEW = "authority_review"
    REJECTED = "rejected"
    REWORK = "rework"
    APPROVED = "approved"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Clock(StrEnum):
    """A time limit that runs while a filing is in a state (process.md section 6)."""

    FIRST_CONTACT = "first_contact"
    PREPARATION = "preparation"
    CONFIRMATION = "confirmation"
    SUBMISSION = "submission"
    SMS = "sms"
    AUTHORITY = "authority"
    PROMISE = "promise"
    """What the butler promised a customer; it runs in any state."""


@dataclass(frozen=True, slots=True)
class StateRow:
    """What holds while a filing is in one state.

    ``next_step`` is the text of the queue's next-action column; ``clock`` is
    the limit that runs, if any (its start and end are the columns of the
    state table).
    """

    words: Words
    stage: Stage
    next_actor: Party
    next_step: Words
    clock: Clock | None = None
    is_open: bool = True


_S = FilingState
STATES: dict[FilingState, StateRow] = {
    _S.REQUESTED: StateRow(
        Words("已发起", "Requested"),
        Stage.FIRST_CONTACT,
        Party.BUTLER,
        Words("首次联系客户", "Contact the customer"),
        Clock.FIRST_CONTACT,
    ),
    _S.CONTACTED: StateRow(
        Words("已联系", "Contacted"),
        Stage.COLLECTING,
        Party.BUTLER,
        Words("开始收集资料", "Start collecting"),
    ),
    _S.COLLECTING: StateRow(
        Words("资料收集中", "Collecting"),
        Stage.COLLECTING,
        Party.CUSTOMER,
        Words("收齐资料", "Complete the content"),
    ),
    _S.PREPARING: StateRow(
        Words("材料加工中", "Preparing"),
        Stage.COLLECTING,
        Party.BUTLER,
        Words("加工材料并送初审", "Prepare and send to review"),
        Clock.PREPARATION,
    ),
    _S.INTERNAL_REVIEW: StateRow(
        Words("初审中", "Internal review"),
        Stage.REVIEW,
        Party.REVIEWER,
        Words("初审并生成确认包", "Review and make the packet"),
        Clock.PREPARATION,
    ),
    _S.AWAITING_CONFIRMATION: StateRow(
        Words("待客户确认", "Awaiting confirmation"),
        Stage.CONFIRMATION,
        Party.CUSTOMER,
        Words("登记客户确认", "Record the confirmation"),
        Clock.CONFIRMATION,
    ),
    _S.RETURNED_BY_CUSTOMER: StateRow(
        Words("客户退回", "Returned by customer"),
        Stage.RETURNED_BY_CUSTOMER,
        Party.BUTLER,
        Words("按客户意见修改", "Correct as the customer asked"),
        Clock.PREPARATION,
    ),
    _S.CONFIRMED: StateRow(
        Words("已确认", "Confirmed"),
        Stage.SUBMIT,
        Party.SYSTEM,
        Words("核对提交条件", "Check what submission needs"),
        Clock.SUBMISSION,
    ),
    _S.AWAITING_FACE_VERIFICATION: StateRow(
        Words("待人脸核验", "Awaiting face verification"),
        Stage.SUBMIT,
        Party.CUSTOMER,
        Words("人脸核验", "Face verification"),
    ),
    _S.READY_TO_SUBMIT: StateRow(
        Words("待提交管局", "Ready to submit"),
        Stage.SUBMIT,
        Party.BUTLER,
        Words("提交管局", "Submit to the authority"),
        Clock.SUBMISSION,
    ),
    _S.SUBMITTED: StateRow(
        Words("已提交管局", "Submitted"),
        Stage.ADMINISTRATION,
        Party.AUTHORITY_SYSTEM,
        Words("等待核验短信", "Wait for the SMS"),
    ),
    _S.SMS_PENDING: StateRow(
        Words("待短信核验", "SMS verification"),
        Stage.ADMINISTRATION,
        Party.PERSONS_IN_CHARGE,
        Words("提醒短信核验", "Remind of the SMS"),
        Clock.SMS,
    ),
    _S.SMS_EXPIRED: StateRow(
        Words("短信核验超时", "SMS expired"),
        Stage.RETURNED_BY_AUTHORITY,
        Party.BUTLER,
        Words("重新提交", "Submit again"),
    ),
    _S.AUTHORITY_REVIEW: StateRow(
        Words("管局审核中", "Authority review"),
        Stage.ADMINISTRATION,
        Party.AUTHORITY,
        Words("跟进管局审核", "Follow the review"),
        Clock.AUTHORITY,
    ),
    _S.REJECTED: StateRow(
        Words("管局驳回", "Rejected"),
        Stage.RETURNED_BY_AUTHORITY,
        Party.BUTLER,
        Words("开始整改", "Start the rework"),
    ),
    _S.REWORK: StateRow(
        Words("整改中", "Rework"),
        Stage.RETURNED_BY_AUTHORITY,
        Party.BUTLER,
        Words("整改后送初审", "Correct, then review"),
        Clock.PREPARATION,
    ),
    _S.APPROVED: StateRow(
        Words("备案成功", "Approved"),
        Stage.DONE,
        Party.BUTLER,
        Words("登记评价并告知后续义务", "Record the rating, tell the duties"),
    ),
    _S.FAILED: StateRow(
        Words("备案不成功", "Failed"),
        Stage.WITHDRAWN,
        Party.NOBODY,
        Words("无", "None"),
        is_open=False,
    ),
    _S.WITHDRAWN: StateRow(
        Words("已撤回", "Withdrawn"),
        Stage.WITHDRAWN,
        Party.NOBODY,
        Words("无", "None"),
        is_open=False,
    ),
    _S.CLOSED: StateRow(
        Words("已关闭", "Closed"),
        Stage.DONE,
        Party.NOBODY,
        Words("无", "None"),
        is_open=False,
    ),
}

OPEN_STATES = tuple(state for state, row in STATES.items() if row.is_open)

DELIVERED_STATES = (_S.APPROVED, _S.CLOSED)
"""The filing's sites count as delivered."""

RELEASED_STATES = (_S.FAILED, _S.WITHDRAWN)
"""The filing's sites count as remaining again."""

LOCKED_STATES = (_S.SUBMITTED, _S.SMS_PENDING, _S.AUTHORITY_REVIEW)
"""Sent to the authority and undecided: nothing can be edited (process.md 3, last line)."""

PREPARED_IN = tuple(state for state, row in STATES.items() if row.clock is Clock.PREPARATION)
"""States in which the time for preparing runs."""

BEFORE_SUBMISSION = (
    _S.REQUESTED,
    _S.CONTACTED,
    _S.COLLECTING,
    _S.PREPARING,
    _S.INTERNAL_REVIEW,
    _S.AWAITING_CONFIRMATION,
    _S.RETURNED_BY_CUSTOMER,
    _S.CONFIRMED,
    _S.AWAITING_FACE_VERIFICATION,
    _S.READY_TO_SUBMIT,
)

EDITABLE_STATES = (*BEFORE_SUBMISSION, _S.SMS_EXPIRED, _S.REJECTED, _S.REWORK)
"""States in which form and materials may change."""


def states_of(stage: Stage) -> tuple[FilingState, ...]:
    """The detailed states that a stage stands for."""
    return tuple(state for state, row in STATES.items() if row.stage is stage)
