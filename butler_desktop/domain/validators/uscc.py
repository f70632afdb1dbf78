"""Unified social credit codes (统一社会信用代码, GB 32100-2015).

18 characters: registration authority, kind of entity, region (6), organisation
code (9), check character. Our own, for libraries
demand digits in the first eight places and so refuse real codes (``N2…``).
"""

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated, length_fault
from butler_desktop.words import Words

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Without I, O, S, V and Z."""

WEIGHTS = tuple(3**place % 31 for place in range(17))
LENGTH = 18

ENTITY_CLASSES = {
    "11": ("government",),
    "12": ("public_institution",),
    "31": ("law_firm",),
    "51": ("social_organization",),
    "52": ("private_non_enterprise",),
    "53": ("foundation",),
    "91": ("enterprise",),
    "92": ("individual_business", "enterprise", "individual"),
}
"""The sponsor kinds that the first two characters speak of; others say nothing sure."""


def validate(text: str) -> Validated:
    """The credit code in ``text``; a fault for length, characters and check character."""
    value = tidy.code(text)
    fault = length_fault(value, LENGTH) or _alphabet_fault(value) or _check_fault(value)
    return Validated(value, fault)


def check_character(first17: str) -> str:
    """The check character of the first 17, all of which are in the alphabet."""
    total = sum(
        ALPHABET.index(character) * weight
        for character, weight in zip(first17, WEIGHTS, strict=True)
    )
    return ALPHABET[(31 - total % 31) % 31]


def sponsor_kinds(code: str) -> tuple[str, ...]:
    """The sponsor kinds that the code's class allows; empty where it says nothing."""
    return ENTITY_CLASSES.get(code[:2], ())


def region(code: str) -> str:
    """The GB/T 2260 code of the place of registration; a hint only, for companies move."""
    return code[2:8]


def _alphabet_fault(value: str) -> Words | None:
    for place, character in enumerate(value, 1):
        if character not in ALPHABET:
            return Words(
                f"第 {place} 位“{character}”不是信用代码的字符",
                f"character {place}, “{character}”, does not occur in credit codes",
            )
    return None


def _check_fault(value: str) -> Words | None:
    if check_character(value[:-1]) == value[-1]:
        return None
    return Words(
        "校验位不符，至少一位有误", "the check character does not fit: a character is wrong"
    )
