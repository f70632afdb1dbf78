"""Telephones: a landline with its area code, or a mobile."""

import re

from butler_desktop.domain.validators import mobile, tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words

LANDLINE = re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?")


def validate(text: str) -> Validated:
    """The telephone number in ``text``."""
    value = tidy.phone(text)
    if LANDLINE.fullmatch(value) or mobile.validate(value).is_right:
        return Validated(value)
    return Validated(
        value,
        Words(
            "应为手机号，或带区号的座机，如 0571-88880000",
            "a mobile, or a landline with its area code as 0571-88880000, expected",
        ),
    )
