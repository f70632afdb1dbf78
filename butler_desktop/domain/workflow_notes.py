"""The state table's rows by which the butler notes what happens outside; none moves a filing."""

from dataclasses import replace

from butler_desktop.domain.after_care import DUTY_WORDS
from butler_desktop.domain.filing_states import LOCKED_STATES
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.outside_status import SOURCE_WORDS, STATUS_WORDS
from butler_desktop.domain.reviewer_call import OUTCOME_WORDS
from butler_desktop.domain.transition import Action as A
from butler_desktop.domain.transition import Guard as G
from butler_desktop.domain.transition import Input, InputKind, Transition
from butler_desktop.domain.vocabulary import Party
from butler_desktop.domain.workflow_inputs import AT, NOTE
from butler_desktop.words import Words


def _choice(key: str, words: Words, choices: dict[str, Words]) -> Input:
    return Input(key, words, InputKind.CHOICE, True, tuple(choices.items()))


NOTE_ROWS: tuple[Transition, ...] = (
    Transition(
        A.RECORD_STATUS,
        LOCKED_STATES,
        None,
        Party.BUTLER,
        Words("登记外部状态", "Record the outside status"),
        Words("外部状态", "Outside status"),
        inputs=(
            _choice("status", Words("状态", "Status"), STATUS_WORDS),
            _choice("source", Words("来源", "Source"), SOURCE_WORDS),
            Input("words", Words("原文", "In its words")),
            replace(AT, words=Words("截至", "As of")),
        ),
        source="TC-AUD",
    ),
    Transition(
        A.EXPECT_CALL,
        LOCKED_STATES,
        None,
        Party.BUTLER,
        Words("登记审核员将来电", "Expect the reviewer's call"),
        Words("审核员将来电", "The reviewer will call"),
        inputs=(
            Input("until", Words("客户可接听至", "Reachable until"), InputKind.TIME, required=True),
            NOTE,
            AT,
        ),
        source="features 48",
    ),
    Transition(
        A.SETTLE_CALL,
        LOCKED_STATES,
        None,
        Party.BUTLER,
        Words("登记审核员来电结果", "Settle the reviewer's call"),
        Words("审核员来电", "Reviewer's call"),
        guards=(G.CALL_PENDING,),
        inputs=(_choice("outcome", Words("结果", "Outcome"), OUTCOME_WORDS), NOTE, AT),
        source="features 48",
    ),
    Transition(
        A.FINISH_DUTY,
        (S.APPROVED,),
        None,
        Party.BUTLER,
        Words("登记后续事项已办", "Record that a duty is done"),
        Words("后续事项已办", "Duty done"),
        input_guards=(G.DUTY_OPEN,),
        inputs=(_choice("duty", Words("事项", "Duty"), DUTY_WORDS), AT),
        source="process.md 6",
    ),
)
