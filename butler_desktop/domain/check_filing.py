"""Checks of the filing as such: its kind, the numbers on record, its province."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.domain.province import Province, Provinces
from butler_desktop.domain.validators import filing_number
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS, FilingKind
from butler_desktop.words import Words

NEW_SERVICE = FILING_KIND_WORDS[FilingKind.NEW_SERVICE]
ACCESS_OR_CHANGE = Words("接入备案或变更备案", "access or change filing")


def kind_fits_numbers(examined: Examined) -> Iterator[Hit]:
    """K01: the numbers on record call for another kind."""
    form = examined.form
    if form.filing_kind not in (FilingKind.FIRST_FILING, FilingKind.NEW_SERVICE):
        return
    if form.existing_service_number:
        yield Hit("K01", "filing_kind", {"expected": ACCESS_OR_CHANGE})
    elif form.existing_subject_number and form.filing_kind == FilingKind.FIRST_FILING:
        yield Hit("K01", "filing_kind", {"expected": NEW_SERVICE})


def subject_number_is_given(examined: Examined) -> Iterator[Hit]:
    """K11: a sponsor on record without its number."""
    form = examined.form
    is_begun = bool(form.subject.sponsor_name)
    if is_begun and when.has_subject_number(form) and not form.existing_subject_number:
        yield Hit("K11", "existing_subject_number")


def service_number_belongs(examined: Examined) -> Iterator[Hit]:
    """K13: a service number of another subject, or none where one is needed."""
    form = examined.form
    subject, service = form.existing_subject_number, form.existing_service_number or ""
    is_asked = bool(subject) and when.has_service_number(form)
    if is_asked and not filing_number.belongs_to(service, subject or ""):
        yield Hit("K13", "existing_service_number")


def number_is_usual(examined: Examined) -> Iterator[Hit]:
    """K26: a number of an unknown form."""
    form = examined.form
    subject, service = form.existing_subject_number, form.existing_service_number
    if subject and filing_number.validate_subject(subject).warning:
        yield Hit("K26", "existing_subject_number")
    if service and filing_number.validate_service(service).warning:
        yield Hit("K26", "existing_service_number")


def number_fits_province(examined: Examined) -> Iterator[Hit]:
    """K12: a number that begins with another province's character."""
    province = examined.rulebook.provinces.named(examined.form.province)
    number = examined.form.existing_subject_number
    if province and number and not filing_number.fits_province(number, province.icp_abbr):
        yield Hit("K12", "existing_subject_number")


def addresses_lie_in_province(examined: Examined) -> Iterator[Hit]:
    """S05, S13: an address that names another province than the filing's."""
    form, provinces = examined.form, examined.rulebook.provinces
    filed = provinces.named(form.province)
    if filed is None:
        return
    certificate = address_province(form.subject.certificate_address, provinces)
    if when.is_organisation(form) and certificate not in (None, filed):
        by = examined.ruling.get("certificate_address_local")
        yield Hit("S05", "subject.certificate_address", by=by)
    if address_province(form.subject.mailing_address, provinces) not in (None, filed):
        yield Hit("S13", "subject.mailing_address")


def change_stands_alone(examined: Examined) -> Iterator[Hit]:
    """K04: the scope of a change on a filing of another kind."""
    form = examined.form
    if form.change_scope and form.filing_kind and not when.is_change(form):
        rule = examined.ruling.get("change_together_with_new_or_access")
        by = rule if rule is not None and rule.severity == "error" else None
        yield Hit("K04", "change_scope", by=by)


def domain_is_one(examined: Examined) -> Iterator[Hit]:
    """K09: a new site with more than one domain."""
    form = examined.form
    is_new = form.filing_kind in (FilingKind.FIRST_FILING, FilingKind.NEW_SERVICE)
    if is_new and when.is_website(form) and form.service.extra_domains:
        fix = Fix("service.extra_domains", (), Words("去掉多余的域名", "Drop the other domains"))
        yield Hit("K09", "service.extra_domains", fix=fix)


def service_change_is_taken(examined: Examined) -> Iterator[Hit]:
    """K23: a change of the service alone where the province takes none."""
    form = examined.form
    rule = examined.ruling.get("change_service_only_supported")
    is_service_only = when.is_change(form) and form.change_scope == "service"
    if rule is not None and not rule.value and is_service_only:
        yield Hit("K23", "change_scope", by=rule)


def address_province(address: str | None, provinces: Provinces) -> Province | None:
    """The province that an address begins with; None where it begins with a city."""
    text = (address or "").strip()
    return next((each for each in provinces if text.startswith(each.short)), None)


FILING_CHECKS: tuple[Check, ...] = (
    kind_fits_numbers,
    subject_number_is_given,
    service_number_belongs,
    number_is_usual,
    number_fits_province,
    addresses_lie_in_province,
    change_stands_alone,
    domain_is_one,
    service_change_is_taken,
)
