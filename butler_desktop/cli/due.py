"""``due``: does what is due now, once, however many machines run it."""

import argparse

from butler_desktop.cli.command import DONE, JSON, Command, Desk, print_json
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.time_words import moment_text
from butler_desktop.domain.transition import Action
from butler_desktop.words import Words

LEFT = Words(
    "副本不执行到期事项，由直接连接共享库的工作站执行。",
    "A replica leaves this to the desks on the shared database.",
)
REMIND = Words(
    "{number}  请用电话或微信提醒{sponsor}：确认截止 {until}；然后 do {number} record_reminder",
    "{number}  remind {sponsor} by telephone or WeChat: deadline {until};"
    " then do {number} record_reminder",
)
NOTHING = Words("没有到期事项。", "Nothing is due.")


def run_due(desk: Desk, given: argparse.Namespace) -> int:
    """Does what is due."""
    from butler_desktop.domain.workflow import TRANSITIONS
    from butler_desktop.services.due import do_due, is_left_to_shared, to_remind

    done = do_due(desk.workspace)
    with desk.workspace.reading() as work:
        left = to_remind(work)
    if given.json:
        print_json(
            [
                {"filing": it.filing, "act": it.action, "at": iso_local(it.at), "done": True}
                for it in done
            ]
            + [
                {
                    "filing": it.filing,
                    "act": Action.RECORD_REMINDER,
                    "at": iso_local(it.at),
                    "done": False,
                    "deadline": iso_local(it.deadline),
                    "butler": it.butler,
                }
                for it in left
            ]
        )
        return DONE
    told = {row.action: row.told for row in TRANSITIONS}
    for act in done:
        print(f"{act.filing}  {iso_local(act.at)}  {told[act.action].said(desk.language)}")
    for each in left:
        desk.say(
            REMIND.filled(
                number=each.filing, sponsor=each.sponsor, until=moment_text(each.deadline)
            )
        )
    if not done and not left:
        desk.say(LEFT if is_left_to_shared(desk.workspace) else NOTHING)
    return DONE


COMMANDS = (
    Command(
        "due",
        "执行到期事项 does what is due now, and says whom to remind; safe from several machines",
        run_due,
        (JSON,),
    ),
)
