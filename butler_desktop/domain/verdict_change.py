"""Verdict changes: what another rulebook would say otherwise of a filing."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from butler_desktop.domain.case import Case
from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.readiness import filing_checklist
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words

PROVINCIAL = "province_rules"
SAYS_NOTHING = frozenset(
    {"version", "effective_from", "signed_by", "sources", "rule_words", "letters"}
)
"""Parts of a rulebook on which no verdict rests: how it is called, explained and written."""


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """One filing of which another rulebook finds more, less, or wants other papers."""

    filing_id: str
    number: str
    customer: str
    butler: str
    province: str
    added: tuple[Finding, ...]
    """What it finds that was not found, or weighs otherwise now."""
    gone: tuple[Finding, ...]
    papers_added: tuple[Words, ...]
    """Papers that must still come by it alone."""
    papers_gone: tuple[Words, ...]


def touched_provinces(old: Rulebook, new: Rulebook) -> frozenset[str] | None:
    """The provinces (by code) in which verdicts can differ; None where that is everywhere."""
    same = SAYS_NOTHING | {PROVINCIAL}
    names = [it.name for it in fields(Rulebook) if it.name not in same]
    if any(getattr(old, name) != getattr(new, name) for name in names):
        return None
    before, after = old.province_rules, new.province_rules
    if before.national != after.national:
        return None
    codes = set(before.provinces) | set(after.provinces)
    return frozenset(it for it in codes if before.of_province(it) != after.of_province(it))


def verdict_change(
    dossier: Dossier, filing: Filing, case: Case, rulebooks: tuple[Rulebook, Rulebook], today: date
) -> VerdictChange | None:
    """What the second rulebook says otherwise than the first; None where it is the same.

    A sentence in other words is the same verdict; a finding that weighs more is another.
    """
    form = filing.particulars
    old, new = (findings(form, it, today, case=case) for it in rulebooks)
    papers = [
        {
            it.kind: it.words
            for it in filing_checklist(dossier, filing, book, today)
            if it.is_outstanding
        }
        for book in rulebooks
    ]
    added, gone = _only(new, old), _only(old, new)
    papers_added = tuple(words for kind, words in papers[1].items() if kind not in papers[0])
    papers_gone = tuple(words for kind, words in papers[0].items() if kind not in papers[1])
    if not (added or gone or papers_added or papers_gone):
        return None
    return VerdictChange(
        filing_id=filing.id,
        number=filing.number,
        customer=dossier.order.customer,
        butler=filing.butler,
        province=form.province or "",
        added=added,
        gone=gone,
        papers_added=papers_added,
        papers_gone=papers_gone,
    )


def _only(these: Iterable[Finding], those: Iterable[Finding]) -> tuple[Finding, ...]:
    known = {_weight(it) for it in those}
    return tuple(it for it in these if _weight(it) not in known)


def _weight(finding: Finding) -> tuple[str, str, str, bool]:
    return finding.rule, finding.path, finding.severity, finding.is_asked
