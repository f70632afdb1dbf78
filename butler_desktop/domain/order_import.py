"""Importing orders: what each row of an export says, and what is wrong with it.

A preview is a frozen value; correcting a cell gives a new one. The file itself
is never changed.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from butler_desktop.domain.money import format_yuan, order_price, parse_yuan
from butler_desktop.domain.order_entry import (
    FIELDS,
    MANDATORY,
    EntryFault,
    OrderEntry,
    check_entry,
    tidy,
)
from butler_desktop.errors import ImportRefused
from butler_desktop.words import Words, joined

HEADER_WITHIN = 20
"""The header is looked for in this many first rows."""

TOTALS = ("合计", "总计", "小计", "total")
FORMULA = "\x00formula"
ALIASES: dict[str, str] = {
    "订单编号": "number",
    "客户": "customer",
    "客户姓名": "customer",
    "公司名称": "customer",
    "手机号": "contact_phone",
    "手机": "contact_phone",
    "电话": "contact_phone",
    "邮箱": "contact_email",
    "规格": "service_tier",
    "备案类型": "filing_kind",
    "个数": "ordered_site_count",
    "网站个数": "ordered_site_count",
    "单价": "unit_price",
    "优惠券抵扣": "coupon",
    "代金券抵扣": "voucher",
    "金额": "paid",
    "实付金额": "paid",
    "购买时间": "paid_at",
    "付款时间": "paid_at",
}
"""Other names that columns go by."""


class Judgement(StrEnum):
    """What becomes of a row."""

    GOOD = "good"
    WARNING = "warning"
    KNOWN = "known"
    ERROR = "error"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """One row: its number in the file, its cells by field, and what was found."""

    row: int
    cells: Mapping[str, str]
    judgement: Judgement
    entry: OrderEntry | None
    faults: tuple[EntryFault, ...] = ()
    notice: Words | None = None

    @property
    def words(self) -> Words:
        """The verdict in words."""
        if self.faults:
            return joined([fault.reason for fault in self.faults])
        return self.notice or VERDICT_WORDS[self.judgement]


VERDICT_WORDS = {
    Judgement.GOOD: Words("可导入", "Good"),
    Judgement.WARNING: Words("可导入，有提醒", "Good, with a notice"),
    Judgement.KNOWN: Words("已有，将跳过", "Known, will be skipped"),
    Judgement.ERROR: Words("有错", "Wrong"),
    Judgement.LEFT_OUT: Words("不导入", "Left out"),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """An obvious cure for a faulty row; without a key it leaves the row out."""

    words: Words
    key: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class OrderPreview:
    """All rows of an export, judged. ``columns`` are the fields that the file has."""

    sheet: str
    columns: tuple[str, ...]
    rows: tuple[RowVerdict, ...]
    known_numbers: frozenset[str] = frozenset()
    busy_customers: frozenset[str] = frozenset()

    def of(self, *judgements: Judgement) -> tuple[RowVerdict, ...]:
        """The rows of some judgements."""
        return tuple(row for row in self.rows if row.judgement in judgements)

    @property
    def takeable(self) -> tuple[OrderEntry, ...]:
        """The orders that would be taken in."""
        rows = self.of(Judgement.GOOD, Judgement.WARNING)
        return tuple(row.entry for row in rows if row.entry is not None)

    def with_cell(self, row: int, key: str, value: str) -> "OrderPreview":
        """The preview after a cell was corrected; that row and repeated numbers are judged anew."""
        cells = [
            dict(verdict.cells) | ({key: value} if verdict.row == row else {})
            for verdict in self.rows
        ]
        return self._judged(cells, self._left_out())

    def with_row_left_out(self, row: int) -> "OrderPreview":
        """The preview without taking ``row`` in."""
        return self._judged([verdict.cells for verdict in self.rows], self._left_out() | {row})

    def to_json(self) -> dict[str, Any]:
        """Refused cells and known numbers, as the command line tells them."""
        return {
            "taken": 0,
            "refused": [
                {
                    "row": verdict.row,
                    "column": FIELDS[fault.key].zh,
                    "value": fault.value,
                    "reason": fault.reason.zh,
                }
                for verdict in self.of(Judgement.ERROR)
                for fault in verdict.faults
            ],
            "already_known": [
                verdict.cells.get("number", "") for verdict in self.of(Judgement.KNOWN)
            ],
        }

    def _left_out(self) -> frozenset[int]:
        return frozenset(verdict.row for verdict in self.of(Judgement.LEFT_OUT))

    def _judged(
        self, cells: Sequence[Mapping[str, str]], left_out: Collection[int]
    ) -> "OrderPreview":
        numbered = [(verdict.row, own) for verdict, own in zip(self.rows, cells, strict=True)]
        rows = _judge(numbered, self.known_numbers, self.busy_customers, left_out, self.rows)
        return replace(self, rows=rows)


def read_orders(
    sheet: str,
    rows: Sequence[tuple[int, Sequence[str]]],
    known_numbers: Collection[str] = (),
    busy_customers: Collection[str] = (),
) -> OrderPreview:
    """The preview of an export: rows as (number in the file, cells).

    Raises ImportRefused where no header with the needed columns is found.
    """
    place, keys = _header(rows)
    body = [
        (number, {key: cells[at] for key, at in keys.items() if at < len(cells)})
        for number, cells in rows[place + 1 :]
        if not _is_total(cells)
    ]
    known, busy = frozenset(known_numbers), frozenset(busy_customers)
    verdicts = _judge(body, known, busy)
    columns = tuple(key for key in FIELDS if key in keys)
    return OrderPreview(sheet, columns, verdicts, known, busy)


def order_numbers(rows: Sequence[tuple[int, Sequence[str]]]) -> list[str]:
    """The order numbers in an export, for asking which are known. Raises ImportRefused."""
    place, keys = _header(rows)
    at = keys["number"]
    return [tidy(cells[at]) for _, cells in rows[place + 1 :] if at < len(cells) and cells[at]]


def proposals(verdict: RowVerdict) -> tuple[Proposal, ...]:
    """Cures for a faulty row, the likeliest first; leaving it out is the last."""
    found: list[Proposal] = []
    for fault in verdict.faults:
        if fault.key == "paid":
            found += _sum_proposals(verdict.cells)
        elif fault.key == "filing_kind":
            found += [
                Proposal(Words(f"服务类型改为 {kind}", f"Service type {kind}"), "filing_kind", kind)
                for kind in ("首次备案", "新增互联网信息服务")
            ]
    return (*found, Proposal(Words("不导入这一行", "Leave this row out")))


def _sum_proposals(cells: Mapping[str, str]) -> list[Proposal]:
    money = {
        key: parse_yuan(tidy(cells.get(key, ""))) or 0
        for key in ("unit_price", "coupon", "voucher", "paid")
    }
    count = int(tidy(cells.get("ordered_site_count", "0")) or 0)
    price, off = money["unit_price"], money["coupon"] + money["voucher"]
    due = format_yuan(order_price(count, price) - off)
    found = [Proposal(Words(f"金额改为 {due}", f"Sum {due}"), "paid", due)]
    sites, rest = divmod(money["paid"] + off, price) if price else (0, 1)
    if rest == 0 and 0 < sites != count:
        words = Words(f"个数改为 {sites}", f"{sites} sites")
        found.append(Proposal(words, "ordered_site_count", str(sites)))
    return found


def _judge(
    rows: Sequence[tuple[int, Mapping[str, str]]],
    known: frozenset[str],
    busy: frozenset[str],
    left_out: Collection[int] = (),
    before: Sequence[RowVerdict] = (),
) -> tuple[RowVerdict, ...]:
    seen: dict[str, int] = {}
    judged_before = {verdict.row: verdict for verdict in before}
    verdicts = []
    for row, cells in rows:
        if row in left_out:
            verdicts.append(RowVerdict(row, cells, Judgement.LEFT_OUT, None))
            continue
        old = judged_before.get(row)
        number = tidy(cells.get("number", "")).replace(" ", "")
        if old is not None and old.cells == cells and number not in seen and _is_settled(old):
            verdict = old
        else:
            verdict = _judge_row(row, cells, number, seen.get(number), known, busy)
        if number:
            seen.setdefault(number, row)
        verdicts.append(verdict)
    return tuple(verdicts)


def _is_settled(verdict: RowVerdict) -> bool:
    """Whether the verdict cannot change with other rows."""
    return verdict.judgement is not Judgement.LEFT_OUT and not any(
        fault.key == "number" for fault in verdict.faults
    )


def _judge_row(
    row: int,
    cells: Mapping[str, str],
    number: str,
    first_row: int | None,
    known: frozenset[str],
    busy: frozenset[str],
) -> RowVerdict:
    if number in known:
        return RowVerdict(row, cells, Judgement.KNOWN, None)
    formulas = tuple(
        EntryFault(
            key,
            "=",
            Words("单元格是公式，请粘贴为数值", "the cell holds a formula; paste its value"),
        )
        for key, value in cells.items()
        if value == FORMULA
    )
    plain = {key: "" if value == FORMULA else value for key, value in cells.items()}
    entry, faults = check_entry(plain)
    told = {fault.key for fault in formulas}
    faults = (*formulas, *(fault for fault in faults if fault.key not in told))
    if first_row is not None:
        reason = Words(f"与第 {first_row} 行订单号重复", f"repeats the number of row {first_row}")
        faults = (EntryFault("number", cells.get("number", ""), reason), *faults)
    if faults:
        return RowVerdict(row, plain, Judgement.ERROR, None, faults)
    if entry is not None and entry.customer in busy:
        notice = Words("客户已有进行中订单", "the customer has an order in progress")
        return RowVerdict(row, plain, Judgement.WARNING, entry, notice=notice)
    return RowVerdict(row, plain, Judgement.GOOD, entry)


def _header(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, dict[str, int]]:
    best: dict[str, int] = {}
    for place, (_, cells) in enumerate(rows[:HEADER_WITHIN]):
        keys: dict[str, int] = {}
        for at, cell in enumerate(cells):
            key = _key_of(cell)
            if key:
                keys.setdefault(key, at)
        if set(MANDATORY) <= keys.keys():
            return place, keys
        best = max(best, keys, key=len)
    missing = [FIELDS[key] for key in MANDATORY if key not in best]
    raise ImportRefused(
        Words("没有找到表头，缺少列：{columns}。", "No header found; missing: {columns}.").filled(
            columns=joined(missing)
        ),
        Words("用销售控制台导出的订单表。", "Use the sales console's export."),
    )


def _key_of(cell: str) -> str:
    name = tidy(cell).replace(" ", "").replace("（", "(").replace("）", ")")
    for key, words in FIELDS.items():
        if name in {words.zh, words.zh.removesuffix("(元)"), key}:
            return key
    return ALIASES.get(name, "")


def _is_total(cells: Sequence[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return first.strip().lower() in TOTALS
