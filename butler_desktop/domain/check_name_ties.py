"""Checks of what a service's name has to do with its sponsor and its province."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain import hanzi
from butler_desktop.domain.check_name_words import hits
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.site_name import PATH, SiteName
from butler_desktop.domain.validators import tidy
from butler_desktop.words import Words

EXPLANATION = "trademark_or_explanation"
COLLEGE = "学院"
LONG_ENOUGH = 4
"""So many characters in a row are no coincidence, whatever they are."""

NO_ENGLISH = Words("名称不得含英文字母", "no Latin letters in the name")
NOT_ALL_ENGLISH = Words("名称不得全为英文", "not a name of Latin letters alone")


def name_belongs_to_sponsor(examined: Examined) -> Iterator[Hit]:
    """W13: a name that shares nothing with those of the sponsor, and no paper that explains it."""
    form, papers = examined.form, examined.case.papers or ()
    name, sponsor = SiteName.of(form), form.subject.sponsor_name
    if not (name.text and sponsor and when.is_organisation(form)):
        return
    told = (sponsor, form.subject.trade_name, form.service.service_remark)
    texts = [tidy.compact(it).lower() for it in told if it]
    is_explained = any(it.material_kind == EXPLANATION for it in papers)
    if not is_explained and not any(_is_related(examined, name.plain, it) for it in texts):
        yield Hit("W13", PATH)


def name_names_no_place(examined: Examined) -> Iterator[Hit]:
    """W16: an administrative region that the sponsor's registered name does not have."""
    rule = examined.ruling.get("region_word_in_name_forbidden")
    if rule is not None and rule.value:
        for word in _foreign_regions(examined)[:1]:
            yield _restricted(rule, Words(f"不得用地名“{word}”", f"no place name (“{word}”)"))
    portal = examined.ruling.get("local_portal_forbidden_for_non_government")
    if portal is not None and portal.value and _is_local_portal(examined):
        yield _restricted(
            portal, Words("地方门户只能由政府机关开办", "local portals are for government organs")
        )


def name_may_be_english(examined: Examined) -> Iterator[Hit]:
    """W16: Latin letters where the province does not take them."""
    name = SiteName.of(examined.form)
    rule = examined.ruling.get("name_english_forbidden")
    if rule is not None and rule.value and name.has_latin:
        yield _restricted(rule, NO_ENGLISH)
    rule = examined.ruling.get("name_all_english_forbidden")
    if rule is not None and rule.value and name.is_latin:
        yield _restricted(rule, NOT_ALL_ENGLISH)


def college_is_told(examined: Examined) -> Iterator[Hit]:
    """W16: a college within a company that does not say so behind its name."""
    rule = examined.ruling.get("college_name_suffix")
    name = tidy.compact(SiteName.of(examined.form).text)
    is_own = COLLEGE in (examined.form.subject.sponsor_name or "")
    if rule is None or COLLEGE not in name or is_own:
        return
    if not name.endswith(tuple(tidy.compact(str(it)) for it in rule.value)):
        wanted = " / ".join(map(str, rule.value))
        reason = Words(f"“学院”之后须加“{wanted}”", f"“学院” must be followed by {wanted}")
        yield _restricted(rule, reason)


def _restricted(rule: ProvinceRule, reason: Words) -> Hit:
    return Hit("W16", PATH, {"reason": reason}, by=rule)


def _is_related(examined: Examined, name: str, told: str) -> bool:
    """Whether two texts share a run of characters that is not everybody's."""
    if any(name[at : at + LONG_ENOUGH] in told for at in range(len(name) - LONG_ENOUGH + 1)):
        return True
    common: set[str] = set(examined.rulebook.word_lists.sets.get("generic", ()))
    for province in examined.rulebook.provinces:
        common |= hanzi.pairs(province.short)
    return bool((hanzi.pairs(name) & hanzi.pairs(told)) - common)


def _foreign_regions(examined: Examined) -> tuple[str, ...]:
    """The places that the name has and the sponsor's own name has not."""
    sponsor = examined.form.subject.sponsor_name or ""
    found = hits(examined, "regions", SiteName.of(examined.form).lower)
    return tuple(it for it in found if it not in sponsor)


def _is_local_portal(examined: Examined) -> bool:
    """Whether a sponsor that is no government organ calls its site like a place's own."""
    name = SiteName.of(examined.form).lower
    is_government = examined.form.subject.sponsor_kind in (None, "government")
    has_portal = bool(hits(examined, "portal", name))
    return not is_government and has_portal and bool(_foreign_regions(examined))


NAME_TIE_CHECKS: tuple[Check, ...] = (
    name_belongs_to_sponsor,
    name_names_no_place,
    name_may_be_english,
    college_is_told,
)
