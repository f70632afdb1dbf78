"""Conditions of the form: when a field is asked, when it must be filled.

Each is a plain question about the form. The mandatory ones follow the column
"required" of the field list; where a filing system demands a fact that the
customer cannot be asked for (codes of city and district, the type of the
registrant's certificate), the form offers the field and does not insist.
"""

from collections.abc import Callable
from typing import TypeAlias

from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.person import Person
from butler_desktop.domain.vocabulary import FilingKind

Condition: TypeAlias = Callable[[Particulars], bool]

STATE_KINDS = ("government", "public_institution")
SUPERVISED_KINDS = (
    *STATE_KINDS,
    "social_organization",
    "private_non_enterprise",
    "foundation",
    "mass_organization",
)
COMPANY_KINDS = ("enterprise", "individual_business")
ID_TYPES_WITH_BIRTH_DATE = ("resident_id", "hk_mo_residence_permit", "tw_residence_permit")


def always(_: Particulars) -> bool:
    """On every form."""
    return True


def never(_: Particulars) -> bool:
    """On no form."""
    return False


def is_change(form: Particulars) -> bool:
    """A change filing."""
    return form.filing_kind == FilingKind.CHANGE_FILING


def has_subject_number(form: Particulars) -> bool:
    """The sponsor is on record already: new service, access, change."""
    return form.filing_kind not in (None, FilingKind.FIRST_FILING)


def has_service_number(form: Particulars) -> bool:
    """The service is on record already: access, and changes that touch a service."""
    if is_change(form):
        return form.change_scope != "subject"
    return form.filing_kind == FilingKind.ACCESS_FILING


def has_division_codes(form: Particulars) -> bool:
    """A form file brought the codes of city and district; nobody is asked to look them up."""
    return bool(form.city_code or form.district_code)


def is_organisation(form: Particulars) -> bool:
    """The sponsor is anything but a private person."""
    return form.subject.sponsor_kind not in (None, "individual")


def is_individual(form: Particulars) -> bool:
    """The sponsor is a private person."""
    return form.subject.sponsor_kind == "individual"


def is_individual_business(form: Particulars) -> bool:
    """The sponsor is an individual business (个体工商户)."""
    return form.subject.sponsor_kind == "individual_business"


def is_company(form: Particulars) -> bool:
    """The sponsor holds a business licence with a scope."""
    return form.subject.sponsor_kind in COMPANY_KINDS


def is_supervised(form: Particulars) -> bool:
    """The sponsor has a superior unit: state organs, institutions, social bodies."""
    return form.subject.sponsor_kind in SUPERVISED_KINDS


def has_business_license(form: Particulars) -> bool:
    """The sponsor's certificate is the business licence."""
    return form.subject.certificate_type == "business_license"


def certificate_expires(form: Particulars) -> bool:
    """The sponsor's certificate is not a permanent one."""
    return not form.subject.certificate_long_term


def is_not_legal_rep(role: str) -> Condition:
    """An organisation whose person in this role is not its legal representative."""
    return lambda form: is_organisation(form) and _person(form, role).is_legal_rep is False


def id_expires(role: str) -> Condition:
    """The paper of the person in this role is not a permanent one."""
    return lambda form: not _person(form, role).id_long_term


def id_hides_birth_date(role: str) -> Condition:
    """The number of that paper does not tell the date of birth."""
    return lambda form: _person(form, role).id_type not in (None, *ID_TYPES_WITH_BIRTH_DATE)


def has_resident_id(role: str) -> Condition:
    """The person in this role shows a resident ID card."""
    return lambda form: _person(form, role).id_type == "resident_id"


def is_website(form: Particulars) -> bool:
    """The service is a website."""
    return form.service.service_kind == "website"


def is_app(form: Particulars) -> bool:
    """The service is an app."""
    return form.service.service_kind == "app"


def is_platform_program(form: Particulars) -> bool:
    """The service lives on a platform: mini program, quick app."""
    return form.service.service_kind in ("mini_program", "quick_app")


def uses_domain(form: Particulars) -> bool:
    """A domain belongs to the service: each website, and apps that name one."""
    return is_website(form) or bool(form.service.domains)


def may_use_domain(form: Particulars) -> bool:
    """The form asks about a domain: websites and apps."""
    return is_website(form) or is_app(form)


def has_old_record(form: Particulars) -> bool:
    """A website whose record may carry several domains from before the one-domain rule."""
    return is_website(form) and has_service_number(form)


def needs_remark(form: Particulars) -> bool:
    """The content must be explained: private persons, and the content type 其他."""
    return is_individual(form) or "other" in form.service.service_contents


def _person(form: Particulars, role: str) -> Person:
    return form.subject_pic if role == "subject_pic" else form.service_pic
