"""``shared move``: the work of a file of one's own, moved to a shared database."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from butler_desktop.cli.command import (
    DONE,
    JSON,
    Command,
    Desk,
    argument,
    print_json,
    print_table,
)
from butler_desktop.domain.moved_kinds import MOVED_KINDS
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.services.move import MovePlan, MoveResult


def run_move(desk: Desk, given: argparse.Namespace) -> int:
    """Moves a file's work, or with ``--dry-run`` says what would be moved."""
    from butler_desktop.services.move import move, plan_move

    source = Desk(desk.settings, given.source, desk.language)
    try:
        plan = plan_move(source.workspace, given.url)
        if given.dry_run:
            _tell_plan(desk, plan, in_json=given.json)
        else:
            _tell_result(desk, plan, move(source.workspace, given.url), in_json=given.json)
    finally:
        source.close()
    return DONE


def _tell_plan(desk: Desk, plan: "MovePlan", *, in_json: bool) -> None:
    if in_json:
        print_json(asdict(plan))
        return
    desk.say(
        Words(
            f"将把 {plan.source} 搬到共享库 {plan.target}：",
            f"{plan.source} would be moved to {plan.target}:",
        )
    )
    _print_counts(desk, plan)
    _tell_names(desk, plan)


def _tell_result(desk: Desk, plan: "MovePlan", done: "MoveResult", *, in_json: bool) -> None:
    if in_json:
        print_json(asdict(done) | {"without_role": plan.without_role})
        return
    _print_counts(desk, plan)
    desk.say(
        Words(
            f"已搬到共享库 {done.target}：{done.orders} 个订单逐个核对，全部一致；"
            f"{done.source} 只留作备份。",
            f"Moved to {done.target}: {done.orders} orders compared one by one, all equal;"
            f" {done.source} is kept as a backup.",
        )
    )
    _tell_names(desk, plan)


def _print_counts(desk: Desk, plan: "MovePlan") -> None:
    rows = [
        [words.said(desk.language), str(plan.counts[kind])] for kind, words in MOVED_KINDS.items()
    ]
    files = Words("附件", "Files").said(desk.language)
    print_table([*rows, [files, f"{plan.blobs} ({plan.blob_bytes} B)"]])


def _tell_names(desk: Desk, plan: "MovePlan") -> None:
    if plan.without_role:
        desk.say(
            Words(
                "还不能登录共享库的姓名（用 shared add-butler 添加）：{zh}",
                "Names that cannot sign in yet (shared add-butler): {en}",
            ).filled(zh="、".join(plan.without_role), en=", ".join(plan.without_role))
        )


COMMANDS = (
    Command(
        "shared move",
        "把本机文件搬到共享库 moves a file's work to a shared database, as its owner",
        run_move,
        (
            argument("url", metavar="URL", help="postgresql://owner@server/database"),
            argument("--from", dest="source", metavar="FILE", required=True, help="the file"),
            argument("--dry-run", action="store_true", help="只核对，不搬 only says what it is"),
            JSON,
        ),
    ),
)
