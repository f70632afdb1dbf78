"""``due-time``: when a promise of the service is due, from a time alone."""

import argparse
from collections.abc import Callable
from datetime import datetime

from butler_desktop.cli.command import DONE, JSON, Command, Desk, WrongUse, argument, print_json
from butler_desktop.domain.clocks import Due, first_contact_due, preparation_due
from butler_desktop.domain.local_time import iso_local, parse_time
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words

FIRST_CONTACT, PREPARATION = "first-contact", "preparation"
_DUE: dict[str, Callable[[datetime, WorkingCalendar], Due]] = {
    FIRST_CONTACT: first_contact_due,
    PREPARATION: preparation_due,
}

READINGS = {FIRST_CONTACT: "A4 A5 A6", PREPARATION: "A7"}
"""What each clock rests on."""

NO_TIME = Words("“{text}”不是时间。", "“{text}” is no time.")
AS = Words(
    "写作 2026-03-18 17:29 或 2026-03-18T17:29:00+08:00。",
    "Write it as 2026-03-18 17:29 or 2026-03-18T17:29:00+08:00.",
)


def run_due_time(desk: Desk, given: argparse.Namespace) -> int:
    """Says when it is due and why; without an offset a time is Shanghai's. Raises WrongUse."""
    from butler_desktop.storage.rulebook import load_rulebook

    at = parse_time(given.time)
    if at is None:
        raise WrongUse(NO_TIME.filled(text=given.time), AS)
    rulebook = load_rulebook()
    due = _DUE[given.clock](at, rulebook.calendar)
    if given.json:
        print_json(
            {
                "due": iso_local(due.at),
                "reason": due.reason.said(desk.language),
                "provisional": due.is_provisional,
            }
        )
        return DONE
    print(iso_local(due.at))
    desk.say(due.reason)
    for reading in rulebook.readings.named_in([READINGS[given.clock]]):
        desk.say(reading.told)
    return DONE


COMMANDS = (
    Command(
        "due-time",
        "某时起何时到期 when a first contact or a preparation that begins then is due",
        run_due_time,
        (
            argument("clock", choices=(FIRST_CONTACT, PREPARATION)),
            argument("time", metavar="TIME", help="2026-03-18 17:29"),
            JSON,
        ),
    ),
)
