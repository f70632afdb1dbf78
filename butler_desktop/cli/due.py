"""``due``: does what is due now, once, however many machines run it."""

import argparse

from butler_desktop.cli.command import DONE, JSON, Command, Desk, print_json
from butler_desktop.domain.local_time import iso_local
from butler_desktop.words import Words

LEFT = Words(
    "副本不执行到期事项，由直接连接共享库的工作站执行。",
    "A replica leaves this to the desks on the shared database.",
)
NOTHING = Words("没有到期事项。", "Nothing is due.")


def run_due(desk: Desk, given: argparse.Namespace) -> int:
    """Does what is due."""
    from butler_desktop.domain.workflow import TRANSITIONS
    from butler_desktop.services.due import do_due, is_left_to_shared

    done = do_due(desk.workspace)
    if given.json:
        print_json([{"filing": it.filing, "act": it.action, "at": iso_local(it.at)} for it in done])
        return DONE
    told = {row.action: row.told for row in TRANSITIONS}
    for act in done:
        print(f"{act.filing}  {iso_local(act.at)}  {told[act.action].said(desk.language)}")
    if not done:
        desk.say(LEFT if is_left_to_shared(desk.workspace) else NOTHING)
    return DONE


COMMANDS = (
    Command(
        "due", "执行到期事项 does what is due now; safe from several machines", run_due, (JSON,)
    ),
)
