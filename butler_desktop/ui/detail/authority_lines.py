"""Authority lines: what the butler knows of the authority's doings, in the language in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from butler_desktop.domain.after_care import DUTY_WORDS, AfterCareTask
from butler_desktop.domain.filing_states import LOCKED_STATES, FilingState
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.masking import masked_name, masked_phone
from butler_desktop.domain.outside_status import LAG, PROVIDER, SOURCE_WORDS
from butler_desktop.domain.reviewer_call import ReviewerCall
from butler_desktop.domain.role import may_write
from butler_desktop.domain.sms_check import SMS_STATES, SmsCheck
from butler_desktop.domain.time_words import near_day_text, near_moment_text, span_text
from butler_desktop.domain.transition import Action
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.i18n import said, translate
from butler_desktop.words import Words

DOT = " ・ "
FEW_TRIES = 1
"""So few wrong codes left are warned of."""


@dataclass(frozen=True, slots=True)
class AuthorityLink:
    """An act that a line offers, with what is known for its form."""

    action: Action
    words: str
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """One line: a sign, what of, how it stands, and what can be done. Inks are the theme's."""

    icon: str
    ink: str
    words: str
    told: str
    told_ink: str = "text_3"
    links: tuple[AuthorityLink, ...] = ()


def authority_lines(view: FilingView) -> tuple[AuthorityLine, ...]:
    """The lines of a filing as it is now; without links for who may not act."""
    lines = tuple(_lines(view))
    if may_write(view.role):
        return lines
    return tuple(AuthorityLine(it.icon, it.ink, it.words, it.told, it.told_ink) for it in lines)


def _lines(view: FilingView) -> Iterator[AuthorityLine]:
    if view.filing.state in SMS_STATES:
        yield from (_sms(check, view) for check in view.sms)
    if view.call is not None and not view.call.is_past(view.now):
        yield _call(view.call, view)
    if view.filing.state in LOCKED_STATES:
        yield from _status(view)
    yield from (_task(task, view) for task in view.after_care)


def missed_call_text(view: FilingView) -> str:
    """The alarm that the customer can no longer be reached for the reviewer; else empty."""
    if view.call is None or not view.call.is_past(view.now):
        return ""
    until = said(near_moment_text(view.call.until, view.now))
    words = translate(
        "AuthorityLines",
        "The reviewer's call is not settled, and the customer could be reached until %1.",
    )
    return words.replace("%1", until)


def _call(call: ReviewerCall, view: FilingView) -> AuthorityLine:
    """Until when the customer can be reached."""
    words = translate("AuthorityLines", "The reviewer will call")
    until = said(near_moment_text(call.until, view.now))
    told = translate("AuthorityLines", "reachable until %1").replace("%1", until)
    link = AuthorityLink(Action.SETTLE_CALL, translate("AuthorityLines", "Settle"))
    facts = DOT.join(it for it in (told, call.note) if it)
    return AuthorityLine("phone", "amber", words, facts, "text_2", (link,))


def _status(view: FilingView) -> Iterator[AuthorityLine]:
    """What a system outside said last, and how long ago."""
    status, is_stale = view.status, view.is_status_stale
    if status is None and not is_stale and view.filing.state is not FilingState.AUTHORITY_REVIEW:
        return
    icon, ink = ("triangle-alert", "amber") if is_stale else ("landmark", "text_2")
    words = translate("AuthorityLines", "Outside status")
    facts = [translate("AuthorityLines", "none on record")]
    if status is not None:
        words = said(status.words)
        as_of = said(near_moment_text(status.as_of, view.now))
        facts = [
            said(_age(view.now - status.as_of)),
            said(SOURCE_WORDS.get(status.source, Words("", ""))),
            translate("AuthorityLines", "as of %1").replace("%1", as_of),
        ]
        facts += [said(LAG)] if status.source == PROVIDER else []
    if is_stale:
        facts[0] = translate("AuthorityLines", "%1, look again").replace("%1", facts[0])
    record = translate("AuthorityLines", "Record the status")
    expect = translate("AuthorityLines", "Reviewer's call")
    links = [AuthorityLink(Action.RECORD_STATUS, record)]
    if view.call is None:
        links.append(AuthorityLink(Action.EXPECT_CALL, expect))
    told_ink = "amber" if is_stale else "text_3"
    told = DOT.join(it for it in facts if it)
    yield AuthorityLine(icon, ink, words, told, told_ink, tuple(links))


