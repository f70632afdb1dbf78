"""Checks of the two persons in charge, each alone and both together."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.person import Person, is_same_person
from butler_desktop.domain.validators import email, iso_date, mobile, permits, resident_id, tidy

MIN_AGE = 16
MIN_VALIDITY_MONTHS = 3
SLIP_CHARACTERS = 2
"""Two numbers that differ in so few places are probably one number mistyped."""


def id_number_holds(examined: Examined) -> Iterator[Hit]:
    """P05, P06: a number that fails the rule of its paper."""
    for role, _, person in examined.persons():
        if person.id_number and person.id_type:
            if person.id_type == "resident_id":
                rule, judged = "P05", resident_id.validate(person.id_number, examined.today)
            else:
                judged = permits.validate(person.id_type, person.id_number, examined.today)
                rule = "P06"
            if judged.fault is not None:
                yield Hit(rule, f"{role}.id_number", {"fault": judged.fault})


def id_holds(examined: Examined) -> Iterator[Hit]:
    """P07, P08: a paper that has expired or soon will."""
    rule = examined.ruling.get("pic_id_min_validity_months")
    months = rule.value if rule is not None else MIN_VALIDITY_MONTHS
    for role, words, person in examined.persons():
        last = iso_date.parsed(person.id_valid_to)
        if last is None or person.id_long_term:
            continue
        path = f"{role}.id_valid_to"
        if last < examined.today:
            yield Hit("P07", path, {"role": words, "days": examined.days_over(person.id_valid_to)})
        elif last < iso_date.months_after(examined.today, months):
            yield Hit("P08", path, {"role": words, "months": months}, by=rule, severity="warning")


def person_is_of_age(examined: Examined) -> Iterator[Hit]:
    """P09: a person under 16."""
    for role, words, person in examined.persons():
        born = iso_date.parsed(person.birth_date)
        path = f"{role}.birth_date"
        if person.id_type in when.ID_TYPES_WITH_BIRTH_DATE:
            born = resident_id.birth_date(tidy.code(person.id_number or ""))
            path = f"{role}.id_number"
        if born is not None and resident_id.age_on(born, examined.today) < MIN_AGE:
            yield Hit("P09", path, {"role": words})


def mobile_holds(examined: Examined) -> Iterator[Hit]:
    """P18, P19: a mobile that cannot be one, or that the SMS may not reach."""
    for role, _, person in examined.persons():
        if person.mobile:
            judged = mobile.validate(person.mobile, examined.rulebook.mobile_ranges)
            if judged.fault is not None:
                yield Hit("P18", f"{role}.mobile", {"fault": judged.fault})
            if judged.warning is not None:
                yield Hit("P19", f"{role}.mobile", {"warning": judged.warning})


def email_holds(examined: Examined) -> Iterator[Hit]:
    """P23: an address that cannot be one."""
    for role, _, person in examined.persons():
        if person.email:
            fault = email.validate(person.email).fault
            if fault is not None:
                yield Hit("P23", f"{role}.email", {"fault": fault})


def two_persons_are_told_apart(examined: Examined) -> Iterator[Hit]:
    """P13, P14, P16: two persons with one mobile or e-mail, or nearly one number."""
    one, other = examined.form.subject_pic, examined.form.service_pic
    if not (one.name and other.name) or is_same_person(one, other):
        return
    if _phone(one.mobile) and _phone(one.mobile) == _phone(other.mobile):
        yield Hit("P13", "service_pic.mobile")
    if _email(one) and _email(one) == _email(other):
        yield Hit("P14", "service_pic.email")
    if one.name == other.name and _is_slip(one.id_number or "", other.id_number or ""):
        yield Hit("P16", "service_pic.id_number")


def one_person_is_one(examined: Examined) -> Iterator[Hit]:
    """P15: one ID number under two names, mobiles or e-mails."""
    one, other = examined.form.subject_pic, examined.form.service_pic
    if one.id_number and is_same_person(one, other):
        for name in ("name", "mobile", "email"):
            if one.get(name) and other.get(name) and one.get(name) != other.get(name):
                yield Hit("P15", f"service_pic.{name}")


def individual_is_in_charge(examined: Examined) -> Iterator[Hit]:
    """P24: a private sponsor who is not the person in charge."""
    subject, person = examined.form.subject, examined.form.subject_pic
    if not when.is_individual(examined.form):
        return
    number, certificate = (
        tidy.code(person.id_number or ""),
        tidy.code(subject.certificate_number or ""),
    )
    if person.name and subject.sponsor_name and person.name != subject.sponsor_name:
        yield Hit("P24", "subject_pic.name")
    elif number and certificate and number != certificate:
        yield Hit("P24", "subject_pic.id_number")


def _phone(number: str | None) -> str:
    return tidy.phone(number or "").replace("-", "")


def _email(person: Person) -> str:
    return tidy.email(person.email or "").lower()


def _is_slip(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    return 0 < sum(a != b for a, b in zip(one, other, strict=True)) <= SLIP_CHARACTERS


PERSON_CHECKS: tuple[Check, ...] = (
    id_number_holds,
    id_holds,
    person_is_of_age,
    mobile_holds,
    email_holds,
    two_persons_are_told_apart,
    one_person_is_one,
    individual_is_in_charge,
)
