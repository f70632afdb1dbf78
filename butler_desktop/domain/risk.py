"""Risk: how a filing stands before it is sent, from what the rules find.

High with any open error, medium with any open warning, low else (rejections
§5, our proposal). Nothing published supports a probability, so none is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from butler_desktop.domain.checks import ERROR, INFO, Finding
from butler_desktop.domain.form_sections import section_of
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words

ESTIMATE = "est_authority_review_days"
PAPERS = Words("材料", "Papers")


class RiskLevel(StrEnum):
    """How likely the filing comes back as it is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


RISK_WORDS = {
    RiskLevel.HIGH: Words("高风险", "High risk"),
    RiskLevel.MEDIUM: Words("中风险", "Medium risk"),
    RiskLevel.LOW: Words("低风险", "Low risk"),
}


@dataclass(frozen=True, slots=True)
class RiskGroup:
    """What was found in one part of the filing."""

    title: Words
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Risk:
    """The level, what was found by part, what is still to be looked up, the authority's time."""

    level: RiskLevel
    groups: tuple[RiskGroup, ...]
    asked: int
    days: tuple[int, int] | None
    """Calendar days that the authority has mostly taken; an old estimate, for planning only."""


def risk_of(form: Particulars, rulebook: Rulebook, found: Iterable[Finding]) -> Risk:
    """The risk of a form with these findings; what was let pass does not count."""
    still = [it for it in found if it.is_open]
    told = [it for it in still if not it.is_question and it.severity != INFO]
    parts: dict[Words, list[Finding]] = {}
    for finding in told:
        parts.setdefault(_part(form, finding), []).append(finding)
    groups = []
    for title, ones in parts.items():
        errors = sum(it.severity == ERROR for it in ones)
        groups.append(RiskGroup(title, errors, len(ones) - errors))
    rule = rulebook.province_rules.ruling(form).get(ESTIMATE)
    return Risk(
        level=_level(told),
        groups=tuple(groups),
        asked=sum(it.is_question for it in still),
        days=(rule.value[0], rule.value[1]) if rule is not None else None,
    )


def _level(told: list[Finding]) -> RiskLevel:
    if any(it.severity == ERROR for it in told):
        return RiskLevel.HIGH
    return RiskLevel.MEDIUM if told else RiskLevel.LOW


def _part(form: Particulars, finding: Finding) -> Words:
    if not finding.place.startswith("form:"):
        return PAPERS
    return section_of(finding.path).title(form)
