"""Checks of a domain's suffix and label: who may have them, which the province takes."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.check_name_words import is_national_unit
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.province_rules import SEVERITIES, ProvinceRule
from butler_desktop.domain.validators import domain_name
from butler_desktop.words import Words

PATH = "service.domain"

WANTED = {
    "government": "domain_suffix_government",
    "public_institution": "domain_suffix_public_institution",
}
"""The key of the suffixes that a kind of sponsor must use."""

UNKNOWN_PROVINCE = Words("该省", "The province")


def suffix_is_approved(examined: Examined) -> Iterator[Hit]:
    """D03, D04: a suffix that the ministry has not approved, or that the province does not take."""
    domain = _domain(examined)
    if not domain:
        return
    suffix, suffixes = f".{domain.rpartition('.')[2]}", examined.rulebook.word_lists.suffixes
    if suffix not in suffixes.get("approved", frozenset((suffix,))):
        yield Hit("D03", PATH, {"tld": suffix})
    rule = examined.ruling.get("tld_allowlist")
    if rule is not None and suffix not in suffixes[str(rule.value)]:
        province = examined.rulebook.provinces.named(examined.form.province)
        words = province.short_words if province else UNKNOWN_PROVINCE
        yield Hit("D04", PATH, {"tld": suffix, "province": words}, by=rule)


def suffix_is_the_kinds(examined: Examined) -> Iterator[Hit]:
    """D16: a state body outside the suffixes that are its own."""
    domain, kind = _domain(examined), examined.form.subject.sponsor_kind
    rule = examined.ruling.get(WANTED.get(kind or "", ""))
    if domain and rule is not None and not domain.endswith(_accepted(rule)):
        yield Hit("D16", PATH, {"suffix": " / ".join(map(str, rule.value))}, by=rule)


def suffix_is_free(examined: Examined) -> Iterator[Hit]:
    """D17: a suffix that is kept for others."""
    domain, kind = _domain(examined), examined.form.subject.sponsor_kind
    if not (domain and kind):
        return
    for kept in examined.rulebook.word_lists.restricted:
        if domain.endswith(kept.suffix):
            if kind not in kept.kinds:
                slots = {"suffix": kept.suffix, "whose": kept.words}
                yield Hit("D17", PATH, slots, severity=SEVERITIES[kept.confidence])
            return


def label_is_taken(examined: Examined) -> Iterator[Hit]:
    """D18: a word in the label that the province keeps for national units."""
    rule = examined.ruling.get("domain_label_forbidden_words")
    label = _domain(examined).partition(".")[0]
    if rule is not None and not is_national_unit(examined):
        for word in rule.value:
            if str(word) in label:
                yield Hit("D18", PATH, {"word": word}, by=rule)


def _domain(examined: Examined) -> str:
    """The website's domain in Unicode; empty where there is none that could be one."""
    domain = examined.form.service.domain
    if not domain or not when.is_website(examined.form):
        return ""
    host = domain_name.validate_host(domain)
    return host.value if host.fault is None and "." in host.value else ""


def _accepted(rule: ProvinceRule) -> tuple[str, ...]:
    """The suffixes of a rule; a Chinese one is registered under .cn as well."""
    named = tuple(str(it) for it in rule.value)
    return named + tuple(f"{it}.cn" for it in named if not it.isascii())


SUFFIX_CHECKS: tuple[Check, ...] = (
    suffix_is_approved,
    suffix_is_the_kinds,
    suffix_is_free,
    label_is_taken,
)
