"""Organisation codes (组织机构代码, GB 11714): eight characters and a check character."""

import re

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words

WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SHAPE = re.compile(r"[0-9A-Z]{8}-?[0-9X]")


def validate(text: str) -> Validated:
    """The organisation code in ``text``, with its hyphen."""
    value = tidy.code(text.translate(tidy.DASHES))
    if not SHAPE.fullmatch(value):
        return Validated(
            value,
            Words(
                "应为 8 位字母数字加 1 位校验码", "eight characters and a check character expected"
            ),
        )
    value = f"{value[:8]}-{value[-1]}"
    if check_character(value[:8]) != value[-1]:
        return Validated(value, Words("校验位不符", "the check character does not fit"))
    return Validated(value)


def check_character(first8: str) -> str:
    """The check character of the first eight."""
    total = sum(
        ALPHABET.index(character) * weight
        for character, weight in zip(first8, WEIGHTS, strict=True)
    )
    return "0123456789X0"[11 - total % 11]
