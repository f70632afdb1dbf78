"""What ``show`` says of the authority's doings: SMS, outside status, reviewer's call, duties."""

from typing import Any

from butler_desktop.cli.command import Desk
from butler_desktop.domain.after_care import DUTY_WORDS
from butler_desktop.domain.local_time import iso_local, local_date
from butler_desktop.domain.masking import masked_name, masked_phone
from butler_desktop.domain.outside_status import SOURCE_WORDS
from butler_desktop.domain.sms_check import SMS_STATES, SmsCheck
from butler_desktop.domain.time_words import day_text, moment_text
from butler_desktop.services.filing_view import FilingView
from butler_desktop.words import Words


def told_outside(view: FilingView, language: str) -> dict[str, Any]:
    """It as parts of the filing's JSON document."""
    status, call = view.status, view.call
    return {
        "sms": [
            {
                "person": list(it.roles),
                "name": masked_name(it.name),
                "mobile": masked_phone(it.mobile),
                "verified_at": iso_local(it.verified_at),
                "resent_at": iso_local(it.resent_at),
                "wrong_tries": it.wrong_tries,
                "tries_left": it.tries_left,
            }
            for it in view.sms
        ],
        "status": {
            "words": status.words.said(language) if status else "",
            "source": status.source if status else "",
            "as_of": iso_local(status.as_of) if status else None,
            "stale": view.is_status_stale,
        },
        "call": {
            "reachable_until": iso_local(call.until),
            "past": call.is_past(view.now),
            "note": call.note,
        }
        if call
        else None,
        "after_care": [
            {
                "duty": it.duty,
                "name": DUTY_WORDS[it.duty].said(language),
                "due": it.due.isoformat(),
                "done_at": iso_local(it.done_at),
                "told_at": iso_local(it.told_at),
                "overdue": it.is_overdue(local_date(view.now)),
            }
            for it in view.after_care
        ],
    }


def print_outside(view: FilingView, desk: Desk) -> None:
    """It for people: what stands and what is late."""
    if view.filing.state in SMS_STATES:
        for check in view.sms:
            told = Words("短信核验 {who} {mobile}：{how}", "SMS {who} {mobile}: {how}")
            desk.say(
                told.filled(who=check.words, mobile=masked_phone(check.mobile), how=_stands(check))
            )
    if view.status is not None:
        told = Words("外部状态：{words}，{source}，截至 {at}", "Outside: {words}, {source}, {at}")
        source = SOURCE_WORDS.get(view.status.source, Words("", ""))
        at = moment_text(view.status.as_of)
        desk.say(told.filled(words=view.status.words, source=source, at=at))
    if view.is_status_stale:
        desk.say(Words("外部状态超过 3 天未更新。", "Nobody looked at it for more than 3 days."))
    if view.call is not None:
        told = Words("审核员将来电，客户可接听至 {at}", "Reviewer will call; reachable until {at}")
        if view.call.is_past(view.now):
            told += Words("，已过", ", which is past")
        desk.say(told.filled(at=moment_text(view.call.until)))
    today = local_date(view.now)
    for task in view.after_care:
        state = Words("已办", "done") if not task.is_open else Words("未办", "open")
        if task.is_overdue(today):
            state = Words("已逾期", "overdue")
        told = Words("{name}：{due}，{state}", "{name}: {due}, {state}")
        desk.say(told.filled(name=DUTY_WORDS[task.duty], due=day_text(task.due), state=state))


def _stands(check: SmsCheck) -> Words:
    """How far a number's verification has come."""
    if check.verified_at is not None:
        return Words("{at} 已核验", "verified {at}").filled(at=moment_text(check.verified_at))
    if not check.wrong_tries:
        return Words("待核验", "not verified yet")
    return Words(
        f"输错 {check.wrong_tries} 次，还可错 {check.tries_left} 次",
        f"{check.wrong_tries} wrong, {check.tries_left} left",
    )
