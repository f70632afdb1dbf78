"""Verdicts: how a paper of the checklist stands, in one word and a reason.

A verdict speaks of what the program can see: whether a file is there, whether
its measures are those that the filing systems want, and whether the day to which
it counts, as the form has it, is past. Whether the paper itself is right the
butler judges.
"""

from enum import StrEnum

from butler_desktop.domain.checklist import ChecklistItem
from butler_desktop.domain.material import Material
from butler_desktop.domain.material_kind import Level, NeededBy
from butler_desktop.domain.scan import ScanFlag, Severity, material_flags, warned_codes
from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.words import Words


class Verdict(StrEnum):
    """How a paper stands."""

    SOUND = "sound"
    UNCLEAR = "unclear"
    """Attached, but what it shows can hardly be read or is not all there."""
    UNFIT = "unfit"
    """Attached and readable, but not in a form that the filing systems take."""
    EXPIRED = "expired"
    """Attached, but by the form its validity is over."""
    FROM_CUSTOMER = "from_customer"
    """Still to come from the customer; the content can be complete without it."""
    MISSING = "missing"
    OPTIONAL = "optional"
    NOT_NEEDED = "not_needed"


VERDICT_WORDS = {
    Verdict.SOUND: Words("合格", "Sound"),
    Verdict.UNCLEAR: Words("不清晰", "Unclear"),
    Verdict.UNFIT: Words("须处理", "To mend"),
    Verdict.EXPIRED: Words("已过期", "Expired"),
    Verdict.FROM_CUSTOMER: Words("待客户", "Awaited"),
    Verdict.MISSING: Words("缺失", "Missing"),
    Verdict.OPTIONAL: Words("可选", "Optional"),
    Verdict.NOT_NEEDED: Words("不需要", "Not needed"),
}
TO_REPLACE = frozenset({Verdict.UNCLEAR, Verdict.UNFIT, Verdict.EXPIRED})
"""Verdicts on a file that another one had better take the place of."""

UNFINISHED = TO_REPLACE | {Verdict.FROM_CUSTOMER, Verdict.MISSING}
"""Verdicts that leave something to do."""

VALIDITY = {
    "sponsor_cert": ("subject.certificate_valid_to", "S06"),
    "subject_pic_id": ("subject_pic.id_valid_to", "P07"),
    "subject_pic_id_back": ("subject_pic.id_valid_to", "P07"),
    "service_pic_id": ("service_pic.id_valid_to", "P07"),
    "service_pic_id_back": ("service_pic.id_valid_to", "P07"),
    "domain_cert": ("service.domain_expires_on", "D10"),
}
"""By paper: where the form says to when it counts, and the check that says it is over."""

HARD_TO_READ = Words(
    "看不清或不完整的材料会被管局退回。",
    "Papers that cannot be read or are cut off are returned by the authority.",
)
NOT_TAKEN = Words(
    "备案系统只收符合要求的文件，提交前须处理。",
    "The filing systems take only files that meet their rules; mend it before submitting.",
)

_UNCLEAR_FLAGS = frozenset(
    {"low_resolution", "too_small", "blurred", "cut_edge", "incomplete", "pdf_damaged"}
)


def verdict(item: ChecklistItem, files: tuple[Material, ...]) -> Verdict:
    """How ``item`` stands with the ``files`` that are attached for it."""
    if files:
        codes = frozenset().union(*map(warned_codes, files))
        if codes & _UNCLEAR_FLAGS:
            return Verdict.UNCLEAR
        return Verdict.UNFIT if codes else Verdict.SOUND
    if item.needed is Level.MANDATORY:
        return Verdict.MISSING if item.by is NeededBy.CONTENT else Verdict.FROM_CUSTOMER
    return Verdict.OPTIONAL if item.needed is Level.OPTIONAL else Verdict.NOT_NEEDED


def warnings(files: tuple[Material, ...], limits: ScanLimits) -> tuple[ScanFlag, ...]:
    """What is wrong with the files, those that make them unclear first."""
    found = [
        flag
        for file in files
        for flag in material_flags(file, limits)
        if flag.severity is Severity.WARNING
    ]
    return tuple(sorted(found, key=lambda flag: flag.code not in _UNCLEAR_FLAGS))


def consequence(flag: ScanFlag) -> Words:
    """What happens if the file is submitted as it is."""
    return HARD_TO_READ if flag.code in _UNCLEAR_FLAGS else NOT_TAKEN
