"""``orders`` and ``import-orders``."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from butler_desktop.cli.command import (
    DONE,
    JSON,
    REFUSED,
    Command,
    Desk,
    argument,
    print_json,
    print_table,
    readable,
)
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.order_states import ORDER_STATE_WORDS, OrderState
from butler_desktop.domain.worklist import Sorting
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.storage.work import Workspace


def run_orders(desk: Desk, given: argparse.Namespace) -> int:
    """All orders with their four counts."""
    from butler_desktop.services.worklist import all_order_rows

    with desk.workspace.reading() as work:
        rows = all_order_rows(work, Sorting("number"))
    if given.json:
        print_json(
            [
                {
                    "number": row.number,
                    "customer": row.customer,
                    "filing_kind": row.filing_kind,
                    "ordered": row.ordered,
                    "delivered": row.delivered,
                    "in_flight": row.in_flight,
                    "remaining": row.remaining,
                    "refunded": row.refunded,
                    "paid_fen": row.paid_fen,
                    "first_contact_due": iso_local(row.first_contact_due),
                    "state": row.state,
                }
                for row in rows
            ]
        )
        return DONE
    heads = (
        Words("订单号", "Order"),
        Words("客户", "Customer"),
        Words("已购", "Ordered"),
        Words("已交付", "Delivered"),
        Words("在途", "In flight"),
        Words("剩余", "Remaining"),
        Words("已退", "Refunded"),
        Words("实付(元)", "Paid (yuan)"),
        Words("状态", "State"),
    )
    print_table(
        [[head.said(desk.language) for head in heads]]
        + [
            [
                row.number,
                row.customer,
                str(row.ordered),
                str(row.delivered),
                str(row.in_flight),
                str(row.remaining),
                str(row.refunded),
                format_yuan(row.paid_fen),
                ORDER_STATE_WORDS[OrderState(row.state)].said(desk.language),
            ]
            for row in rows
        ]
    )
    return DONE


def run_import(desk: Desk, given: argparse.Namespace) -> int:
    """Reads an order workbook and takes the orders in, all or none unless told otherwise."""
    from butler_desktop.services.order_import import preview_orders, take_orders

    path = readable(given.file)
    with _place(desk, given.dry_run) as workspace:
        with workspace.reading() as work:
            preview = preview_orders(work, path)
        told = preview.to_json()
        refused = bool(told["refused"])
        notices = [(it.row, notice) for it in preview.rows for notice in it.notices]
        taking = not given.dry_run and (given.take_good_rows or not refused)
        told["taken"] = take_orders(workspace, preview, given.take_good_rows) if taking else 0
    taken = told["taken"]
    for row, notice in notices:
        warning = Words("第 {row} 行：{reason}", "Row {row}: {reason}")
        desk.warn(warning.filled(row=row, reason=notice.reason))
    if given.json:
        print_json(told)
    else:
        for row in told["refused"]:
            desk.say(
                Words("第 {row} 行 {column}：{reason}", "Row {row}, {column}: {reason}").filled(
                    row=str(row["row"]), column=row["column"], reason=row["reason"]
                )
            )
        desk.say(
            Words(
                f"导入 {taken} 个订单；跳过已有 {len(told['already_known'])} 个，"
                f"有错 {len({row['row'] for row in told['refused']})} 行。",
                f"{taken} orders taken; {len(told['already_known'])} known already, "
                f"{len({row['row'] for row in told['refused']})} rows refused.",
            )
        )
    return REFUSED if refused else DONE


@contextmanager
def _place(desk: Desk, dry_run: bool) -> Iterator["Workspace"]:
    """The workspace to import into, new where there is none; a dry run leaves none behind."""
    if not dry_run or desk.has_workspace:
        yield desk.workspace_or_new
        return
    with tempfile.TemporaryDirectory() as folder:
        scratch = Desk(desk.settings, str(Path(folder) / "dry-run.db"), desk.language)
        yield scratch.workspace_or_new
        scratch.close()


COMMANDS = (
    Command("orders", "列出订单 lists the orders", run_orders, (JSON,)),
    Command(
        "import-orders",
        "导入订单表 takes in an order workbook (.xlsx or .csv)",
        run_import,
        (
            argument("file", metavar="FILE"),
            argument("--dry-run", action="store_true", help="只检查 checks only"),
            argument("--take-good-rows", action="store_true", help="只导入无错的行 good rows only"),
            JSON,
        ),
    ),
)
