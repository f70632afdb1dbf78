"""All commands, in the order in which the help lists them."""

from butler_desktop.cli import (
    check,
    check_rulebook,
    demo,
    due,
    due_time,
    filing_acts,
    filing_lists,
    journal,
    move,
    orders,
    packets,
    refund,
    rulebooks,
    screenshots,
    shared,
    show,
    sync,
    workbook,
)
from butler_desktop.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    *demo.COMMANDS,
    *orders.COMMANDS,
    *filing_lists.COMMANDS,
    *show.COMMANDS,
    *check.COMMANDS,
    *filing_acts.COMMANDS,
    *workbook.COMMANDS,
    *packets.COMMANDS,
    *refund.COMMANDS,
    *journal.COMMANDS,
    *due.COMMANDS,
    *due_time.COMMANDS,
    *check_rulebook.COMMANDS,
    *rulebooks.COMMANDS,
    *shared.COMMANDS,
    *move.COMMANDS,
    *sync.COMMANDS,
    *screenshots.COMMANDS,
)
