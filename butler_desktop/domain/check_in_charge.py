"""Checks of who may be in charge in a province: the legal representative, age, papers, origin."""

from collections.abc import Iterator
from datetime import date

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.person import Person, is_same_person
from butler_desktop.domain.validators import iso_date, resident_id, tidy

LEAST_AGE = 16
"""Below it P09 speaks."""

SAME_PERSON = (
    "authorization_ok_same_person",
    "legal_rep_or_shareholder_or_executive_with_proof",
)
"""Values under which another person may be in charge, of both sponsor and service."""


def legal_rep_is_in_charge(examined: Examined) -> Iterator[Hit]:
    """P01: another person in charge where only the legal representative may be."""
    form = examined.form
    rule = examined.ruling.get("subject_pic_rule")
    if rule is None or not when.is_not_legal_rep("subject_pic")(form):
        return
    is_named = bool(form.subject_pic.name and form.service_pic.name)
    differ = is_named and not is_same_person(form.subject_pic, form.service_pic)
    if rule.value == "must_be_legal_rep" or (rule.value in SAME_PERSON and differ):
        yield Hit("P01", "subject_pic.is_legal_rep", by=rule)


def person_is_old_enough(examined: Examined) -> Iterator[Hit]:
    """P10: a person under the age that the province wants."""
    rule = examined.ruling.get("min_age")
    if rule is None:
        return
    for role, words, person in examined.persons():
        born = _born(person)
        if born and LEAST_AGE <= resident_id.age_on(born, examined.today) < rule.value:
            slots = {"role": words, "age": rule.value}
            yield Hit("P10", _birth_path(role, person), slots, by=rule)


def person_is_not_too_old(examined: Examined) -> Iterator[Hit]:
    """P11: a service person beyond the age that the province advises."""
    rule = examined.ruling.get("max_age_service_pic")
    person = examined.form.service_pic
    born = _born(person)
    number = tidy.code(person.id_number or "")
    if rule is None or born is None or len(number) != resident_id.LENGTH:
        return
    most = rule.value["male" if number[16] in "13579" else "female"]
    if resident_id.age_on(born, examined.today) > most:
        yield Hit("P11", _birth_path("service_pic", person), by=rule)


def person_lives_here(examined: Examined) -> Iterator[Hit]:
    """P25: a private person from elsewhere where only local cards are taken."""
    form = examined.form
    rule = examined.ruling.get("personal_residency")
    if rule is not None and rule.value == "local_id_only" and is_from_elsewhere(examined):
        path = "subject_pic.id_number" if form.subject_pic.id_number else NUMBER
        yield Hit("P25", path, by=rule)


def paper_is_accepted(examined: Examined) -> Iterator[Hit]:
    """P28: a kind or origin of paper that the province does not take."""
    person = examined.form.subject_pic
    rule = examined.ruling.get("personal_certificate_types")
    if rule is not None and person.id_type and person.id_type not in rule.value:
        yield Hit("P28", "subject_pic.id_type", by=rule)
    rule = examined.ruling.get("pic_id_local")
    if rule is not None and rule.value:
        for role, _, each in examined.persons():
            if _is_elsewhere(each, examined.form.province):
                yield Hit("P28", f"{role}.id_number", by=rule)


def roles_are_held_by_two(examined: Examined) -> Iterator[Hit]:
    """P29: one person in both roles where the province wants two."""
    rule = examined.ruling.get("service_pic_must_differ_from_subject_pic")
    one, other = examined.form.subject_pic, examined.form.service_pic
    if rule is not None and rule.value and one.name and is_same_person(one, other):
        yield Hit("P29", "service_pic.name", by=rule)


def is_from_elsewhere(examined: Examined) -> bool:
    """Whether a private person's card is of another province."""
    form = examined.form
    if not when.is_individual(form):
        return False
    if form.subject_pic.id_number:
        return _is_elsewhere(form.subject_pic, form.province)
    if form.subject.certificate_type != "resident_id":
        return False
    return _differs(form.subject.certificate_number, form.province)


def _is_elsewhere(person: Person, province: str | None) -> bool:
    return person.id_type == "resident_id" and _differs(person.id_number, province)


def _differs(number: str | None, province: str | None) -> bool:
    card = tidy.code(number or "")
    return len(card) == resident_id.LENGTH and bool(province) and card[:2] != (province or "")[:2]


def _born(person: Person) -> date | None:
    if person.id_type in when.ID_TYPES_WITH_BIRTH_DATE:
        return resident_id.birth_date(tidy.code(person.id_number or ""))
    return iso_date.parsed(person.birth_date)


def _birth_path(role: str, person: Person) -> str:
    has_number = person.id_type in when.ID_TYPES_WITH_BIRTH_DATE
    return f"{role}.id_number" if has_number else f"{role}.birth_date"


NUMBER = "subject.certificate_number"

IN_CHARGE_CHECKS: tuple[Check, ...] = (
    legal_rep_is_in_charge,
    person_is_old_enough,
    person_is_not_too_old,
    person_lives_here,
    paper_is_accepted,
    roles_are_held_by_two,
)
