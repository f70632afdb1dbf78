"""What a row of the state table says: an action, its states, who acts, guards, inputs, clocks.

The rows themselves are in ``workflow``.
"""

from dataclasses import dataclass
from enum import StrEnum

from butler_desktop.domain.filing_states import Clock, FilingState
from butler_desktop.domain.vocabulary import Party
from butler_desktop.words import Words


class Action(StrEnum):
    """What can be done to a filing."""

    CONTACT_CUSTOMER = "contact_customer"
    LOG_CONTACT = "log_contact"
    START_COLLECTING = "start_collecting"
    COMPLETE_CONTENT = "complete_content"
    CHASE_MATERIALS = "chase_materials"
    PAUSE_PREPARATION = "pause_preparation"
    CONTINUE_PREPARATION = "continue_preparation"
    SEND_TO_REVIEW = "send_to_review"
    SEND_BACK = "send_back"
    ISSUE_PACKET = "issue_packet"
    RECORD_DELIVERY = "record_delivery"
    RECORD_REMINDER = "record_reminder"
    CHANGE_DEADLINE = "change_deadline"
    CONFIRM = "confirm"
    RETURN_FOR_MODIFICATION = "return_for_modification"
    AUTO_CONFIRM = "auto_confirm"
    RESUME_PREPARATION = "resume_preparation"
    RECORD_FACE_VERIFICATION = "record_face_verification"
    RECORD_FACE_FAILURE = "record_face_failure"
    AWAIT_FACE_VERIFICATION = "await_face_verification"
    MAKE_READY = "make_ready"
    REOPEN_CONFIRMATION = "reopen_confirmation"
    SUBMIT = "submit"
    RECORD_SMS_SENT = "record_sms_sent"
    RECORD_SMS_VERIFIED = "record_sms_verified"
    RECORD_SMS_WRONG = "record_sms_wrong"
    RECORD_SMS_RESENT = "record_sms_resent"
    COMPLETE_SMS = "complete_sms"
    LOCK_SMS = "lock_sms"
    RECORD_SMS_EXPIRED = "record_sms_expired"
    RESUBMIT = "resubmit"
    RECORD_STATUS = "record_status"
    EXPECT_CALL = "expect_call"
    SETTLE_CALL = "settle_call"
    APPROVE = "approve"
    REJECT = "reject"
    START_REWORK = "start_rework"
    GIVE_UP = "give_up"
    WITHDRAW = "withdraw"
    RATE = "rate"
    WAIVE_RATING = "waive_rating"
    FINISH_DUTY = "finish_duty"
    TELL_DUTIES = "tell_duties"
    TELL_CUSTOMER = "tell_customer"
    TERMINATE = "terminate"
    CLOSE = "close"
    NOTE_FACT = "note_fact"
    TAKE_BACK_FACT = "take_back_fact"
    WAIVE_FINDING = "waive_finding"
    AGREE_WAIVER = "agree_waiver"
    WITHDRAW_WAIVER = "withdraw_waiver"


class Guard(StrEnum):
    """A condition of a transition; ``domain.guards`` decides each and says what is missing."""

    CALL_LOGGED = "call_logged"
    KIND_PROVINCE_SPONSOR = "kind_province_sponsor"
    CONTENT_COMPLETE = "content_complete"
    CLOCK_RUNS = "clock_runs"
    CLOCK_PAUSED = "clock_paused"
    NO_ERROR_FINDING = "no_error_finding"
    PACKET_PRESENT = "packet_present"
    PACKET_LATEST = "packet_latest"
    PACKET_DELIVERED = "packet_delivered"
    CUSTOMER_REMINDED = "customer_reminded"
    MARKS_KNOWN = "marks_known"
    DEADLINE_AHEAD = "deadline_ahead"
    DEADLINE_PASSED = "deadline_passed"
    BEFORE_DEADLINE = "before_deadline"
    CONFIRMED_AS_IS = "confirmed_as_is"
    CONFIRMATION_STALE = "confirmation_stale"
    FACE_VERIFIED = "face_verified"
    FACE_NOT_VERIFIED = "face_not_verified"
    NO_OTHER_OPEN = "no_other_open"
    PERSON_AWAITED = "person_awaited"
    SMS_COMPLETE = "sms_complete"
    SMS_LOCKED = "sms_locked"
    CALL_PENDING = "call_pending"
    DUTY_OPEN = "duty_open"
    NUMBERS_FIT = "numbers_fit"
    NOT_ASKED_BACK = "not_asked_back"
    REFUNDED = "refunded"
    REFUNDED_BY_EXCEPTION = "refunded_by_exception"
    RATED_OR_WAIVED = "rated_or_waived"
    NOT_RATED = "not_rated"
    DUTIES_TOLD = "duties_told"
    DUTIES_NOT_TOLD = "duties_not_told"
    QUESTION_ASKED = "question_asked"
    QUESTION_ANSWERED = "question_answered"
    FINDING_WAIVABLE = "finding_waivable"
    WAIVER_REQUESTED = "waiver_requested"
    WAIVER_GIVEN = "waiver_given"


class InputKind(StrEnum):
    """How an input of an act is asked for and read."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    TIME = "time"
    CHOICE = "choice"
    STARS = "stars"
    PLACES = "places"
    """Fields and papers of the filing, ``form:path`` or ``material:kind``, with commas between."""


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that an act asks for: ``do … --set key=value``, a field in the act's form."""

    key: str
    words: Words
    kind: InputKind = InputKind.TEXT
    required: bool = False
    choices: tuple[tuple[str, Words], ...] = ()


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: ``action`` in any of ``sources`` leads to ``target``.

    ``words`` is the button; ``told`` is what the timeline says. ``actor``
    decides; the butler records what others decide, except rows that are not
    ``by_hand``, which the system does by itself when their guards hold.
    ``guards`` must hold before the act; ``input_guards`` hold or fail by what
    the act asks for. ``starts`` and ``ends`` are clocks. ``rank`` orders the
    candidates for the one primary button of a state: the lowest whose guards
    hold wins, 0 is never primary. ``irreversible`` acts leave the house, so
    they ask before. ``in_place`` acts are done beside what they are about, so no
    menu lists them. ``source`` names where the row comes from.
    """

    action: Action
    sources: tuple[FilingState, ...]
    target: FilingState | None
    actor: Party
    words: Words
    told: Words
    guards: tuple[Guard, ...] = ()
    input_guards: tuple[Guard, ...] = ()
    inputs: tuple[Input, ...] = ()
    starts: Clock | None = None
    ends: Clock | None = None
    rank: int = 0
    is_secondary: bool = False
    by_hand: bool = True
    irreversible: bool = False
    in_place: bool = False
    source: str = ""
