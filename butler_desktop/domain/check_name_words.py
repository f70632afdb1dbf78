"""Checks of the words in a service's name: those that are kept for others, or refused."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.site_name import PATH, SiteName
from butler_desktop.domain.validators import tidy
from butler_desktop.words import Words

NATIONAL_PAPERS = ("pre_approval_doc", "trademark_or_explanation")
"""What can show that a unit may use a national word."""

PERSONS_SITE = Words("个人网站", "Individuals")
SITES_HERE = Words("该省网站", "Sites of this province")
FORUM = "bulletin_board"


def national_word_is_earned(examined: Examined) -> Iterator[Hit]:
    """W06, W36: a word kept for national units, at the beginning or elsewhere."""
    name = SiteName.of(examined.form).lower
    words = hits(examined, "national", name)
    leading = next((word for word in words if name.startswith(word)), "")
    if not leading:
        yield from (Hit("W36", PATH, {"word": word}) for word in words[:1])
    elif not is_national_unit(examined):
        yield Hit("W06", PATH, {"word": leading}, by=_approval_rule(examined))
    elif (rule := _approval_rule(examined)) is None or examined.case.papers is None:
        yield Hit("W06", PATH, {"word": leading}, by=rule, severity="warning")
    elif not any(it.material_kind in NATIONAL_PAPERS for it in examined.case.papers):
        yield Hit("W06", PATH, {"word": leading}, by=rule, severity="province")


def is_national_unit(examined: Examined) -> bool:
    """Whether the sponsor's registered name begins as those of national units do."""
    sponsor = tidy.compact(examined.form.subject.sponsor_name or "")
    return sponsor.startswith(examined.rulebook.word_lists.sets.get("national", ()))


def word_is_not_refused(examined: Examined) -> Iterator[Hit]:
    """W07, W08: words of state functions, sensitive words.

    A state body whose registered name has the word is warned only.
    """
    name, subject = SiteName.of(examined.form).lower, examined.form.subject
    for rule, list_name in (("W07", "function"), ("W08", "sensitive")):
        words = hits(examined, list_name, name)
        if words:
            is_state_body = subject.sponsor_kind in when.STATE_KINDS
            is_own = all(word in (subject.sponsor_name or "") for word in words)
            weight = "warning" if is_state_body and is_own else ""
            yield Hit(rule, PATH, {"word": _said(words)}, severity=weight)


def forum_word_is_approved(examined: Examined) -> Iterator[Hit]:
    """W09: words of forums, without the permit of one."""
    words = hits(examined, "forum", SiteName.of(examined.form).lower)
    permits = {each.key for each in examined.form.service.pre_approvals}
    if words and FORUM not in permits:
        yield Hit("W09", PATH, {"word": _said(words)})


def person_has_a_persons_name(examined: Examined) -> Iterator[Hit]:
    """W10, W11: words that a private person's site may not have, or should not."""
    name = SiteName.of(examined.form).lower
    banned = examined.ruling.get("name_forbidden_set")
    if when.is_individual(examined.form):
        if words := hits(examined, "personal_banned", name):
            yield Hit("W10", PATH, {"word": _said(words), "whose": PERSONS_SITE})
        if words := hits(examined, "personal_business", name):
            yield Hit("W11", PATH, {"word": _said(words)})
    elif banned is not None and (words := hits(examined, str(banned.value), name)):
        slots = {"word": _said(words), "whose": SITES_HERE}
        yield Hit("W10", PATH, slots, by=banned, severity="province")


def name_is_not_an_authoritys(examined: Examined) -> Iterator[Hit]:
    """W14: anybody but a government organ under a name like that of one."""
    if examined.form.subject.sponsor_kind not in (None, "government"):
        words = hits(examined, "gov_like", SiteName.of(examined.form).lower)
        if words:
            yield Hit("W14", PATH, {"word": _said(words)})


def name_is_not_blocked(examined: Examined) -> Iterator[Hit]:
    """W15: a word of the list that the provider keeps for itself."""
    words = hits(examined, "blocked", SiteName.of(examined.form).lower)
    if words:
        yield Hit("W15", PATH, {"word": _said(words)})


def hits(examined: Examined, list_name: str, text: str) -> tuple[str, ...]:
    """The words of a list that ``text`` holds, the longest of those that overlap."""
    listed = examined.rulebook.word_lists.sets.get(list_name, ())
    found = [word for word in listed if word.lower() in text]
    return tuple(it for it in found if not any(it != other and it in other for other in found))


def _approval_rule(examined: Examined) -> ProvinceRule | None:
    """The province's rule that even a national unit must show that it may."""
    rule = examined.ruling.get("national_word_needs_approval")
    return rule if rule is not None and rule.value else None


def _said(words: tuple[str, ...]) -> str:
    return "、".join(words)


NAME_WORD_CHECKS: tuple[Check, ...] = (
    national_word_is_earned,
    word_is_not_refused,
    forum_word_is_approved,
    person_has_a_persons_name,
    name_is_not_an_authoritys,
    name_is_not_blocked,
)
