"""``check-rulebook``: whether the rulebook is whole."""

import argparse
from pathlib import Path

from butler_desktop.cli.command import DONE, JSON, REFUSED, Command, Desk, argument, print_json
from butler_desktop.words import Words


def run_check_rulebook(desk: Desk, given: argparse.Namespace) -> int:
    """One line a fault, with its file and row. Raises RulebookWrong where a file cannot be read."""
    from butler_desktop import resources
    from butler_desktop.domain.province_keys import READ_KEYS
    from butler_desktop.domain.rulebook_faults import rulebook_faults
    from butler_desktop.storage.rulebook import read_rulebook

    folder = Path(given.folder) if given.folder else resources.folder("rulebook")
    rulebook = read_rulebook(folder)
    found = rulebook_faults(rulebook, READ_KEYS)
    if given.json:
        print_json(
            [
                {"file": it.file, "row": it.row, "fault": it.words.said(desk.language)}
                for it in found
            ]
        )
        return REFUSED if found else DONE
    for fault in found:
        print(f"{fault.file}  {fault.row}  {fault.words.said(desk.language)}")
    if not found:
        rules = len(rulebook.checks) + sum(1 for _ in rulebook.province_rules)
        whole = Words(
            "规则库 {version} 版完整：{provinces} 省，{rules} 条规则，{papers} 种材料，"
            "{sources} 个来源。",
            "The rulebook of {version} is whole: {provinces} provinces, {rules} rules, "
            "{papers} papers, {sources} sources.",
        )
        desk.say(
            whole.filled(
                version=rulebook.version,
                provinces=len(rulebook.provinces.rows),
                rules=rules,
                papers=len(rulebook.materials.rows),
                sources=len(rulebook.sources),
            )
        )
    return REFUSED if found else DONE


COMMANDS = (
    Command(
        "check-rulebook",
        "检查规则库是否完整 whether the rulebook is whole",
        run_check_rulebook,
        (argument("folder", nargs="?", metavar="FOLDER"), JSON),
    ),
)
