"""Resident ID numbers (居民身份证号码, GB 11643-1999): 17 digits and a check character."""

import re
from datetime import date

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated, length_fault
from butler_desktop.words import Words

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
LENGTH = 18
OLD_LENGTH = 15
MAX_AGE = 120

REGIONS = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71))
PROVINCES = frozenset(str(code) for low, high in REGIONS for code in range(low, high + 1))
"""The first two digits: the province where the number was given. 81 to 83 are residence permits."""


def validate(text: str, today: date | None = None) -> Validated:
    """The resident ID number in ``text``.

    With ``today`` also a fault for birth dates in the future and ages above 120.
    """
    value = tidy.code(text)
    if len(value) == OLD_LENGTH and value.isdecimal():
        return Validated(
            value,
            Words(
                "15 位的旧身份证已停用，请用 18 位号码", "cards of 15 digits are void; use the 18"
            ),
        )
    fault = number_fault(value, today)
    if fault is None and value[:2] not in PROVINCES:
        fault = Words(
            f"前两位“{value[:2]}”不是省份代码",
            f"the first two digits, “{value[:2]}”, are no province",
        )
    return Validated(value, fault)


def number_fault(value: str, today: date | None = None) -> Words | None:
    """What is wrong with a tidied number, whatever region it names."""
    if wrong_length := length_fault(value, LENGTH):
        return wrong_length
    if not re.fullmatch(r"[0-9]{17}[0-9X]", value):
        return Words("前 17 位应为数字，末位为数字或 X", "17 digits, then a digit or X, expected")
    born = birth_date(value)
    if born is None:
        return Words(
            f"第 7 至 14 位“{value[6:14]}”不是日期", f"“{value[6:14]}” is no date of birth"
        )
    if check_character(value[:17]) != value[17]:
        return Words(
            "校验位不符，至少一位有误", "the check character does not fit: a digit is wrong"
        )
    if today is not None and (born > today or age_on(born, today) > MAX_AGE):
        return Words(f"出生日期 {born} 不合理", f"the date of birth {born} is not possible")
    return None


def check_character(first17: str) -> str:
    """The check character of 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, WEIGHTS, strict=True))
    return CHECK_CHARACTERS[total % 11]


def birth_date(number: str) -> date | None:
    """The date of birth that the number tells."""
    digits = number[6:14]
    if not re.fullmatch(r"[0-9]{8}", digits):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def age_on(born: date, day: date) -> int:
    """The age in full years on ``day``; a birthday on 29 February counts from 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
