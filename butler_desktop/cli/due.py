"""``due``: does what is due now, once, however many machines run it."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from butler_desktop.cli.command import DONE, JSON, Command, Desk, print_json
from butler_desktop.domain.after_care import DUTY_WORDS
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.mail import MAIL_STATE_WORDS, MailState
from butler_desktop.domain.telling import OCCASION_WORDS
from butler_desktop.domain.time_words import moment_text
from butler_desktop.domain.transition import Action
from butler_desktop.words import Words, joined

if TYPE_CHECKING:
    from butler_desktop.services.due import MissedCall, OwedDuties, ToRemind
    from butler_desktop.services.mail_round import MailNews

LEFT = Words(
    "副本不执行到期事项，由直接连接共享库的工作站执行。",
    "A replica leaves this to the desks on the shared database.",
)
REMIND = Words(
    "{number}  请用电话或微信提醒{sponsor}：确认截止 {until}；然后 do {number} record_reminder",
    "{number}  remind {sponsor} by telephone or WeChat: deadline {until};"
    " then do {number} record_reminder",
)
CALL = Words(
    "{number}  {sponsor}：可接听至 {until}，已过，审核员来电未了结；"
    "另约时间，或 do {number} settle_call",
    "{number}  {sponsor}: reachable until {until}, and the reviewer's call is not settled;"
    " say until when anew, or do {number} settle_call",
)
DUTIES = Words(
    "{number}  请告知{sponsor}备案后义务（已到期：{what}）；然后 do {number} tell_duties",
    "{number}  tell {sponsor} the duties (overdue: {what}); then do {number} tell_duties",
)
MAIL = Words("{number}  邮件“{what}”：{state}", "{number}  mail “{what}”: {state}")
NOTHING = Words("没有到期事项。", "Nothing is due.")


class Owed(NamedTuple):
    """What is left to a butler, and the mail that a round has touched or that needs one."""

    reminders: "tuple[ToRemind, ...]"
    calls: "tuple[MissedCall, ...]"
    duties: "tuple[OwedDuties, ...]"
    mails: "tuple[MailNews, ...]"


def run_due(desk: Desk, given: argparse.Namespace) -> int:
    """Does what is due."""
    from butler_desktop.domain.workflow import TRANSITIONS
    from butler_desktop.services.due import (
        do_due,
        is_left_to_shared,
        missed_calls,
        owed_duties,
        to_remind,
    )
    from butler_desktop.services.mail_round import mails_for_butler, send_mails

    done = do_due(desk.workspace)
    mails = send_mails(desk.workspace)
    with desk.workspace.reading() as work:
        touched = {it.mail_id for it in mails}
        mails += tuple(it for it in mails_for_butler(work) if it.mail_id not in touched)
        owed = Owed(to_remind(work), missed_calls(work), owed_duties(work), mails)
    if given.json:
        print_json(
            [
                {"filing": it.filing, "act": it.action, "at": iso_local(it.at), "done": True}
                for it in done
            ]
            + list(_entries(owed, desk.language))
        )
        return DONE
    told = {row.action: row.told for row in TRANSITIONS}
    for act in done:
        print(f"{act.filing}  {iso_local(act.at)}  {told[act.action].said(desk.language)}")
    sentences = tuple(_sentences(owed))
    for words in sentences:
        desk.say(words)
    if not done and not sentences:
        desk.say(LEFT if is_left_to_shared(desk.workspace) else NOTHING)
    return DONE


def _entries(owed: Owed, language: str) -> Iterator[dict[str, Any]]:
    """What is left to a butler, and what became of the mail, as JSON."""
    for it in owed.reminders:
        entry = _entry(it.filing, Action.RECORD_REMINDER, iso_local(it.at), it.butler)
        yield entry | {"deadline": iso_local(it.deadline)}
    for call in owed.calls:
        yield _entry(call.filing, Action.SETTLE_CALL, iso_local(call.until), call.butler)
    for duty in owed.duties:
        entry = _entry(duty.filing, Action.TELL_DUTIES, duty.due.isoformat(), duty.butler)
        yield entry | {"duties": list(duty.duties)}
    for mail in owed.mails:
        yield {
            "filing": mail.filing,
            "act": "send_mail",
            "at": iso_local(mail.at),
            "done": mail.state is MailState.SENT,
            "message": mail.occasion,
            "state": mail.state,
            "reason": mail.reason.said(language),
        }


def _entry(filing: str, act: str, at: str | None, butler: str) -> dict[str, Any]:
    return {"filing": filing, "act": act, "at": at, "done": False, "butler": butler}


def _sentences(owed: Owed) -> Iterator[Words]:
    for it in owed.reminders:
        until = moment_text(it.deadline)
        yield REMIND.filled(number=it.filing, sponsor=it.sponsor, until=until)
    for call in owed.calls:
        until = moment_text(call.until)
        yield CALL.filled(number=call.filing, sponsor=call.sponsor, until=until)
    for duty in owed.duties:
        what = joined([DUTY_WORDS[it] for it in duty.duties])
        yield DUTIES.filled(number=duty.filing, sponsor=duty.sponsor, what=what)
    for mail in owed.mails:
        what, state = OCCASION_WORDS[mail.occasion], MAIL_STATE_WORDS[mail.state]
        words = MAIL.filled(number=mail.filing, what=what, state=state)
        yield words + Words("。", ". ") + mail.reason if mail.reason.zh else words


COMMANDS = (
    Command(
        "due",
        "执行到期事项、发邮件 does what is due, sends mail, says whom to remind; by any machine",
        run_due,
        (JSON,),
    ),
)
