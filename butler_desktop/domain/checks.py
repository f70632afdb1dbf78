"""Checks: what is wrong or doubtful in a form, as findings.

A check is one function in a ``check_…`` module and one row of ``checks.toml``.
They judge what is there: what is missing altogether is told by
``form.missing_fields``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from butler_desktop.domain.check_access import ACCESS_CHECKS
from butler_desktop.domain.check_app import APP_CHECKS
from butler_desktop.domain.check_domain import DOMAIN_CHECKS
from butler_desktop.domain.check_filing import FILING_CHECKS
from butler_desktop.domain.check_form import FORM_CHECKS
from butler_desktop.domain.check_persons import PERSON_CHECKS
from butler_desktop.domain.check_service import SERVICE_CHECKS
from butler_desktop.domain.check_subject import SUBJECT_CHECKS
from butler_desktop.domain.examination import Check, Examined
from butler_desktop.domain.form import shown_fields
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words

ERROR, WARNING, INFO = "error", "warning", "info"

CHECKS: tuple[Check, ...] = (
    *FORM_CHECKS,
    *FILING_CHECKS,
    *SUBJECT_CHECKS,
    *PERSON_CHECKS,
    *SERVICE_CHECKS,
    *DOMAIN_CHECKS,
    *APP_CHECKS,
    *ACCESS_CHECKS,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found in a form. ``severity``: error, warning or info."""

    rule: str
    severity: str
    path: str
    message: Words
    source: str


def findings(
    particulars: Particulars, rulebook: Rulebook, today: date, checks: Iterable[Check] = CHECKS
) -> tuple[Finding, ...]:
    """What the checks find, in the order of the form. ``today`` is the day in Shanghai."""
    examined = Examined(particulars, rulebook, today)
    found = [
        Finding(rule.id, rule.severity, hit.path, rule.words.filled(**hit.slots), rule.source)
        for check in checks
        for hit in check(examined)
        for rule in (rulebook.checks[hit.rule],)
    ]
    order = {field.path: place for place, field in enumerate(shown_fields(particulars))}
    found.sort(key=lambda finding: order.get(finding.path, len(order)))
    return tuple(dict.fromkeys(found))


def has_error(found: Iterable[Finding]) -> bool:
    """Whether one of the findings bars the confirmation packet."""
    return any(finding.severity == ERROR for finding in found)
