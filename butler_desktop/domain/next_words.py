"""Next words: the one next thing of a filing as a list says it."""

from butler_desktop.domain.filing_states import STATES, Clock
from butler_desktop.domain.worklist import FilingRow
from butler_desktop.words import Words

SETTLE_CALL = Words("确认审核员来电", "Settle the call")
TELL_DUTIES = Words("告知备案后义务", "Tell the duties")
REMIND = Words("提醒客户确认", "Remind the customer")
KEEP_PROMISE = Words("按约回电", "Call as promised")


def next_words(row: FilingRow) -> Words:
    """What presses most: what was promised while it leads, an alarm, else what the state wants."""
    if row.misses_call:
        return SETTLE_CALL
    if row.owes_duty:
        return TELL_DUTIES
    if row.due is not None and row.due.clock is Clock.PROMISE:
        return KEEP_PROMISE
    return REMIND if row.is_to_remind else STATES[row.state].next_step
