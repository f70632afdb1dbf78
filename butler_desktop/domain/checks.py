"""Checks: what is wrong or doubtful in a form, as findings.

A check is one function in a ``check_…`` module and one row of ``checks.toml``.
They judge what is there: what is missing altogether is told by
``form.missing_fields``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from butler_desktop.domain.asked_question import standing_at
from butler_desktop.domain.case import FORM_ALONE, Case
from butler_desktop.domain.check_access import ACCESS_CHECKS
from butler_desktop.domain.check_address import ADDRESS_CHECKS
from butler_desktop.domain.check_app import APP_CHECKS
from butler_desktop.domain.check_coexistence import COEXISTENCE_CHECKS
from butler_desktop.domain.check_contacts import CONTACT_CHECKS
from butler_desktop.domain.check_content import CONTENT_CHECKS
from butler_desktop.domain.check_counts import COUNT_CHECKS
from butler_desktop.domain.check_domain import DOMAIN_CHECKS
from butler_desktop.domain.check_filing import FILING_CHECKS
from butler_desktop.domain.check_form import FORM_CHECKS
from butler_desktop.domain.check_in_charge import IN_CHARGE_CHECKS
from butler_desktop.domain.check_name import NAME_CHECKS
from butler_desktop.domain.check_name_ties import NAME_TIE_CHECKS
from butler_desktop.domain.check_name_words import NAME_WORD_CHECKS
from butler_desktop.domain.check_noted import NOTED_CHECKS
from butler_desktop.domain.check_papers import PAPER_CHECKS
from butler_desktop.domain.check_persons import PERSON_CHECKS
from butler_desktop.domain.check_registrant import REGISTRANT_CHECKS
from butler_desktop.domain.check_remark import REMARK_CHECKS
from butler_desktop.domain.check_service import SERVICE_CHECKS
from butler_desktop.domain.check_sponsor import SPONSOR_CHECKS
from butler_desktop.domain.check_subject import SUBJECT_CHECKS
from butler_desktop.domain.check_suffix import SUFFIX_CHECKS
from butler_desktop.domain.check_topics import TOPIC_CHECKS
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.province_rules import SEVERITIES
from butler_desktop.domain.rulebook import CheckRule, Rulebook
from butler_desktop.domain.waiver import Waiver, waiver_at
from butler_desktop.words import Words

ERROR, WARNING, INFO = "error", "warning", "info"
PROVINCE = "province"
ELSEWHERE = ("material:", "fact:")
"""How places begin that are no fields of the form."""

CHECKS: tuple[Check, ...] = (
    *FORM_CHECKS,
    *FILING_CHECKS,
    *SUBJECT_CHECKS,
    *SPONSOR_CHECKS,
    *ADDRESS_CHECKS,
    *PERSON_CHECKS,
    *IN_CHARGE_CHECKS,
    *CONTACT_CHECKS,
    *NAME_CHECKS,
    *NAME_WORD_CHECKS,
    *NAME_TIE_CHECKS,
    *CONTENT_CHECKS,
    *REMARK_CHECKS,
    *TOPIC_CHECKS,
    *SERVICE_CHECKS,
    *COUNT_CHECKS,
    *DOMAIN_CHECKS,
    *SUFFIX_CHECKS,
    *REGISTRANT_CHECKS,
    *APP_CHECKS,
    *ACCESS_CHECKS,
    *COEXISTENCE_CHECKS,
    *PAPER_CHECKS,
    *NOTED_CHECKS,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found. ``severity``: error, warning or info.

    ``path`` is a path of the form, ``material:kind`` or ``fact:key``. A
    question that nobody has answered yet is a finding too: ``is_asked``.
    """

    rule: str
    severity: str
    path: str
    message: Words
    source: str
    confidence: str = ""
    as_of: date = date.min
    """The day to which the rule was looked up."""
    ruled_by: str = ""
    """The province's rule that it follows."""
    fix: Fix | None = None
    is_asked: bool = False
    is_firm: bool = False
    """Whether nobody can let it pass."""
    needs_second: bool = False
    waiver: Waiver | None = None
    """Who let it pass, and why."""
    requested: Waiver | None = None
    """The same where a second person has yet to agree: it counts for nothing so far."""

    @property
    def is_question(self) -> bool:
        """Whether an answer settles it; the form itself has a place for the others."""
        return self.is_asked and self.path.startswith("fact:")

    @property
    def place(self) -> str:
        """Where it is mended: ``form:path``, ``material:kind``, ``fact:key``."""
        return self.path if self.path.startswith(ELSEWHERE) else f"form:{self.path}"

    @property
    def bars(self) -> bool:
        """Whether the confirmation packet must wait for it."""
        return self.severity == ERROR and self.waiver is None

    @property
    def is_open(self) -> bool:
        """Whether somebody has yet to do something about it."""
        return self.waiver is None


def findings(
    particulars: Particulars,
    rulebook: Rulebook,
    today: date,
    checks: Iterable[Check] = CHECKS,
    case: Case = FORM_ALONE,
) -> tuple[Finding, ...]:
    """What the checks find, in the order of the form. ``today`` is the day in Shanghai."""
    examined = Examined(particulars, rulebook, today, case)
    found = [
        _finding(hit, rulebook.checks[hit.rule]) for check in checks for hit in check(examined)
    ]
    found = [_waived(finding, examined) for finding in found] if case.waivers else found
    order = {field.path: place for place, field in enumerate(examined.shown)}
    found.sort(key=lambda finding: order.get(finding.path, len(order)))
    return tuple(dict.fromkeys(found))


def has_error(found: Iterable[Finding]) -> bool:
    """Whether one of the findings bars the confirmation packet."""
    return any(finding.bars for finding in found)


def _finding(hit: Hit, rule: CheckRule) -> Finding:
    source, confidence, as_of = rule.source, rule.confidence, rule.as_of
    if hit.by is not None:
        source, confidence, as_of = hit.by.source, hit.by.confidence, hit.by.as_of
    return Finding(
        rule=rule.id,
        severity=_severity(hit, rule),
        path=hit.path,
        message=hit.asks or rule.words.filled(**hit.slots),
        source=source,
        confidence=confidence,
        as_of=as_of,
        ruled_by=hit.by.id if hit.by else "",
        fix=hit.fix,
        is_asked=hit.asks is not None,
        is_firm=rule.is_firm,
        needs_second=rule.needs_second,
    )


def _waived(finding: Finding, examined: Examined) -> Finding:
    """The finding with the waiver that holds for it: not for a firm rule, nor for another value."""
    if finding.is_firm:
        return finding
    before = standing_at(examined, finding.place)
    waiver = waiver_at(examined.case.waivers, finding.rule, finding.place, before)
    if waiver is None:
        return finding
    if finding.needs_second and waiver.second in ("", waiver.by):
        return replace(finding, requested=waiver)
    return replace(finding, waiver=waiver)


def _severity(hit: Hit, rule: CheckRule) -> str:
    """What a hit weighs: a rule that is not sure never bars, a question warns at most."""
    severity = hit.severity or rule.severity
    if severity == PROVINCE:
        severity = hit.by.severity if hit.by else SEVERITIES[rule.confidence]
    is_doubtful = rule.confidence == "low" or hit.asks is not None
    return WARNING if severity == ERROR and is_doubtful else severity
