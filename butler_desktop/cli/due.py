"""``due``: does what is due now, once, however many machines run it."""

import argparse

from butler_desktop.cli.command import DONE, JSON, Command, Desk, print_json
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.mail import MAIL_STATE_WORDS, MailState
from butler_desktop.domain.telling import OCCASION_WORDS
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
CALL = Words(
    "{number}  {sponsor}：可接听至 {until}，已过，审核员来电未了结；"
    "另约时间，或 do {number} settle_call",
    "{number}  {sponsor}: reachable until {until}, and the reviewer's call is not settled;"
    " say until when anew, or do {number} settle_call",
)
NOTHING = Words("没有到期事项。", "Nothing is due.")


def run_due(desk: Desk, given: argparse.Namespace) -> int:
    """Does what is due."""
    from butler_desktop.domain.workflow import TRANSITIONS
    from butler_desktop.services.due import do_due, is_left_to_shared, missed_calls, to_remind
    from butler_desktop.services.mail_round import mails_for_butler, send_mails

    done = do_due(desk.workspace)
    mails = send_mails(desk.workspace)
    with desk.workspace.reading() as work:
        left, calls = to_remind(work), missed_calls(work)
        touched = {it.mail_id for it in mails}
        mails += tuple(it for it in mails_for_butler(work) if it.mail_id not in touched)
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
            + [
                {
                    "filing": it.filing,
                    "act": Action.SETTLE_CALL,
                    "at": iso_local(it.until),
                    "done": False,
                    "butler": it.butler,
                }
                for it in calls
            ]
            + [
                {
                    "filing": it.filing,
                    "act": "send_mail",
                    "at": iso_local(it.at),
                    "done": it.state is MailState.SENT,
                    "message": it.occasion,
                    "state": it.state,
                    "reason": it.reason.said(desk.language),
                }
                for it in mails
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
    for call in calls:
        desk.say(
            CALL.filled(number=call.filing, sponsor=call.sponsor, until=moment_text(call.until))
        )
    for mail in mails:
        words = Words("{number}  邮件“{what}”：{state}", "{number}  mail “{what}”: {state}").filled(
            number=mail.filing,
            what=OCCASION_WORDS[mail.occasion],
            state=MAIL_STATE_WORDS[mail.state],
        )
        desk.say(words + Words("。", ". ") + mail.reason if mail.reason.zh else words)
    if not done and not left and not calls and not mails:
        desk.say(LEFT if is_left_to_shared(desk.workspace) else NOTHING)
    return DONE


COMMANDS = (
    Command(
        "due",
        "执行到期事项、发邮件 does what is due, sends mail, says whom to remind; by any machine",
        run_due,
        (JSON,),
    ),
)
