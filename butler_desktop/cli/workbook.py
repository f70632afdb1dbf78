"""``workbook export`` and ``workbook import``: the intake workbook that a customer fills in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from butler_desktop.cli.command import (
    DONE,
    JSON,
    REFUSED,
    Command,
    Desk,
    argument,
    print_json,
    readable,
)
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.intake import HOLD_WORDS, IntakeChange, IntakePreview
from butler_desktop.domain.intake_sheet import written
from butler_desktop.domain.masking import masked
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.domain.code_tables import CodeTables

EMPTY = Words("（空）", "(empty)")


def run_export(desk: Desk, given: argparse.Namespace) -> int:
    """Writes the workbook for a filing."""
    from butler_desktop.services.intake import export_intake

    with desk.workspace.reading() as work:
        filing_id = work.filing_id(given.filing)
    target = Path(given.output or f"{given.filing}-信息采集表.xlsx")
    export_intake(desk.workspace, filing_id, target)
    desk.say(Words(f"信息采集表：{target}", f"Intake workbook: {target}"))
    return DONE


def run_import(desk: Desk, given: argparse.Namespace) -> int:
    """Reads a workbook back; with faults nothing is taken unless that is asked."""
    from butler_desktop.services.intake import preview_intake, take_intake

    path = readable(given.file)
    with desk.workspace.reading() as work:
        filing_id = work.filing_id(given.filing)
        view = preview_intake(work, filing_id, path)
    found, tables = view.preview, view.rulebook.tables
    taken: tuple[IntakeChange, ...] = ()
    if found.ready and not given.dry_run and (given.take_good_cells or not found.faults):
        with desk.workspace.editing() as work:
            take_intake(work, filing_id, found.ready)
        taken = found.ready
    if given.json:
        print_json(_document(found, taken, desk.language))
    else:
        _tell(desk, found, taken, tables)
    return REFUSED if found.faults else DONE


def _document(
    found: IntakePreview, taken: tuple[IntakeChange, ...], language: str
) -> dict[str, Any]:
    return {
        "filing": found.filing,
        "taken": len(taken),
        "changes": [
            {
                "cell": change.cell,
                "field": change.path,
                "old": _plain(change.old),
                "new": _plain(change.new),
                "held": change.hold.value if change.hold else None,
                "warning": change.warning.said(language) if change.warning else None,
            }
            for change in found.changes
        ],
        "refused": [
            {
                "cell": fault.cell,
                "field": fault.path or None,
                "value": fault.value,
                "reason": fault.reason.said(language),
            }
            for fault in found.faults
        ],
    }


def _tell(
    desk: Desk, found: IntakePreview, taken: tuple[IntakeChange, ...], tables: "CodeTables"
) -> None:
    for change in found.changes:
        said = Words("{cell}  {field}：{old} → {new}", "{cell}  {field}: {old} → {new}").filled(
            cell=change.cell,
            field=change.words,
            old=_shown(change, change.old, tables),
            new=_shown(change, change.new, tables),
        )
        if change.hold is not None:
            said += Words("（{why}，未采用）", " ({why}; not taken)").filled(
                why=HOLD_WORDS[change.hold]
            )
        desk.say(said)
        if change.warning is not None:
            desk.warn(Words(f"{change.cell}  ", f"{change.cell}  ") + change.warning)
    for fault in found.faults:
        said = Words("{cell}  {field}：{reason}", "{cell}  {field}: {reason}")
        desk.say(said.filled(cell=fault.cell, field=fault.field, reason=fault.reason))
    held = len(found.changes) - len(found.ready)
    desk.say(
        Words(
            f"采用 {len(taken)} 项；待定 {held} 项，有错 {len(found.faults)} 格。",
            f"{len(taken)} changes taken; {held} held, {len(found.faults)} cells refused.",
        )
    )


def _shown(change: IntakeChange, value: Leaf, tables: "CodeTables") -> str | Words:
    """A value in one line, a personal one masked."""
    text = written(change.field, value, tables).replace("\n", "、")
    if not text:
        return EMPTY
    return masked(change.field, text) if change.field.personal else text


def _plain(value: Leaf) -> Any:
    return list(value) if isinstance(value, tuple) else value


COMMANDS = (
    Command(
        "workbook export",
        "导出给客户填的信息采集表 writes the intake workbook for the customer",
        run_export,
        (
            argument("filing", metavar="FILING"),
            argument("-o", "--output", metavar="FILE.xlsx"),
        ),
    ),
    Command(
        "workbook import",
        "读回客户填好的采集表 takes a filled intake workbook in",
        run_import,
        (
            argument("filing", metavar="FILING"),
            argument("file", metavar="FILE.xlsx"),
            argument("--dry-run", action="store_true", help="只检查 checks only"),
            argument(
                "--take-good-cells", action="store_true", help="只采用无错的格 good cells only"
            ),
            JSON,
        ),
    ),
)