def _age(age: timedelta) -> Words:
    """How long ago: days, or less."""
    return span_text(age, timedelta(days=1)) + Words("前", " ago")


def _task(task: AfterCareTask, view: FilingView) -> AuthorityLine:
    """A duty after the approval, its day, and whether anybody has seen to it."""
    words, today = said(DUTY_WORDS[task.duty]), local_date(view.now)
    until = translate("AuthorityLines", "until %1")
    until = until.replace("%1", said(near_day_text(task.due, today)))
    if task.done_at is not None:
        at = said(near_moment_text(task.done_at, view.now))
        told = translate("AuthorityLines", "done %1").replace("%1", at)
        return AuthorityLine("circle-check", "green", words, told)
    if task.told_at is not None:
        at = said(near_moment_text(task.told_at, view.now))
        told = translate("AuthorityLines", "the customer was told %1").replace("%1", at)
        return AuthorityLine("circle-check", "text_3", words, told + DOT + until)
    done = translate("AuthorityLines", "Done")
    link = AuthorityLink(Action.FINISH_DUTY, done, {"duty": task.duty})
    if task.is_overdue(today):
        told = until + DOT + translate("AuthorityLines", "overdue")
        return AuthorityLine("triangle-alert", "red", words, told, "red", (link,))
    return AuthorityLine("circle-dashed", "amber", words, until, "text_2", (link,))


def _sms(check: SmsCheck, view: FilingView) -> AuthorityLine:
    """Whose number, and whether it is verified."""
    parts = (said(check.words), masked_name(check.name), masked_phone(check.mobile))
    words = "  ".join(it for it in parts if it)
    if check.verified_at is not None:
        at = said(near_moment_text(check.verified_at, view.now))
        told = translate("AuthorityLines", "verified %1").replace("%1", at)
        return AuthorityLine("circle-check", "green", words, told)
    wrong = translate("AuthorityLines", "wrong codes: %1").replace("%1", str(check.wrong_tries))
    if view.filing.state is FilingState.SUBMITTED:
        told = translate("AuthorityLines", "to be verified")
        return AuthorityLine("circle-dashed", "text_3", words, told)
    if check.is_locked:
        told = wrong + DOT + translate("AuthorityLines", "returned for it")
        return AuthorityLine("circle-x", "red", words, told, "red")
    if view.filing.state is FilingState.SMS_EXPIRED:
        told = translate("AuthorityLines", "not verified in time")
        return AuthorityLine("circle-x", "red", words, told, "red")
    facts = [translate("AuthorityLines", "not verified yet")]
    if check.wrong_tries:
        tries = translate("AuthorityLines", "%1 wrong, %2 left")
        tries = tries.replace("%1", str(check.wrong_tries))
        facts = [tries.replace("%2", str(check.tries_left))]
    if check.resent_at is not None:
        at = said(near_moment_text(check.resent_at, view.now))
        facts.append(translate("AuthorityLines", "sent again %1").replace("%1", at))
    is_tight = check.tries_left <= FEW_TRIES
    icon, ink = ("triangle-alert", "red") if is_tight else ("circle-dashed", "amber")
    given = {"person": check.roles[0]}
    links = (
        AuthorityLink(Action.RECORD_SMS_VERIFIED, translate("AuthorityLines", "Verified"), given),
        AuthorityLink(Action.RECORD_SMS_WRONG, translate("AuthorityLines", "Wrong code"), given),
        AuthorityLink(Action.RECORD_SMS_RESENT, translate("AuthorityLines", "Sent again"), given),
    )
    return AuthorityLine(icon, ink, words, DOT.join(facts), ink, links)
