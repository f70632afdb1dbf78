"""Checks of what a province wants of the sponsor: its name, seal, superior, how long it holds."""

import re
import unicodedata
from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.validators import iso_date
from butler_desktop.words import Words

NAME = "subject.sponsor_name"
LEAST_MONTHS = 3
"""So long a certificate should hold where no province says otherwise."""

GUANGDONG = "440000"
BUSINESS_SUFFIX = "（个体工商户）"
ODD_CATEGORIES = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "So")
"""Control characters, invisible ones, those of no script, signs such as stars."""

BETWEEN_HANZI = re.compile(r"(?<=[\u2e80-\U0003ffff]) +(?=[\u2e80-\U0003ffff])")
"""Spaces that no certificate prints; between Latin words they stay."""

BUSINESS_RULES = {
    "enterprise_with_seal": Words("企业，须有公章", "enterprise, with a seal"),
    "enterprise_with_trade_name_and_seal": Words(
        "企业，须有字号和公章", "enterprise, with trade name and seal"
    ),
    "licence_needs_trade_name_and_seal": Words(
        "执照须有字号，且有公章", "licence with a trade name, and a seal"
    ),
    "enterprise_needs_trade_name": Words("企业，须有字号", "enterprise, with a trade name"),
    "enterprise_if_trade_name_else_personal": Words(
        "有字号按企业，无字号按个人", "enterprise with a trade name, else individual"
    ),
    "personal_if_no_trade_name": Words("无字号的按个人", "individual where there is no trade name"),
    "enterprise_if_in_gsxt_operator_only_else_personal": Words(
        "公示系统可查的按企业，否则按个人", "enterprise if in the public registry, else individual"
    ),
    "enterprise_operator_as_pic": Words(
        "企业，经营者为主体负责人", "enterprise, the operator in charge"
    ),
    "enterprise_name_suffix_if_no_trade_name": Words(
        "企业，无字号的名称写作“姓名（个体工商户）”",
        "enterprise; without a trade name as “name（个体工商户）”",
    ),
    "enterprise_operator_name_with_reason": Words(
        "企业，无字号的填经营者姓名并备注原因",
        "enterprise; without a trade name the operator's name, and the reason as a remark",
    ),
    "enterprise": Words("企业", "enterprise"),
}
"""How a province wants an individual business filed, by the value of its rule."""


def certificate_holds_long_enough(examined: Examined) -> Iterator[Hit]:
    """S07: a certificate that lapses before the months that the province wants."""
    subject = examined.form.subject
    last = iso_date.parsed(subject.certificate_valid_to)
    if last is None or subject.certificate_long_term or not when.is_organisation(examined.form):
        return
    rule = examined.ruling.get("business_licence_min_validity_months")
    months = rule.value if rule is not None else LEAST_MONTHS
    if examined.today <= last < iso_date.months_after(examined.today, months):
        yield Hit("S07", "subject.certificate_valid_to", {"months": months}, by=rule)


def name_is_written_as_on_paper(examined: Examined) -> Iterator[Hit]:
    """S11: invisible characters, or brackets of both widths, in the name."""
    name = examined.form.subject.sponsor_name or ""
    if not name or not when.is_organisation(examined.form):
        return
    clean = "".join(it for it in name if unicodedata.category(it) not in ODD_CATEGORIES)
    clean = BETWEEN_HANZI.sub("", clean)
    has_both = any(it in name for it in "()") and any(it in name for it in "（）")
    if clean != name:
        fix = Fix(NAME, clean, Words(f"改为“{clean}”", f"Change to “{clean}”"))
        yield Hit("S11", NAME, fix=fix)
    elif has_both:
        wide = name.replace("(", "（").replace(")", "）")
        yield Hit("S11", NAME, fix=Fix(NAME, wide, Words(f"改为“{wide}”", f"Change to “{wide}”")))


def superior_is_a_unit(examined: Examined) -> Iterator[Hit]:
    """S18: no superior unit, or a person instead, where the province wants its name."""
    subject = examined.form.subject
    rule = examined.ruling.get("superior_unit_name_required")
    if rule is None or not subject.sponsor_name:
        return
    superior = subject.superior_unit
    if not superior or superior == subject.legal_rep_name:
        yield Hit("S18", "subject.superior_unit", by=rule)


def business_is_filed_as_ruled(examined: Examined) -> Iterator[Hit]:
    """S19: an individual business otherwise than its province wants it."""
    form = examined.form
    rule = examined.ruling.get("individual_business_rule")
    if rule is None or not form.subject.sponsor_name or not _breaks(form, rule.value):
        return
    words = BUSINESS_RULES.get(rule.value, Words(rule.value, rule.value))
    yield Hit("S19", NAME, {"rule": words}, by=rule, fix=_suffixed(form, rule.value))


def unit_has_a_seal(examined: Examined) -> Iterator[Hit]:
    """S20: an organisation without a seal."""
    if examined.form.subject.has_seal is False and when.is_organisation(examined.form):
        yield Hit("S20", "subject.has_seal")


def medical_licence_is_no_certificate(examined: Examined) -> Iterator[Hit]:
    """S21: a medical licence as the sponsor's certificate in Guangdong."""
    form = examined.form
    if form.province == GUANGDONG and form.subject.certificate_type == "medical_license":
        yield Hit("S21", "subject.certificate_type")


def individual_is_a_person(examined: Examined) -> Iterator[Hit]:
    """S23: a private person with the name of a unit."""
    name = examined.form.subject.sponsor_name or ""
    if not when.is_individual(examined.form) or name.endswith(BUSINESS_SUFFIX):
        return
    if examined.rulebook.word_lists.first_hit("not_a_person", name):
        yield Hit("S23", NAME)


def _breaks(form: Particulars, ruled: str) -> bool:
    subject = form.subject
    no_seal, no_trade_name = subject.has_seal is False, not subject.trade_name
    match ruled:
        case "enterprise_with_seal":
            return no_seal
        case "enterprise_with_trade_name_and_seal" | "licence_needs_trade_name_and_seal":
            return no_seal or no_trade_name
        case "enterprise_operator_as_pic":
            return form.subject_pic.is_legal_rep is False
        case "enterprise_name_suffix_if_no_trade_name":
            return no_trade_name and not (subject.sponsor_name or "").endswith(BUSINESS_SUFFIX)
        case "enterprise_operator_name_with_reason":
            return no_trade_name and not subject.subject_remark
        case "enterprise":
            return False
    return no_trade_name


def _suffixed(form: Particulars, ruled: str) -> Fix | None:
    if ruled != "enterprise_name_suffix_if_no_trade_name":
        return None
    name = f"{form.subject.legal_rep_name or form.subject.sponsor_name}{BUSINESS_SUFFIX}"
    return Fix(NAME, name, Words(f"改为“{name}”", f"Change to “{name}”"))


SPONSOR_CHECKS: tuple[Check, ...] = (
    certificate_holds_long_enough,
    name_is_written_as_on_paper,
    superior_is_a_unit,
    business_is_filed_as_ruled,
    unit_has_a_seal,
    medical_licence_is_no_certificate,
    individual_is_a_person,
)
