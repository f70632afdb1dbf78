"""Checks across filings: one sponsor twice in flight, one domain, telephone or person for two."""

from collections import Counter
from collections.abc import Iterator

from butler_desktop.domain.case import Coexistence, Shared
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.filing_states import RELEASED_STATES
from butler_desktop.domain.vocabulary import FilingKind

ON_ONE_RESOURCE = 5
"""Services that one cloud resource carries (a setting of the provider; HW-KB)."""

ON_RECORD = (FilingKind.ACCESS_FILING, FilingKind.CHANGE_FILING)
"""Kinds that speak of a service which is on record already."""

PERSONAL = (Shared.MOBILE, Shared.ID_NUMBER)


def sponsor_is_alone_in_flight(examined: Examined) -> Iterator[Hit]:
    """K03: another filing of the sponsor with the authority, or a second first filing."""
    is_first = examined.form.filing_kind == FilingKind.FIRST_FILING
    for other in _others(examined, Shared.CERTIFICATE):
        is_twice = is_first and other.is_open and other.filing_kind == FilingKind.FIRST_FILING
        if other.is_submitted or is_twice:
            # Who prepares meanwhile is warned; the submission itself is refused by its guard.
            yield Hit("K03", other.path, severity="warning")


def domain_is_filed_once(examined: Examined) -> Iterator[Hit]:
    """D19: the domain in another open filing."""
    for other in _others(examined, Shared.DOMAIN):
        if other.is_open:
            yield Hit("D19", other.path, {"other": other.number})


def contact_is_of_one_sponsor(examined: Examined) -> Iterator[Hit]:
    """P21, P22: a mobile or an ID number of another sponsor's filing."""
    rule = examined.ruling.get("must_not_be_used_by_other_subject")
    for shared in PERSONAL:
        for other in _others(examined, shared):
            if other.is_same_sponsor:
                continue
            if rule is not None and _is_forbidden(rule.value, other):
                slots = {"other": other.sponsor, "number": other.number}
                yield Hit("P22", other.path, slots, by=rule)
            else:
                yield Hit("P21", other.path, {"other": other.sponsor})


def name_is_used_once(examined: Examined) -> Iterator[Hit]:
    """W17: two services of one sponsor under one name."""
    name = examined.form.service.service_name
    rule = examined.ruling.get("site_names_must_differ")
    is_known = examined.form.filing_kind in ON_RECORD
    for other in _others(examined, Shared.CERTIFICATE):
        if name and other.service_name == name and not is_known:
            yield Hit("W17", "service.service_name", {"other": other.number}, by=rule)
            return


def resource_has_room(examined: Examined) -> Iterator[Hit]:
    """I07: more services on one cloud resource than it carries, as far as this order knows."""
    dossier, filing = examined.case.dossier, examined.case.filing
    if dossier is None or filing is None:
        return
    counted = Counter(
        resource.key
        for it in dossier.filings
        if it.id == filing.id or it.state not in RELEASED_STATES
        for resource in it.particulars.access.resources
    )
    for resource in examined.form.access.resources:
        if counted[resource.key] > ON_ONE_RESOURCE:
            yield Hit("I07", "access.resources", {"resource": resource.key})


def _is_forbidden(values: tuple[str, ...], other: Coexistence) -> bool:
    if other.shared is Shared.ID_NUMBER and "id_number" in values:
        return True
    if other.shared is Shared.MOBILE and "mobile" in values:
        return True
    serves = other.path.startswith("service_pic.") and other.other_path.startswith("service_pic.")
    return serves and other.shared is Shared.ID_NUMBER and "service_pic" in values


def _others(examined: Examined, shared: Shared) -> Iterator[Coexistence]:
    """Those that share a value, each once for each of its fields."""
    seen = set()
    for other in examined.case.coexisting:
        if other.shared is shared and (other.number, other.path) not in seen:
            seen.add((other.number, other.path))
            yield other


COEXISTENCE_CHECKS: tuple[Check, ...] = (
    sponsor_is_alone_in_flight,
    domain_is_filed_once,
    contact_is_of_one_sponsor,
    name_is_used_once,
    resource_has_room,
)
