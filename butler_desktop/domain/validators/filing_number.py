"""Filing numbers: 京ICP备2023000001号 of a subject, …号-2A of one of its services."""

import re

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


def numbers_fault(subject_number: str, service_number: str, icp_abbr: str) -> Words | None:
    """What is wrong with the two numbers of an approved filing; None where they are right.

    They must be of the known form, for the authority gave them just now, and of the
    province whose character is ``icp_abbr`` (empty: any).
    """
    if not tidy.filing_number(subject_number):
        return Words("没有主体备案号", "No subject number")
    if not tidy.filing_number(service_number):
        return Words("没有服务备案号", "No service number")
    if not fits_province(subject_number, icp_abbr):
        return Words(
            f"主体备案号应以“{icp_abbr}”开头", f"The subject number must begin with “{icp_abbr}”"
        )
    if not belongs_to(service_number, subject_number):
        return Words(
            "服务备案号应为主体备案号加“-序号”",
            "The service number must be the subject number with “-” and a serial",
        )
    if not SERVICE.fullmatch(tidy.filing_number(service_number)):
        return Words(
            "备案号应如 京ICP备2026001234号-1", "The numbers must look like 京ICP备2026001234号-1"
        )
    return None
