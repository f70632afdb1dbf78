"""Filing numbers: 京ICP备2023000001号 of a subject, …号-2A of one of its services."""

import re
from dataclasses import dataclass

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words

ABBREVIATIONS = "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼蜀黔滇藏陕陇青宁新"
SUBJECT = re.compile(rf"[{ABBREVIATIONS}]ICP备([0-9]{{8}}|[0-9]{{10}})号")
"""8 digits on older numbers, else the year and 6 digits."""

SERVICE = re.compile(SUBJECT.pattern + r"-[0-9]{1,5}[AXK]?")
"""A app, X mini program, K quick app."""

UNUSUAL = Words("备案号格式不常见，请核对", "unusual form of a filing number; check it")


def validate_subject(text: str) -> Validated:
    """A subject number; an unknown form is a warning, for old and new forms exist."""
    value = tidy.filing_number(text)
    return Validated(value, warning=None if SUBJECT.fullmatch(value) else UNUSUAL)


def validate_service(text: str) -> Validated:
    """A service number; an unknown form is a warning."""
    value = tidy.filing_number(text)
    return Validated(value, warning=None if SERVICE.fullmatch(value) else UNUSUAL)


def fits_province(number: str, icp_abbr: str) -> bool:
    """Whether the number begins with the province's character."""
    return not icp_abbr or tidy.filing_number(number).startswith(icp_abbr)


def belongs_to(service_number: str, subject_number: str) -> bool:
    """Whether the service number is one of the subject's."""
    subject = tidy.filing_number(subject_number)
    return bool(subject) and tidy.filing_number(service_number).startswith(f"{subject}-")


@dataclass(frozen=True, slots=True)
class NumberFault:
    """What is wrong with a number of an approved filing, and what to do; ``number`` is its key."""

    number: str
    words: Words


def numbers_fault(
    subject_number: str, service_number: str, icp_abbr: str, existing: str = ""
) -> NumberFault | None:
    """What is wrong with the two numbers of an approved filing; None where they are right.

    They must be of the known form, for the authority gave them just now, of the
    province whose character is ``icp_abbr`` (empty: any), and of the subject
    that was filed before under ``existing`` (empty: of a new one).
    """
    subject, service = tidy.filing_number(subject_number), tidy.filing_number(service_number)
    known = tidy.filing_number(existing)
    if not subject:
        return NumberFault("subject_number", Words("没有主体备案号", "No subject number"))
    if not service:
        return NumberFault("service_number", Words("没有服务备案号", "No service number"))
    if not fits_province(subject, icp_abbr):
        return NumberFault("subject_number", _province(icp_abbr))
    if not SUBJECT.fullmatch(subject):
        return NumberFault("subject_number", _form("主体备案号", "subject", "京ICP备2026001234号"))
    if known and subject != known:
        return NumberFault("subject_number", _existing(known))
    if not belongs_to(service, subject):
        return NumberFault("service_number", _service(subject))
    if not SERVICE.fullmatch(service):
        return NumberFault("service_number", _form("服务备案号", "service", f"{subject}-1"))
    return None


def _province(icp_abbr: str) -> Words:
    return Words(
        f"主体备案号应以“{icp_abbr}”开头，请核对号码，或核对表单里的备案省份",
        f"The subject number must begin with “{icp_abbr}”: check it, or the form's province",
    )


def _form(zh: str, en: str, example: str) -> Words:
    return Words(
        f"{zh}应如 {example}，请照管局通知逐字填写",
        f"The {en} number must look like {example}: copy it from the authority's notice",
    )


def _existing(known: str) -> Words:
    return Words(
        f"表单里的现有主体备案号是 {known}，两者应相同，请核对是哪一个写错了",
        f"The form has the subject number {known}; they must be the same: check which is wrong",
    )


def _service(subject: str) -> Words:
    return Words(
        f"服务备案号应为主体备案号加“-序号”，如 {subject}-1，请照管局通知填写",
        f"The service number must be the subject number with a serial, as {subject}-1: "
        "copy it from the authority's notice",
    )
