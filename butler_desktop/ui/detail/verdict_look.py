"""Verdict look: the colour and icon of each verdict."""

from typing import NamedTuple

from butler_desktop.domain.verdict import Verdict


class VerdictLook(NamedTuple):
    """A chip's tint and icon."""

    tint: str
    icon: str


VERDICT_LOOK = {
    Verdict.SOUND: VerdictLook("green", "check"),
    Verdict.UNCLEAR: VerdictLook("amber", "scan-line"),
    Verdict.UNFIT: VerdictLook("amber", "triangle-alert"),
    Verdict.EXPIRED: VerdictLook("red", "calendar-x-2"),
    Verdict.FROM_CUSTOMER: VerdictLook("amber", "circle-dashed"),
    Verdict.MISSING: VerdictLook("grey", "circle-dashed"),
    Verdict.OPTIONAL: VerdictLook("grey", "plus"),
    Verdict.NOT_NEEDED: VerdictLook("grey", "minus"),
}
