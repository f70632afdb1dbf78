"""Checks of how the persons are reached: how many numbers, local ones, whose they are."""

from collections.abc import Iterator

from butler_desktop.domain.check_in_charge import is_from_elsewhere
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.person import is_same_person
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.validators import tidy
from butler_desktop.words import Words

RULE = "contact_number_rule"
MAY_EQUAL = "emergency_required_may_equal_mobile"
"""The one rule under which an emergency number may be the mobile (Beijing, persons)."""

REVIEWED = frozenset(
    {FilingState.READY_TO_SUBMIT, FilingState.SMS_PENDING, FilingState.AUTHORITY_REVIEW}
)
"""States in which the numbers must answer."""

REASONS = ("手机", "号码", "归属")
"""A remark with one of these words gives the reason for a number from elsewhere."""

OTHERS_TOO = Words("应急联系电话须不同于两位负责人的手机", "Not either person's mobile either")
IS_LOCAL = Words(
    "该省要求或建议使用本省手机号，请核实归属地并勾选",
    "This province requires or advises a local number; check it and tick the box",
)
REMARKED = Words(
    "应急联系电话的使用人须在备注中写明", "Who answers the emergency number belongs in the remark"
)


def numbers_are_enough(examined: Examined) -> Iterator[Hit]:
    """P17: fewer different numbers than the province wants."""
    one, other = examined.form.subject_pic, examined.form.service_pic
    rule = examined.ruling.get(RULE)
    if rule is None or not (one.mobile and other.mobile):
        return
    numbers = (one.mobile, one.emergency_phone, other.mobile, other.emergency_phone)
    distinct = len({_phone(number) for number in numbers if number})
    least = _least(rule.value, is_same_person(one, other))
    if distinct < least:
        yield _few(rule, "service_pic.mobile", _wanted(least))


def emergency_number_is_anothers(examined: Examined) -> Iterator[Hit]:
    """P17: an emergency number that is the other person's mobile, or of nobody named."""
    form, rule = examined.form, examined.ruling.get(RULE)
    if rule is None or not rule.value.startswith("emergency_"):
        return
    mobiles = {_phone(it.mobile) for it in (form.subject_pic, form.service_pic) if it.mobile}
    remark = f"{form.subject.subject_remark or ''}{form.service.service_remark or ''}"
    for role, _, person in examined.persons():
        if not person.emergency_phone:
            continue
        path = f"{role}.emergency_phone"
        is_third = "both_pics" in rule.value or "third_person" in rule.value
        own = _phone(person.mobile)
        if is_third and _phone(person.emergency_phone) in mobiles - {own}:
            yield _few(rule, path, OTHERS_TOO)
        elif "remark" in rule.value and not remark:
            yield _few(rule, path, REMARKED)


def emergency_phone_differs(examined: Examined) -> Iterator[Hit]:
    """P12: one number for both purposes, but where the province lets it be."""
    rule = examined.ruling.get(RULE)
    if rule is not None and rule.value == MAY_EQUAL:
        return
    for role, _, person in examined.persons():
        if _phone(person.mobile) and _phone(person.mobile) == _phone(person.emergency_phone):
            yield Hit("P12", f"{role}.emergency_phone")


def mobile_is_local(examined: Examined) -> Iterator[Hit]:
    """P20: a mobile that nobody ticked as local, where the province wants or advises one."""
    rule = examined.ruling.get("mobile_local")
    if rule is None or rule.value == "none":
        return
    if rule.value == "required_if_non_local" and not is_from_elsewhere(examined):
        return
    form = examined.form
    remark = f"{form.subject.subject_remark or ''}{form.service.service_remark or ''}"
    if rule.value == "required_or_remark_reason" and any(it in remark for it in REASONS):
        return
    weighs = "info" if rule.value == "recommended" else ""
    for role, _, person in examined.persons():
        if person.mobile and not person.mobile_is_local:
            asks = IS_LOCAL if person.mobile_is_local is None else None
            yield Hit("P20", f"{role}.mobile", by=rule, severity=weighs, asks=asks)


def contact_is_the_sponsors(examined: Examined) -> Iterator[Hit]:
    """P32: the number or mail of a company that builds sites, where the province forbids it."""
    rule = examined.ruling.get("site_builder_phone_forbidden")
    known = set(examined.rulebook.word_lists.sets.get("site_builders", ()))
    if rule is None or not rule.value or not known:
        return
    for role, _, person in examined.persons():
        if _phone(person.mobile) in known:
            yield Hit("P32", f"{role}.mobile", by=rule)
        if tidy.email(person.email or "").lower().rpartition("@")[2] in known:
            yield Hit("P32", f"{role}.email", by=rule)


def phones_are_answered(examined: Examined) -> Iterator[Hit]:
    """P31: a reminder while the authority may call."""
    filing = examined.case.filing
    if filing is not None and filing.state in REVIEWED:
        yield Hit("P31", "subject_pic.mobile")


def _least(ruled: str, same: bool) -> int:
    """How many different numbers a rule asks for."""
    for part in ruled.split(";"):
        head, _, tail = part.partition(":")
        count = int("".join(it for it in tail if it.isdigit()) or 0)
        is_meant = {
            "min_distinct_mobiles": True,
            "min_distinct_mobiles_if_pics_differ": not same,
            "same_person": same,
            "different_persons": not same,
        }.get(head, False)
        if is_meant and count:
            return count
    return 0


def _wanted(n: int) -> Words:
    return Words(f"该省要求至少 {n} 个不同号码", f"This province wants at least {n} numbers")


def _few(rule: ProvinceRule, path: str, fault: Words) -> Hit:
    return Hit("P17", path, {"fault": fault}, by=rule)


def _phone(number: str | None) -> str:
    return tidy.phone(number or "").replace("-", "")


CONTACT_CHECKS: tuple[Check, ...] = (
    numbers_are_enough,
    emergency_number_is_anothers,
    emergency_phone_differs,
    mobile_is_local,
    contact_is_the_sponsors,
    phones_are_answered,
)
