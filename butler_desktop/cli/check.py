"""``check``: what the rules find in a form file, or in a filing with all that is known of it."""

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from butler_desktop.cli.command import (
    DONE,
    JSON,
    REFUSED,
    Command,
    Desk,
    WrongUse,
    argument,
    print_json,
)
from butler_desktop.cli.filing_lists import read_form
from butler_desktop.cli.show_findings import print_found, told_finding
from butler_desktop.domain.checks import Finding, findings, has_error
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words


def run_check(desk: Desk, given: argparse.Namespace) -> int:
    """The findings of a form by itself, or of a filing of the workspace."""
    rulebook, found = _of_file(given) if _is_file(given.what) else _of_filing(desk, given)
    if given.json:
        print_json([told_finding(it, desk.language) for it in found])
    else:
        print_found(found, desk)
        barring = sum(it.bars for it in found)
        desk.say(
            Words(
                f"须改 {barring} 项，共 {len(found)} 项（规则 {rulebook.version}）。",
                f"{barring} to correct, {len(found)} in all (rules {rulebook.version}).",
            )
        )
    return REFUSED if has_error(found) else DONE


def _is_file(what: str) -> bool:
    return what.endswith(".json") or Path(what).is_file()


def _of_file(given: argparse.Namespace) -> tuple[Rulebook, Sequence[Finding]]:
    """Beside the form nothing is known: what only a butler can look up is asked."""
    from butler_desktop.storage.present_rulebook import present_rulebook

    today = _day(given) or local_date(datetime.now(UTC))
    rulebook = present_rulebook(today)
    form = read_form(given.what, given.entry, rulebook.provinces)
    return rulebook, findings(form, rulebook, today)


def _of_filing(desk: Desk, given: argparse.Namespace) -> tuple[Rulebook, Sequence[Finding]]:
    """With its papers, what was noted, and what was let pass."""
    from butler_desktop.services.filings import facts_of

    if given.entry is not None:
        raise WrongUse(Words("--entry 只用于表单文件。", "--entry is for form files."))
    with desk.workspace.reading() as work:
        filing_id = work.filing_id(given.what)
        facts = facts_of(work, work.dossier_of(filing_id), filing_id)
        today = _day(given) or local_date(work.now)
        form = facts.filing.particulars
        return work.rulebook, findings(form, work.rulebook, today, case=facts.case)


def _day(given: argparse.Namespace) -> date | None:
    try:
        return date.fromisoformat(given.day) if given.day else None
    except ValueError as error:
        raise WrongUse(
            Words(f"“{given.day}”不是日期，写作 2026-03-18。", f"{given.day} is no day.")
        ) from error


COMMANDS = (
    Command(
        "check",
        "按规则检查一份表单或一条备案 checks a form file or a filing by the rules",
        run_check,
        (
            argument("what", metavar="FILE.json|FILING"),
            argument("--entry", metavar="ID", help="文件里的哪一份 which form of the file"),
            argument("--day", metavar="DATE", help="按哪一天检查 as of which day"),
            JSON,
        ),
    ),
)
