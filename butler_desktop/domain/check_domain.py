"""Checks of the domain: its form, its registrant, its days, where it resolves."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.validators import domain_name, iso_date, tidy
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.words import Words

SYNC_DAYS = 3
"""So long after the real-name verification the ministry may not know of it yet."""


def domain_is_registrable(examined: Examined) -> Iterator[Hit]:
    """D01, D02, D03: not a registrable domain, not a domain at all, an unknown suffix."""
    domain = examined.form.service.domain
    if not domain or not when.is_website(examined.form):
        return
    path = "service.domain"
    host, judged = domain_name.validate_host(domain), domain_name.validate(domain)
    if host.fault is not None:
        rule = "D01" if domain_name.is_address(host.value) else "D02"
        yield Hit(rule, path, {"fault": host.fault})
    elif judged.fault is not None:
        yield Hit("D01", path, {"fault": judged.fault})
    elif domain_name.is_whole_url(domain):
        wanted = Words(f"只填域名“{judged.value}”", f"give the domain alone: “{judged.value}”")
        yield Hit("D01", path, {"fault": wanted})
    elif judged.warning is not None:
        yield Hit("D03", path, {"warning": judged.warning})


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
    """D15: a home page outside the domain."""
    service = examined.form.service
    is_asked = when.is_website(examined.form) and service.domain and service.home_url
    if is_asked and not domain_name.is_inside(service.home_url or "", service.domain or ""):
        yield Hit("D15", "service.home_url", {"domain": service.domain})


def registrant_is_sponsor(examined: Examined) -> Iterator[Hit]:
    """D06, D07: a registrant who is neither the sponsor nor its legal representative."""
    service, subject = examined.form.service, examined.form.subject
    name, sponsor = _name(service.domain_registrant_name), _name(subject.sponsor_name)
    if not (name and sponsor and when.may_use_domain(examined.form)):
        return
    if name not in (sponsor, _name(subject.legal_rep_name)):
        yield Hit("D06", "service.domain_registrant_name")
    held = tidy.code(service.domain_registrant_certificate_number or "")
    certificate = tidy.code(subject.certificate_number or "")
    if name == sponsor and held and certificate and held != certificate:
        yield Hit("D07", "service.domain_registrant_certificate_number")


def domain_is_verified(examined: Examined) -> Iterator[Hit]:
    """D08, D09: no real-name verification, or one so fresh that it may not count yet."""
    service = examined.form.service
    if not when.uses_domain(examined.form):
        return
    path = "service.domain_realname_on"
    verified = iso_date.parsed(service.domain_realname_on)
    if service.domain_realname_on is None and (service.domain or service.domains):
        yield Hit("D08", path)
    elif verified is not None and (examined.today - verified).days < SYNC_DAYS:
        yield Hit("D09", path)


def domain_holds(examined: Examined) -> Iterator[Hit]:
    """D10: an expired domain."""
    days = examined.days_over(examined.form.service.domain_expires_on)
    if days and when.may_use_domain(examined.form):
        yield Hit("D10", "service.domain_expires_on", {"days": days})


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


def _name(text: str | None) -> str:
    """A name for comparison: the width of brackets and spaces do not count."""
    return tidy.compact(text or "")


DOMAIN_CHECKS: tuple[Check, ...] = (
    domain_is_registrable,
    app_domains_are_hosts,
    home_page_is_inside,
    registrant_is_sponsor,
    domain_is_verified,
    domain_holds,
    domain_resolves_rightly,
)
