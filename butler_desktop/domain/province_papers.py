"""Province papers: when a rule of the province asks for a paper.

Most such rules ask as soon as they are for this form; those named in ``ASKED``
look at what the form says.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.validators import iso_date, resident_id, tidy

OF_AGE = 18
LETTER_WILL_DO = (
    "authorization_ok",
    "authorization_ok_same_person",
    "legal_rep_or_authorization",
    "legal_rep_or_shareholder_or_executive_with_proof",
)
"""Values of ``subject_pic_rule`` that let another person be in charge, with a letter."""

PROOF_WILL_DO = ("residence_permit_ok", "study_live_work_proof_ok")
"""Values of ``personal_residency`` that take a person from elsewhere, with a proof."""

INVESTMENT = ("投资",)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a rule looks at. ``sites``: how many sites the sponsor wants on record here."""

    rule: ProvinceRule
    form: Particulars
    rulebook: Rulebook
    sites: int = 1
    today: date | None = None


Asked: TypeAlias = Callable[[Asking], bool]


def is_asked(asking: Asking, wants: str = "") -> bool:
    """Whether the rule asks for its paper; ``wants`` is the paper among those that it lists."""
    value = asking.rule.value
    if wants:
        return wants in value if isinstance(value, tuple) else value == wants
    by_key = ASKED.get(asking.rule.key)
    return by_key(asking) if by_key else bool(value)


def content_text(form: Particulars) -> str:
    """What the form says of the business, for words that need a permit."""
    service = form.service
    parts = (service.service_name, service.service_remark, form.subject.business_scope)
    return "\n".join(part for part in parts if part)


def _topics(*names: str) -> Asked:
    def asked(asking: Asking) -> bool:
        topics = asking.rulebook.word_lists.topics_of(content_text(asking.form))
        return any(it.id in names for it in topics)

    return asked


def _any_topic(asking: Asking) -> bool:
    """A word that needs a permit, finance excepted: no promise stands for that."""
    topics = asking.rulebook.word_lists.topics_of(content_text(asking.form))
    return any(it.id != "finance" for it in topics) and not _has_permit(asking.form)


def _has_permit(form: Particulars) -> bool:
    return any(it.key != "none" for it in form.service.pre_approvals)


def _invests(asking: Asking) -> bool:
    scope = asking.form.subject.business_scope or ""
    return any(word in scope for word in INVESTMENT)


def _other_in_charge(asking: Asking) -> bool:
    is_other = when.is_not_legal_rep("subject_pic")(asking.form)
    return is_other and asking.rule.value in LETTER_WILL_DO


def _other_for_service(asking: Asking) -> bool:
    return bool(asking.rule.value) and when.is_not_legal_rep("service_pic")(asking.form)


def _new_letter(asking: Asking) -> bool:
    is_other = when.is_not_legal_rep("subject_pic")(asking.form)
    return is_other or when.is_not_legal_rep("service_pic")(asking.form)


def _is_from_elsewhere(number: str | None, form: Particulars) -> bool:
    """An ID card whose first two digits are of another province."""
    card = tidy.code(number or "")
    return len(card) >= 2 and bool(form.province) and card[:2] != (form.province or "")[:2]


def _legal_rep_from_elsewhere(asking: Asking) -> bool:
    form = asking.form
    person = form.subject_pic
    number = form.subject.legal_rep_id_number or (person.id_number if person.is_legal_rep else None)
    return _is_from_elsewhere(number, form)


def _lives_elsewhere(asking: Asking) -> bool:
    form = asking.form
    if asking.rule.value not in PROOF_WILL_DO or form.subject_pic.id_type != "resident_id":
        return False
    number = form.subject_pic.id_number or form.subject.certificate_number
    return _is_from_elsewhere(number, form)


def _is_minor(asking: Asking) -> bool:
    person = asking.form.subject_pic
    born = iso_date.parsed(person.birth_date)
    if person.id_type in when.ID_TYPES_WITH_BIRTH_DATE:
        born = resident_id.birth_date(tidy.code(person.id_number or ""))
    if born is None or asking.today is None:
        return False
    return resident_id.age_on(born, asking.today) < OF_AGE


def _domains(form: Particulars) -> int:
    service = form.service
    return len({service.domain, *service.extra_domains, *service.domains} - {None})


def _counted(asking: Asking) -> bool:
    limit = asking.rule.value
    sites: int = limit["sites"]
    return asking.sites > sites if limit["op"] == ">" else asking.sites >= sites


def _opens(form: Particulars) -> bool:
    return form.filing_kind in ("first_filing", "new_service")


ASKED: Mapping[str, Asked] = {
    "construction_plan_threshold": _counted,
    "culture_keyword_letter": _topics("culture"),
    "domain_certificate_if_domains_at_least": lambda it: _domains(it.form) >= it.rule.value,
    "investment_scope_letter": _invests,
    "legal_rep_holding_photo_if_non_local_id": _legal_rep_from_elsewhere,
    "minor_requires_guardian": _is_minor,
    "new_authorization_on_pic_change": _new_letter,
    "not_involved_letter_on_preapproval_keyword": _any_topic,
    "personal_residency": _lives_elsewhere,
    "personal_usage_statement_if_sites_at_least": lambda it: it.sites >= it.rule.value,
    "preapproval_keyword_needs_inquiry_record": _any_topic,
    "public_institution_form_required": lambda it: _opens(it.form),
    "sealed_statement_if_domains_over": lambda it: _domains(it.form) > it.rule.value,
    "service_pic_authorization_if_not_legal_rep": _other_for_service,
    "subject_pic_rule": _other_in_charge,
    "training_keyword_letter": _topics("after_school_training"),
    "travel_agency_licence_required": _topics("travel_agency"),
}
"""By the key of the rule."""
