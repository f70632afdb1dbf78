"""Checks of how many sites and domains a sponsor files in its province."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import DELIVERED_STATES, RELEASED_STATES
from butler_desktop.domain.province_rules import EVERYBODY, ProvinceRule
from butler_desktop.domain.validators import tidy
from butler_desktop.words import Words

PLACE = "filing_kind"
"""A count belongs to the filing as a whole."""

DOMAINS = "service.extra_domains"


def sites_are_few_enough(examined: Examined) -> Iterator[Hit]:
    """W31: more sites in one application, or of one sponsor, than the province takes."""
    filing = examined.case.filing
    if filing is None or when.is_change(examined.form):
        return
    rule = examined.ruling.get("max_sites_per_submission")
    if rule is not None and filing.site_count > rule.value:
        yield _too_many(rule, Words("每次最多 {n} 个网站", "{n} sites at a time"), rule.value)
    rule = examined.ruling.get("max_sites_total")
    if rule is not None and _sites(examined, delivered_only=False) > rule.value:
        yield _too_many(rule, Words("总共最多 {n} 个网站", "{n} sites in all"), rule.value)
    rule = examined.ruling.get("max_sites_if_already_filed_over")
    if rule is not None:
        group = "personal" if when.is_individual(examined.form) else "org"
        limit, then = rule.value.get(group, rule.value.get(EVERYBODY)), rule.value
        is_over = limit is not None and _sites(examined, delivered_only=True) > limit
        if is_over and filing.site_count > then["then_per_submission"]:
            said = Words(
                f"已备案超过 {limit} 个的，每次最多 {{n}} 个网站",
                f"after {limit} filed sites, {{n}} at a time",
            )
            yield _too_many(rule, said, then["then_per_submission"])


def domains_are_few_enough(examined: Examined) -> Iterator[Hit]:
    """W31: more domains of one site than the province takes."""
    service = examined.form.service
    rule = examined.ruling.get("max_domains_per_site")
    domains = {tidy.host(it) for it in (service.domain, *service.extra_domains) if it}
    if rule is not None and when.is_website(examined.form) and len(domains) > rule.value:
        yield _too_many(
            rule, Words("每个网站 {n} 个域名", "{n} domains a site"), rule.value, DOMAINS
        )


def _too_many(rule: ProvinceRule, limit: Words, n: int, path: str = PLACE) -> Hit:
    return Hit("W31", path, {"limit": limit.filled(n=n)}, by=rule)


def _sites(examined: Examined, delivered_only: bool) -> int:
    """The sites of this sponsor that are known: those of the order, this filing's among them."""
    case = examined.case
    filings = case.dossier.filings if case.dossier is not None else ()
    held = tidy.code(examined.form.subject.certificate_number or "")

    def counts(it: Filing) -> bool:
        if case.filing is not None and it.id == case.filing.id:
            return not delivered_only
        is_same = held and tidy.code(it.particulars.subject.certificate_number or "") == held
        if when.is_change(it.particulars):
            return False
        in_states = it.state in DELIVERED_STATES
        if not delivered_only:
            in_states = it.state not in RELEASED_STATES
        return bool(is_same) and in_states

    return sum(it.site_count for it in filings if counts(it))


COUNT_CHECKS: tuple[Check, ...] = (sites_are_few_enough, domains_are_few_enough)
