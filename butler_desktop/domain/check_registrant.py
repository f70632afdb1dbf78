"""Checks of who holds a domain: the registrar, the registrant, the real-name verification."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.validators import iso_date, tidy
from butler_desktop.words import Words

SYNC_DAYS = 3
"""So long after the real-name verification the ministry may not know of it yet."""

SPONSOR_ONLY = "sponsor_only"
ONLY_SPONSOR = Words("须为主办者本身", "it must be the sponsor itself")
SPONSOR_OR_HEAD = Words("须为主办者或其法定代表人", "the sponsor or its legal representative")
NOBODY_ELSE = Words("须为主办者本人", "it must be the sponsor in person")


def registrar_is_at_home(examined: Examined) -> Iterator[Hit]:
    """D05: a registrar that is known to be abroad.

    The list of names is our own and not complete: it warns, except where the
    province refuses domains that were registered abroad.
    """
    name = _name(examined.form.service.domain_registrar).lower()
    known = examined.rulebook.word_lists.sets.get("foreign_registrars", ())
    if not (name and when.may_use_domain(examined.form)):
        return
    if any(name.startswith(_name(it).lower()) for it in known):
        rule = examined.ruling.get("foreign_registered_domain_accepted")
        refused = rule if rule is not None and not rule.value else None
        weight = "province" if refused else "warning"
        yield Hit("D05", "service.domain_registrar", by=refused, severity=weight)


def registrant_is_sponsor(examined: Examined) -> Iterator[Hit]:
    """D06, D07: a registrant who is neither the sponsor nor, where that will do, its head."""
    service, subject = examined.form.service, examined.form.subject
    name, sponsor = _name(service.domain_registrant_name), _name(subject.sponsor_name)
    if not (name and sponsor and when.may_use_domain(examined.form)):
        return
    if name != sponsor:
        yield from _another(examined, "D06", "service.domain_registrant_name")
    held = tidy.code(service.domain_registrant_certificate_number or "")
    certificate = tidy.code(subject.certificate_number or "")
    if name == sponsor and held and certificate and held != certificate:
        yield Hit("D07", "service.domain_registrant_certificate_number")


def app_has_its_domain(examined: Examined) -> Iterator[Hit]:
    """A06: an app whose domain is held by another, or not told although its registrant is."""
    service, sponsor = examined.form.service, _name(examined.form.subject.sponsor_name)
    if not when.is_app(examined.form):
        return
    name = _name(service.domain_registrant_name)
    has_domains = bool(service.domains) or any(it.domains for it in service.platforms)
    if name and not has_domains:
        fault = Words("填了域名所有者，却没有填域名", "there is a registrant and no domain")
        yield Hit("A06", "service.domains", {"fault": fault})
    elif name and sponsor and name != sponsor:
        yield from _another(examined, "A06", "service.domains")


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


def _another(examined: Examined, rule_id: str, path: str) -> Iterator[Hit]:
    """What is wrong with a registrant who is not the sponsor; nothing where its head will do."""
    form, rule = examined.form, examined.ruling.get("domain_owner")
    is_strict = rule is not None and rule.value == SPONSOR_ONLY
    head = "" if when.is_individual(form) else _name(form.subject.legal_rep_name)
    if head and _name(form.service.domain_registrant_name) == head:
        if is_strict:
            yield Hit(rule_id, path, {"fault": ONLY_SPONSOR}, by=rule, severity="province")
        return
    fault = ONLY_SPONSOR if is_strict else SPONSOR_OR_HEAD
    yield Hit(rule_id, path, {"fault": NOBODY_ELSE if when.is_individual(form) else fault})


def _name(text: str | None) -> str:
    """A name for comparison: the width of brackets and spaces do not count."""
    return tidy.compact(text or "")


REGISTRANT_CHECKS: tuple[Check, ...] = (
    registrar_is_at_home,
    registrant_is_sponsor,
    app_has_its_domain,
    domain_is_verified,
)
