"""``refund``: what of an order could be given back and why; asks for it, and decides."""

import argparse
from typing import TYPE_CHECKING, Any

from butler_desktop.cli.command import (
    DONE,
    JSON,
    Command,
    Desk,
    WrongUse,
    argument,
    print_json,
    print_table,
    text,
)
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.refund import RefundLine
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.services.refunds import RefundView

HEADS = (
    Words("网站", "Site"),
    Words("可退", "Refunded"),
    Words("理由", "Reason"),
    Words("条款", "Clause"),
    Words("金额(元)", "Amount (yuan)"),
)
YES, NO = Words("是", "yes"), Words("否", "no")
NOT_BEGUN = Words("尚未开始", "not begun")
ALL = Words(
    "{sites} 个网站可退，共 {amount} 元（退订规则 {policy} 起）。",
    "{sites} sites are refunded: {amount} yuan (rules of {policy}).",
)
ASKED = Words(
    "已申请退订 {amount} 元。请另一人核准：refund {order} --approve 姓名",
    "{amount} yuan asked back. A second person decides: refund {order} --approve NAME",
)
APPROVED = Words("已退订 {amount} 元。", "{amount} yuan refunded.")
DECLINED = Words("退订未准。", "The refund is declined.")
ONE_OF = Words("--approve 与 --decline 只用一个。", "Give --approve or --decline, not both.")


def run_refund(desk: Desk, given: argparse.Namespace) -> int:
    """Shows the reasons; without ``--dry-run`` asks, approves or declines."""
    from butler_desktop.services import refunds

    if given.approve is not None and given.decline is not None:
        raise WrongUse(ONE_OF)
    with desk.workspace.reading() as work:
        order_id = work.order_id(text(given.order))
        view = refunds.refund_view(work, order_id)
    told = Words("", "") if given.dry_run else _done(desk, given, order_id, view)
    offer = view.offer
    if given.json:
        print_json(
            {
                "refundable_sites": offer.refundable_sites,
                "amount_fen": offer.amount_fen,
                "lines": [one for line in offer.lines for one in _sites(line, desk.language)],
            }
        )
        return DONE
    rows = [_row(line, desk.language) for line in offer.lines]
    print_table([[head.said(desk.language) for head in HEADS], *rows])
    amount = format_yuan(offer.amount_fen)
    desk.say(ALL.filled(sites=offer.refundable_sites, amount=amount, policy=offer.policy))
    for reading in view.readings:
        desk.say(reading.told)
    if told.zh:
        desk.say(told)
    return DONE


def _done(desk: Desk, given: argparse.Namespace, order_id: str, view: "RefundView") -> Words:
    """Asks, approves or declines; says what was done."""
    from butler_desktop.services import refunds

    chosen = {line.filing_id for line in view.offer.lines if _is_meant(line, given.site or ())}
    with desk.workspace.editing() as work:
        if given.approve is not None:
            done = refunds.approve(work, order_id, text(given.approve))
            return APPROVED.filled(amount=format_yuan(done.amount_fen))
        if given.decline is not None:
            refunds.decline(work, order_id, text(given.reason), text(given.decline))
            return DECLINED
        reason, exception = text(given.reason), text(given.exception)
        done = refunds.ask(work, order_id, chosen, reason, exception)
        return ASKED.filled(amount=format_yuan(done.asked_fen), order=given.order)


def _is_meant(line: RefundLine, named: list[str] | tuple[()]) -> bool:
    """All that is refunded where no site is named; ``-`` names those never begun."""
    return (line.number or "-") in named if named else line.is_refundable


def _sites(line: RefundLine, language: str) -> list[dict[str, Any]]:
    name = line.number or NOT_BEGUN.said(language)
    one = {"site": name, "refundable": line.is_refundable, "reason": line.words.said(language)}
    return [one] * line.site_count


def _row(line: RefundLine, language: str) -> list[str]:
    name = line.number or NOT_BEGUN.said(language)
    return [
        f"{name} × {line.site_count}" if line.site_count > 1 else name,
        (YES if line.is_refundable else NO).said(language),
        line.words.said(language),
        line.basis,
        format_yuan(line.amount_fen) if line.is_refundable else "—",
    ]


COMMANDS = (
    Command(
        "refund",
        "退订试算、申请与核准 what of an order is refunded and why; asks for it, and decides",
        run_refund,
        (
            argument("order", metavar="ORDER"),
            argument("--dry-run", action="store_true", help="只试算 shows it only"),
            argument(
                "--site",
                action="append",
                metavar="FILING",
                help="只退这条备案，可多次；- 为尚未开始的 only this filing; - those not begun",
            ),
            argument("--reason", default="", help="原因 why"),
            argument("--exception", default="", metavar="WHY", help="特殊原因 a special reason"),
            argument("--approve", metavar="NAME", help="由此人核准 this person approves"),
            argument("--decline", metavar="NAME", help="由此人不准 this person declines"),
            JSON,
        ),
    ),
)
