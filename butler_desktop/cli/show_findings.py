"""What ``show`` tells of the findings, and of the questions that nothing but a butler answers."""

from collections.abc import Iterable
from typing import Any

from butler_desktop.cli.command import Desk
from butler_desktop.domain.asked_question import AskedQuestion
from butler_desktop.domain.checks import Finding
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.waiver import Waiver
from butler_desktop.words import Words


def told_finding(finding: Finding, language: str) -> dict[str, Any]:
    """A finding as JSON."""
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "field": finding.path,
        "place": finding.place,
        "message": finding.message.said(language),
        "source": finding.source,
        "confidence": finding.confidence,
        "as_of": finding.as_of.isoformat(),
        "province_rule": finding.ruled_by,
        "asked": finding.is_asked,
        "firm": finding.is_firm,
        "needs_second": finding.needs_second,
        "fix": {"field": fix.path, "value": fix.value} if fix else None,
        "waived": _told_waiver(finding.waiver),
        "requested": _told_waiver(finding.requested),
    }


def told_question(asked: AskedQuestion, language: str) -> dict[str, Any]:
    """A question as JSON, with what was answered."""
    noted = asked.noted
    return {
        "question": asked.place.removeprefix("fact:"),
        "rule": asked.question.rule,
        "words": asked.words.said(language),
        "look": asked.question.look.said(language),
        "answers": [it.id for it in asked.question.answers],
        "answered": asked.is_answered,
        "answer": noted.answer if noted else None,
        "day": noted.checked_on if noted else None,
        "by": noted.by if noted else "",
        "words_noted": noted.words if noted else "",
    }


def print_found(found: Iterable[Finding], desk: Desk) -> None:
    """One line each, with who let it pass and why."""
    for finding in found:
        said = finding.message.said(desk.language)
        print(f"  {finding.severity} {finding.rule} {finding.place}: {said}")
        if finding.waiver is not None:
            desk.say(_waived(finding.waiver, Words("    已保留：", "    Let pass: ")))
        elif finding.requested is not None:
            waits = Words("    待另一人同意：", "    Waits for a second person: ")
            desk.say(_waived(finding.requested, waits))


def _waived(waiver: Waiver, lead: Words) -> Words:
    told = f"{waiver.reason} ・ {waiver.by}"
    told += f" ・ {waiver.second}" if waiver.second else ""
    return lead + Words(told, told)


def _told_waiver(waiver: Waiver | None) -> dict[str, Any] | None:
    if waiver is None:
        return None
    return {
        "reason": waiver.reason,
        "by": waiver.by,
        "second": waiver.second,
        "at": iso_local(waiver.at),
    }
