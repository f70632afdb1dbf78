"""Checks of the domain: its form, its home page, its days, where it resolves."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.domain.validators import domain_name, iso_date
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.words import Words

REVIEW_MARGIN = timedelta(days=45)
"""So long after the expected decision a domain should hold."""

LONGEST_REVIEW = 20
"""Working days that an authority has by law."""

SEPARATORS = re.compile(r"[\s,，;；、|]+")
ONE_PAGE = Words("首页网址只能填一个", "give one home page only")


def domain_is_registrable(examined: Examined) -> Iterator[Hit]:
    """D01, D02: not a registrable domain, not a domain at all."""
    domain = examined.form.service.domain
    if not domain or not when.is_website(examined.form):
        return
    path = "service.domain"
    host, judged = domain_name.validate_host(domain), domain_name.validate(domain)
    if host.fault is not None:
        rule = "D01" if domain_name.is_address(host.value) else "D02"
        yield Hit(rule, path, {"fault": host.fault})
    elif judged.fault is not None:
        whole = domain_name.registrable_domain(domain_name.ascii_form(host.value) or "")
        fix = _change_to(path, domain_name.unicode_form(whole)) if whole else None
        yield Hit("D01", path, {"fault": judged.fault}, fix=fix)
    elif domain_name.is_whole_url(domain):
        wanted = Words(f"只填域名“{judged.value}”", f"give the domain alone: “{judged.value}”")
        yield Hit("D01", path, {"fault": wanted}, fix=_change_to(path, judged.value))


def app_domains_are_hosts(examined: Examined) -> Iterator[Hit]:
    """D02: a domain of an app that cannot be one."""
    service = examined.form.service
    if not when.is_app(examined.form):
        return
    lists = [("service.domains", service.domains)]
    lists += [(f"service.platforms.{p.key}.domains", p.domains) for p in service.platforms]
    for path, domains in lists:
        for domain in domains:
            fault = domain_name.validate_host(domain).fault
            if fault is not None:
                yield Hit("D02", path, {"fault": fault})


def home_page_is_inside(examined: Examined) -> Iterator[Hit]:
    """D15: a home page outside the domain, or more than one."""
    service, path = examined.form.service, "service.home_url"
    if not (when.is_website(examined.form) and service.domain and service.home_url):
        return
    judged = domain_name.validate(service.domain)
    fix = _change_to(path, f"www.{judged.value}") if judged.fault is None else None
    pages = [page for page in SEPARATORS.split(service.home_url) if page]
    if not all(domain_name.is_inside(page, service.domain) for page in pages):
        fault = Words("首页网址不在域名“{domain}”之下", "the home page lies outside {domain}")
        yield Hit("D15", path, {"fault": fault.filled(domain=service.domain)}, fix=fix)
    elif len(pages) > 1:
        rule = examined.ruling.get("name_home_url_single")
        yield Hit("D15", path, {"fault": ONE_PAGE}, by=rule, fix=fix)


def domain_holds(examined: Examined) -> Iterator[Hit]:
    """D10, D11, D12: expired, too short for the province, about to expire during the review."""
    last = iso_date.parsed(examined.form.service.domain_expires_on)
    if last is None or not when.may_use_domain(examined.form):
        return
    path = "service.domain_expires_on"
    days = (examined.today - last).days
    if days > 0:
        yield Hit("D10", path, {"days": days})
        return
    rule = examined.ruling.get("domain_min_validity_months")
    if rule is not None and last < iso_date.months_after(examined.today, int(rule.value)):
        yield Hit("D11", path, {"months": rule.value}, by=rule)
    decided = expected_decision(examined)
    if last <= decided + REVIEW_MARGIN:
        yield Hit("D12", path, {"day": decided.isoformat()})


def expected_decision(examined: Examined) -> date:
    """The day by which the authority has mostly decided, were it sent today."""
    rule = examined.ruling.get("est_authority_review_days")
    if rule is not None:
        return examined.today + timedelta(days=max(rule.value))
    limit = examined.ruling.get("authority_review_max_working_days")
    count = int(limit.value) if limit is not None else LONGEST_REVIEW
    return examined.rulebook.calendar.working_day_after(examined.today, count)


def domain_resolves_rightly(examined: Examined) -> Iterator[Hit]:
    """D13, D14: resolving before approval; not resolving to this provider afterwards."""
    form = examined.form
    state = form.service.dns_state
    if not when.is_website(form) or state is None:
        return
    is_new = form.filing_kind in (FilingKind.FIRST_FILING, FilingKind.NEW_SERVICE)
    if is_new and state != "none":
        yield Hit("D13", "service.dns_state")
    elif not is_new and state == "elsewhere":
        yield Hit("D14", "service.dns_state")


def _change_to(path: str, value: str) -> Fix:
    return Fix(path, value, Words(f"改为“{value}”", f"Change to “{value}”"))


DOMAIN_CHECKS: tuple[Check, ...] = (
    domain_is_registrable,
    app_domains_are_hosts,
    home_page_is_inside,
    domain_holds,
    domain_resolves_rightly,
)
