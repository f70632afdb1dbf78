"""Checks of the sponsor and its certificate."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.validators import (
    organisation_code,
    permits,
    resident_id,
    tidy,
    uscc,
)

BAD_STATUSES = ("abnormal", "revoked", "cancelled")
OLD_REGISTRATION_LENGTH = 15
NUMBER = "subject.certificate_number"


def certificate_fits_sponsor(examined: Examined) -> Iterator[Hit]:
    """S02: a certificate that this kind of sponsor does not hold."""
    subject = examined.form.subject
    row = examined.rulebook.tables.row("certificate_type", subject.certificate_type)
    kind = examined.rulebook.tables.row("sponsor_kind", subject.sponsor_kind)
    if row is None or kind is None:
        return
    files_as = {kind.id, kind.attributes.get("maps_to"), kind.attributes.get("fallback")}
    if not files_as & set(row.attributes.get("sponsor_kinds", ())):
        yield Hit("S02", "subject.certificate_type")


def certificate_number_holds(examined: Examined) -> Iterator[Hit]:
    """S01, P05, P06, E06: a number that fails the rule of its certificate."""
    subject = examined.form.subject
    number = subject.certificate_number
    form_of_number = _number_format(examined)
    if not number or is_old_number(examined):
        return
    if form_of_number == "uscc":
        rule, fault = "S01", uscc.validate(number).fault
    elif form_of_number == "resident_id":
        rule, fault = "P05", resident_id.validate(number, examined.today).fault
    elif form_of_number == "org_code":
        rule, fault = "E06", organisation_code.validate(number).fault
    else:
        paper = subject.certificate_type or ""
        rule, fault = "P06", permits.validate(paper, number, examined.today).fault
    if fault is not None:
        yield Hit(rule, NUMBER, {"fault": fault})


def code_fits_sponsor(examined: Examined) -> Iterator[Hit]:
    """S03, S04: a code whose class or region speaks of something else."""
    form = examined.form
    judged = uscc.validate(form.subject.certificate_number or "")
    if _number_format(examined) != "uscc" or not judged.is_right:
        return
    kinds = uscc.sponsor_kinds(judged.value)
    if kinds and form.subject.sponsor_kind and form.subject.sponsor_kind not in kinds:
        yield Hit("S03", NUMBER)
    region = uscc.region(judged.value)[:2]
    if form.province and region in resident_id.PROVINCES and region != form.province[:2]:
        yield Hit("S04", NUMBER)


def certificate_is_new(examined: Examined) -> Iterator[Hit]:
    """S10: a certificate from before the merged licence."""
    if is_old_number(examined) or _number_format(examined) == "org_code":
        by = examined.ruling.get("certificate_must_be_latest")
        yield Hit("S10", "subject.certificate_type", by=by)


def certificate_holds(examined: Examined) -> Iterator[Hit]:
    """S06: an expired certificate."""
    subject = examined.form.subject
    days = examined.days_over(subject.certificate_valid_to)
    if days and not subject.certificate_long_term:
        yield Hit("S06", "subject.certificate_valid_to", {"days": days})


def sponsor_is_in_order(examined: Examined) -> Iterator[Hit]:
    """S08: a sponsor that the registry reports as abnormal, revoked or cancelled."""
    status = examined.form.subject.registry_status
    if status in BAD_STATUSES and when.is_organisation(examined.form):
        words = examined.rulebook.tables.words("registry_status", status)
        by = examined.ruling.get("licence_status_must_be_normal")
        yield Hit("S08", "subject.registry_status", {"status": words}, by=by)


def is_old_number(examined: Examined) -> bool:
    """Whether the number is one of the old 15-digit licences, which old records still carry."""
    number = tidy.code(examined.form.subject.certificate_number or "")
    is_old = len(number) == OLD_REGISTRATION_LENGTH and number.isdecimal()
    is_licence = when.has_business_license(examined.form)
    return is_old and is_licence and when.has_subject_number(examined.form)


def _number_format(examined: Examined) -> str:
    tables = examined.rulebook.tables
    row = tables.row("certificate_type", examined.form.subject.certificate_type)
    return str(row.attributes.get("number_format", "")) if row else ""


SUBJECT_CHECKS: tuple[Check, ...] = (
    certificate_fits_sponsor,
    certificate_number_holds,
    code_fits_sponsor,
    certificate_is_new,
    certificate_holds,
    sponsor_is_in_order,
)
