"""``journal``: what was done to an order, and whether the record of it is whole."""

import argparse

from butler_desktop.cli.command import DONE, JSON, REFUSED, Command, Desk, argument, print_json
from butler_desktop.domain.local_time import iso_local
from butler_desktop.words import Words


def run_journal(desk: Desk, given: argparse.Namespace) -> int:
    """The order's journal; with ``--verify`` whether it is whole and gives the present rows."""
    from butler_desktop.services.history import history, verify

    with desk.workspace.reading() as work:
        order_id = work.order_id(given.order)
        faults = verify(work, order_id) if given.verify else ()
        lines = history(work, order_id) if not faults else ()
    if given.json:
        print_json(
            {
                "order": given.order,
                "verified": not faults if given.verify else None,
                "faults": [
                    {"revision": f.revision, "message": f.message.said(desk.language)}
                    for f in faults
                ],
                "acts": [
                    {
                        "revision": line.revision,
                        "at": iso_local(line.at),
                        "actor": line.actor,
                        "act": line.act,
                        "detail": line.detail.said(desk.language),
                    }
                    for line in reversed(lines)
                ],
            }
        )
    else:
        for line in reversed(lines):
            detail = line.detail.said(desk.language)
            told = line.words.said(desk.language) + (f"：{detail}" if detail else "")
            print(f"{line.revision:>4}  {iso_local(line.at)}  {line.actor}  {told}")
        for fault in faults:
            desk.say(fault.message)
        if given.verify:
            desk.say(
                Words(
                    f"订单 {given.order} 的日志不完整。", f"The journal of {given.order} is broken."
                )
                if faults
                else Words(
                    f"订单 {given.order} 的日志完整，重放与现有数据一致。",
                    f"The journal of {given.order} is whole and gives the present rows.",
                )
            )
    return REFUSED if faults else DONE


COMMANDS = (
    Command(
        "journal",
        "订单的日志 an order's journal",
        run_journal,
        (
            argument("order", metavar="ORDER"),
            argument("--verify", action="store_true", help="核对校验链 checks the digests"),
            JSON,
        ),
    ),
)
