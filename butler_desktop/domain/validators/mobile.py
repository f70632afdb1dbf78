"""Mainland mobile numbers: eleven digits; the ministry's SMS goes to them."""

import re

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words

LENGTH = 11
VIRTUAL_OPERATORS = frozenset(("162", "165", "167", "170", "171"))


def validate(text: str, ranges: frozenset[str] = frozenset()) -> Validated:
    """The mobile number in ``text``; +86 is taken off.

    With ``ranges`` a warning for prefixes outside them and those of virtual
    operators, which the verification SMS may not reach.
    """
    value = tidy.phone(text)
    fault = _fault(value)
    prefix = value[:3]
    warning = None
    if fault is None and ranges and prefix not in ranges:
        warning = Words(
            f"{prefix} 号段不在已知可收核验短信的范围内",
            f"the range {prefix} is not known to receive the verification SMS",
        )
    elif fault is None and ranges and prefix in VIRTUAL_OPERATORS:
        warning = Words(
            f"{prefix} 为虚拟运营商号段，可能收不到核验短信",
            f"{prefix} is a virtual operator's range: the verification SMS may not arrive",
        )
    return Validated(value, fault, warning)


def _fault(value: str) -> Words | None:
    if not value.isascii() or not value.isdecimal():
        return Words("手机号应只有数字", "a mobile number has digits only")
    if len(value) < LENGTH:
        return Words(f"手机号只有 {len(value)} 位", f"the number has only {len(value)} digits")
    if len(value) > LENGTH:
        return Words(f"手机号有 {len(value)} 位", f"the number has {len(value)} digits")
    if not re.match(r"1[3-9]", value):
        return Words(f"没有 {value[:2]} 开头的手机号", f"no mobile number begins with {value[:2]}")
    return None
