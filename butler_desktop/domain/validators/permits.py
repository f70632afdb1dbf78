"""Papers of persons other than the resident ID: permits, passports.

The patterns are general knowledge without a published source; a number that
does not fit is a reason to look again, not proof.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from butler_desktop.domain.validators import resident_id, tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words


def _pattern(pattern: str, zh: str, en: str) -> Callable[[str, date | None], Words | None]:
    shape = re.compile(pattern)
    return lambda value, _: None if shape.fullmatch(value) else Words(zh, en)


def _residence_permit(*prefixes: str) -> Callable[[str, date | None], Words | None]:
    expected = "、".join(prefixes)

    def fault(value: str, today: date | None) -> Words | None:
        wrong = resident_id.number_fault(value, today)
        if wrong is None and not value.startswith(prefixes):
            wrong = Words(f"应以 {expected} 开头", f"must begin with {' or '.join(prefixes)}")
        return wrong

    return fault


def _foreign_permanent_id(value: str, today: date | None) -> Words | None:
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", value) or value.startswith("9"):
        is_new = value.startswith("9")
        return resident_id.number_fault(value, today) if is_new else None
    return Words(
        "应为 3 位字母加 12 位数字，或以 9 开头的 18 位号码",
        "three letters and 12 digits, or 18 digits beginning with 9, expected",
    )


PAPERS: Mapping[str, Callable[[str, date | None], Words | None]] = {
    "hk_mo_travel_permit": _pattern(
        r"[HM][0-9]{8}([0-9]{2})?",
        "应为 H 或 M 加 8 位或 10 位数字",
        "H or M and 8 or 10 digits expected",
    ),
    "tw_travel_permit": _pattern(
        r"[0-9]{8}|[0-9]{10}[A-Z]?",
        "应为 8 位数字，旧证 10 位",
        "8 digits expected, 10 on old ones",
    ),
    "passport": _pattern(
        r"[A-Z0-9]{5,20}", "应为 5 至 20 位字母或数字", "5 to 20 letters or digits expected"
    ),
    "foreign_permanent_id": _foreign_permanent_id,
    "hk_mo_residence_permit": _residence_permit("810000", "820000"),
    "tw_residence_permit": _residence_permit("830000"),
}
"""By certificate type."""


def validate(certificate_type: str, text: str, today: date | None = None) -> Validated:
    """The number of a person's paper; types without a known pattern are taken as they are."""
    value = tidy.code(text)
    judge = PAPERS.get(certificate_type)
    return Validated(value, judge(value, today) if judge else None)
