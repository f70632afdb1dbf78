"""The state table's rows for what the checks find: answers from outside, and what is let pass.

None moves a filing, and each is done beside the finding that it is about.
"""

from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.transition import Action as A
from butler_desktop.domain.transition import Guard as G
from butler_desktop.domain.transition import Input, InputKind, Transition
from butler_desktop.domain.vocabulary import Party
from butler_desktop.words import Words

OPEN_STATES = tuple(state for state, row in STATES.items() if row.is_open)

QUESTIONS = Input("question", Words("核实事项", "Question"), InputKind.PLACES, required=True)
RULE = Input("rule", Words("规则", "Rule"), required=True)
PLACE = Input("place", Words("位置", "Place"), required=True)
SECOND = Input("second", Words("同意人", "Who agrees"))


def _row(action: A, words: Words, told: Words, guard: G, *inputs: Input) -> Transition:
    return Transition(
        action,
        OPEN_STATES,
        None,
        Party.BUTLER,
        words,
        told,
        input_guards=(guard,),
        inputs=inputs,
        source="rejections.md 7",
        in_place=True,
    )


FINDING_ROWS: tuple[Transition, ...] = (
    _row(
        A.NOTE_FACT,
        Words("登记核实结果", "Note what was looked up"),
        Words("已核实", "Looked up"),
        G.QUESTION_ASKED,
        QUESTIONS,
        Input("answer", Words("结果", "Answer"), required=True),
        Input("day", Words("核实日期", "Day")),
        Input("words", Words("备注", "Note")),
    ),
    _row(
        A.TAKE_BACK_FACT,
        Words("撤回核实结果", "Take an answer back"),
        Words("撤回核实结果", "Answer taken back"),
        G.QUESTION_ANSWERED,
        QUESTIONS,
    ),
    _row(
        A.WAIVE_FINDING,
        Words("保留并说明", "Let pass, with the reason"),
        Words("保留并说明", "Let pass"),
        G.FINDING_WAIVABLE,
        RULE,
        PLACE,
        Input("reason", Words("理由", "Reason"), InputKind.LONG_TEXT, required=True),
        SECOND,
    ),
    _row(
        A.AGREE_WAIVER,
        Words("同意保留", "Agree to let it pass"),
        Words("同意保留", "Agreed to let it pass"),
        G.WAIVER_REQUESTED,
        RULE,
        PLACE,
        SECOND,
    ),
    _row(
        A.WITHDRAW_WAIVER,
        Words("撤回保留", "Let it pass no longer"),
        Words("撤回保留", "Let pass no longer"),
        G.WAIVER_GIVEN,
        RULE,
        PLACE,
    ),
)
