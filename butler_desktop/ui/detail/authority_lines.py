"""Authority lines: what the butler knows of the authority's doings, in the language in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.masking import masked_name, masked_phone
from butler_desktop.domain.role import may_write
from butler_desktop.domain.sms_check import SmsCheck
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.transition import Action
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.i18n import said, translate

DOT = " ・ "
FEW_TRIES = 1
"""So few wrong codes left are warned of."""

SMS_STATES = (FilingState.SUBMITTED, FilingState.SMS_PENDING, FilingState.SMS_EXPIRED)


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
        left = translate("AuthorityLines", "%1 more are let pass")
        facts += [wrong, left.replace("%1", str(check.tries_left))]
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
