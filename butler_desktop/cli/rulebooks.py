"""``rulebook``: list the rulebooks, take a newer one in, publish one of one's own."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from butler_desktop.cli.command import (
    DONE,
    JSON,
    Command,
    Desk,
    argument,
    print_json,
    print_table,
    readable,
)
from butler_desktop.domain.verdict_change import VerdictChange
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.domain.checks import Finding
    from butler_desktop.services.rulebooks import Rulebooks

SHIPPED = Words("随程序", "with the program")


def run_list(desk: Desk, given: argparse.Namespace) -> int:
    """The rulebook in force first, then those that were taken in."""
    from butler_desktop.services.rulebooks import rulebooks

    with desk.workspace.reading() as work:
        found = rulebooks(work)
    rows = _rows(found, desk)
    if given.json:
        print_json(rows)
        return DONE
    heads = {
        "version": Words("版本", "version"),
        "effective_from": Words("自", "from"),
        "signed_by": Words("签名", "signed by"),
        "in_force": Words("使用中", "in force"),
        "fault": Words("说明", "note"),
    }
    table = [[words.said(desk.language) for words in heads.values()]]
    table += [[_cell(row[key], desk) for key in heads] for row in rows]
    print_table(table)
    return DONE


def _rows(found: "Rulebooks", desk: Desk) -> list[dict[str, Any]]:
    shipped = found.shipped
    rows = [_row(shipped.version, shipped.effective_from, "", found)]
    for taken in found.taken:
        if (it := taken.package) is not None:
            rows.append(_row(it.version, it.effective_from, it.key.fingerprint, found))
        elif taken.error is not None:
            fault = taken.error.sentence.said(desk.language)
            rows.append({**dict.fromkeys(rows[0]), "version": taken.file.name, "fault": fault})
    return rows


def _row(version: str, day: date, signed_by: str, found: "Rulebooks") -> dict[str, Any]:
    present = found.present
    return {
        "version": version,
        "effective_from": day.isoformat(),
        "signed_by": signed_by or None,
        "in_force": (version, signed_by) == (present.version, present.signed_by),
        "fault": None,
    }


def _cell(value: object, desk: Desk) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return Words("是", "yes").said(desk.language) if value else ""
    return str(value)


def run_take(desk: Desk, given: argparse.Namespace) -> int:
    """Says what would change; takes the rulebook in unless it is a dry run."""
    from butler_desktop.services.rulebooks import preview_rulebook, take_rulebook

    seen = preview_rulebook(desk.workspace, readable(given.file))
    if not given.dry_run:
        take_rulebook(seen)
    book = seen.rulebook
    if given.json:
        print_json(
            {
                "version": book.version,
                "effective_from": book.effective_from.isoformat(),
                "signed_by": book.signed_by,
                "taken": not given.dry_run,
                "checked": seen.checked,
                "changes": [_change(it, desk) for it in seen.changes],
            }
        )
        return DONE
    for change in seen.changes:
        print(f"{change.number}  {change.customer}")
        for mark, lines in (("+", change.added), ("-", change.gone)):
            for it in lines:
                print(f"  {mark} {it.rule} {it.severity}  {it.message.said(desk.language)}")
        for mark, papers in (("+", change.papers_added), ("-", change.papers_gone)):
            for words in papers:
                print(f"  {mark} {words.said(desk.language)}")
    desk.say(
        Words(
            "规则库 {version} 版，自 {day} 起使用，签名 {key} 有效。看过 {checked} 条在办备案，"
            "{count} 条的结论会变。",
            "The rulebook of {version}, in force from {day}, signed by {key}. {checked} open"
            " filings looked at; the verdict of {count} changes.",
        ).filled(
            version=book.version,
            day=book.effective_from,
            key=book.signed_by,
            checked=seen.checked,
            count=len(seen.changes),
        )
    )
    if not given.dry_run:
        desk.say(Words("已取入，下次打开时使用。", "Taken in; it counts at the next start."))
    return DONE


def _change(change: VerdictChange, desk: Desk) -> dict[str, Any]:
    return {
        "filing": change.number,
        "customer": change.customer,
        "province": change.province,
        "butler": change.butler,
        "added": [_finding(it, desk) for it in change.added],
        "gone": [_finding(it, desk) for it in change.gone],
        "papers_added": [it.said(desk.language) for it in change.papers_added],
        "papers_gone": [it.said(desk.language) for it in change.papers_gone],
    }


def _finding(finding: "Finding", desk: Desk) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "field": finding.path,
        "message": finding.message.said(desk.language),
    }


def run_trust(desk: Desk, given: argparse.Namespace) -> int:
    """Takes a publisher's public key in."""
    from butler_desktop.services.rulebooks import trust_key

    key = trust_key(readable(given.key))
    desk.say(
        Words(
            f"已信任 {key.fingerprint} 签名的规则库。",
            f"Rulebooks signed by {key.fingerprint} are trusted here.",
        )
    )
    return DONE


def run_key(desk: Desk, given: argparse.Namespace) -> int:
    """Makes a key to sign with."""
    from butler_desktop.storage.publisher_key import make_key, public_file

    file = Path(given.file)
    key = make_key(file)
    desk.say(
        Words(
            f"密钥 {key.fingerprint}：{file} 自己保管，{public_file(file)} 公布出去。",
            f"Key {key.fingerprint}: keep {file} to yourself, publish {public_file(file)}.",
        )
    )
    return DONE


def run_pack(desk: Desk, given: argparse.Namespace) -> int:
    """Signs the rulebook of a folder. Raises RulebookWrong where it is not whole."""
    from butler_desktop.storage.publisher_key import private_key
    from butler_desktop.storage.rulebooks import packed_folder
    from butler_desktop.storage.whole_file import write_whole

    rulebook, data = packed_folder(Path(given.folder), private_key(readable(given.key)))
    target = Path(given.output or f"{rulebook.version}.rulebook")
    write_whole(target, data)
    desk.say(
        Words(
            f"规则库 {rulebook.version} 版：{target}", f"Rulebook of {rulebook.version}: {target}"
        )
    )
    return DONE


COMMANDS = (
    Command("rulebook list", "规则库各版 the rulebooks of this machine", run_list, (JSON,)),
    Command(
        "rulebook take",
        "取入新的规则库 takes a newer rulebook in, and lists the filings it changes",
        run_take,
        (
            argument("file", metavar="FILE.rulebook"),
            argument("--dry-run", action="store_true", help="只看不取 only look"),
            JSON,
        ),
    ),
    Command(
        "rulebook trust",
        "收下发布者的公钥 takes a publisher's public key in",
        run_trust,
        (argument("key", metavar="KEY.pem"),),
    ),
    Command(
        "rulebook key",
        "生成签名密钥 makes a key to sign rulebooks with",
        run_key,
        (argument("file", metavar="KEY.pem"),),
    ),
    Command(
        "rulebook pack",
        "签名打包一个规则库 signs the rulebook of a folder",
        run_pack,
        (
            argument("folder", metavar="FOLDER"),
            argument("--key", required=True, metavar="KEY.pem"),
            argument("-o", "--output", metavar="FILE.rulebook"),
        ),
    ),
)
