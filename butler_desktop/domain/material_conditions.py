"""The conditions that the rulebook names: when a paper is needed, when a question is asked."""

from collections.abc import Mapping

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.form_conditions import Condition
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.person import is_same_person
from butler_desktop.domain.vocabulary import FilingKind

ONE_PAGE_PAPERS = ("passport",)
MANY_DOMAINS = 5
SEVERAL_DOMAINS = 3


def changes_subject(form: Particulars) -> bool:
    """A change that touches the sponsor."""
    return when.is_change(form) and form.change_scope in (None, "subject", "both")


def leaves_subject(form: Particulars) -> bool:
    """A change that leaves the sponsor as it is."""
    return when.is_change(form) and not changes_subject(form)


def leaves_service(form: Particulars) -> bool:
    """A change that leaves the service as it is."""
    return when.is_change(form) and form.change_scope in ("subject", "access")


def shares_person(form: Particulars) -> bool:
    """One person holds both roles."""
    return is_same_person(form.subject_pic, form.service_pic)


def leaves_subject_person(form: Particulars) -> bool:
    """Nothing asks for that person's paper: not the sponsor's change, nor a shared role."""
    serves_service = shares_person(form) and not leaves_service(form)
    return leaves_subject(form) and not serves_service


def one_person_for_legal_rep(form: Particulars) -> bool:
    """One person holds both roles without being the legal representative."""
    return shares_person(form) and SUBJECT_PIC_IS_NOT_LEGAL_REP(form)


def individual_from_elsewhere(form: Particulars) -> bool:
    """A private person whose ID card is of another province than the filing."""
    number = form.subject_pic.id_number or form.subject.certificate_number or ""
    has_card = form.subject_pic.id_type == "resident_id" and len(number) >= 2
    elsewhere = number[:2] != (form.province or number)[:2]
    return when.is_individual(form) and has_card and elsewhere


def individual_changes(form: Particulars) -> bool:
    """A private person's change filing."""
    return when.is_individual(form) and when.is_change(form)


def state_body_opens_service(form: Particulars) -> bool:
    """A state organ or public institution with a service that is not on record yet."""
    return opens_service(form) and form.subject.sponsor_kind in when.STATE_KINDS


def registrar_is_another(form: Particulars) -> bool:
    """The domain's registrar is known to be another company than the access provider."""
    provider, registrar = form.access.access_provider, form.service.domain_registrar
    return bool(provider and registrar) and str(provider) not in str(registrar)


def many_domains(form: Particulars) -> bool:
    """More domains than some provinces take without a statement."""
    return _domain_count(form) > MANY_DOMAINS


def several_domains(form: Particulars) -> bool:
    """More domains than the strictest province takes without a statement."""
    return _domain_count(form) > SEVERAL_DOMAINS


def has_pre_approval(form: Particulars) -> bool:
    """The content needs a permit."""
    return any(each.key != "none" for each in form.service.pre_approvals)


def subject_id_has_one_page(form: Particulars) -> bool:
    """The subject person's paper has no second side that matters."""
    return form.subject_pic.id_type in ONE_PAGE_PAPERS


def service_id_has_one_page(form: Particulars) -> bool:
    """The service person's paper has no second side that matters."""
    return form.service_pic.id_type in ONE_PAGE_PAPERS


def _domain_count(form: Particulars) -> int:
    domains = {form.service.domain, *form.service.extra_domains, *form.service.domains}
    return len(domains - {None})


def opens_service(form: Particulars) -> bool:
    """A service that is not on record yet."""
    return form.filing_kind in (FilingKind.FIRST_FILING, FilingKind.NEW_SERVICE)


def is_first(form: Particulars) -> bool:
    """A sponsor that is not on record yet."""
    return form.filing_kind == FilingKind.FIRST_FILING


def adds_service(form: Particulars) -> bool:
    """Another service of a sponsor on record."""
    return form.filing_kind == FilingKind.NEW_SERVICE


def is_access(form: Particulars) -> bool:
    """A service on record that comes to another provider."""
    return form.filing_kind == FilingKind.ACCESS_FILING


def has_live_service(form: Particulars) -> bool:
    """The service itself is on record, and reachable: access, and changes of a service."""
    return when.has_service_number(form) and not leaves_service(form)


def changes_domain(form: Particulars) -> bool:
    """A change that may touch the domain of a website."""
    return when.is_change(form) and when.is_website(form) and not leaves_service(form)


def keeps_subject(form: Particulars) -> bool:
    """The sponsor is on record, and nothing of it is to change."""
    return when.has_subject_number(form) and not changes_subject(form)


def organisation_changes(form: Particulars) -> bool:
    """A change of an organisation's own data."""
    return when.is_organisation(form) and changes_subject(form)


SUBJECT_PIC_IS_NOT_LEGAL_REP = when.is_not_legal_rep("subject_pic")
SERVICE_PIC_IS_NOT_LEGAL_REP = when.is_not_legal_rep("service_pic")

CONDITIONS: Mapping[str, Condition] = {
    "access": is_access,
    "adds_service": adds_service,
    "always": when.always,
    "app": when.is_app,
    "change": when.is_change,
    "changes_domain": changes_domain,
    "changes_subject": changes_subject,
    "first": is_first,
    "has_live_service": has_live_service,
    "has_pre_approval": has_pre_approval,
    "individual": when.is_individual,
    "individual_changes": individual_changes,
    "individual_from_elsewhere": individual_from_elsewhere,
    "keeps_subject": keeps_subject,
    "leaves_service": leaves_service,
    "leaves_subject": leaves_subject,
    "leaves_subject_person": leaves_subject_person,
    "many_domains": many_domains,
    "on_record": when.has_subject_number,
    "one_person_for_legal_rep": one_person_for_legal_rep,
    "opens_service": opens_service,
    "organisation": when.is_organisation,
    "organisation_changes": organisation_changes,
    "registrar_is_another": registrar_is_another,
    "service_id_has_one_page": service_id_has_one_page,
    "service_pic_is_not_legal_rep": SERVICE_PIC_IS_NOT_LEGAL_REP,
    "several_domains": several_domains,
    "shares_person": shares_person,
    "state_body_opens_service": state_body_opens_service,
    "subject_id_has_one_page": subject_id_has_one_page,
    "subject_pic_is_not_legal_rep": SUBJECT_PIC_IS_NOT_LEGAL_REP,
    "uses_domain": when.uses_domain,
    "website": when.is_website,
}
"""By the name that a material's needs and the questions use."""
