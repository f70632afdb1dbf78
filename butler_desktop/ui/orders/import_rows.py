"""The rows of an import as its list shows them: the verdict in words, the bad cell framed."""

from collections.abc import Callable

from butler_desktop.domain.local_time import local
from butler_desktop.domain.masking import masked_email, masked_phone
from butler_desktop.domain.money import format_yuan, parse_yuan
from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.domain.order_import import Judgement, OrderPreview, RowVerdict
from butler_desktop.domain.validators import tidy
from butler_desktop.domain.written_time import parse_local_time
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.columns import Align, Cell, Column
from butler_desktop.words import Words

LOOKS = {
    Judgement.GOOD: ("circle-check", "green"),
    Judgement.WARNING: ("triangle-alert", "amber"),
    Judgement.KNOWN: ("copy-check", "text_3"),
    Judgement.ERROR: ("circle-x", "red"),
    Judgement.LEFT_OUT: ("ban", "text_3"),
}
"""Icon and ink of each judgement."""

AROUND = 2
"""Rows shown before and after a faulty one."""

_WORDS = {
    "customer": Words("客户", "Customer"),
    "contact_phone": Words("手机号", "Telephone"),
    "ordered_site_count": Words("个数", "Sites"),
    "paid": Words("金额", "Paid"),
    "paid_at": Words("购买时间", "Bought at"),
}
_WIDTHS = {
    "number": 124,
    "customer": 168,
    "contact_name": 70,
    "contact_phone": 106,
    "ordered_site_count": 54,
    "paid": 84,
    "paid_at": 144,
}
_EMPTY = Words("（空）", "(empty)")
_MONEY = frozenset(("unit_price", "coupon", "voucher", "paid"))
_RIGHT = _MONEY | {"ordered_site_count"}


def columns_of(preview: OrderPreview) -> tuple[Column, ...]:
    """The columns of the list: the usual ones, and each other one of which something is told."""
    told = {it.key for row in preview.rows for it in (*row.faults, *row.notices)}
    keys = [*_WIDTHS, *(key for key in FIELDS if key in told and key not in _WIDTHS)]
    return (
        Column("row", Words("行", "Row"), lambda r: Cell(str(r.row), ink="text_3"), 50),
        Column("verdict", Words("检查结果", "Verdict"), _verdict, 160),
        *(_column(key) for key in keys),
    )


def rows_of(preview: OrderPreview, judgement: Judgement | None) -> list[int]:
    """The numbers of the rows that a filter shows; faulty ones with those around them."""
    if judgement is None:
        return [row.row for row in preview.rows]
    if judgement is not Judgement.ERROR:
        return [row.row for row in preview.of(judgement)]
    near: set[int] = set()
    for place, row in enumerate(preview.rows):
        if row.judgement is Judgement.ERROR:
            near.update(range(max(place - AROUND, 0), min(place + AROUND + 1, len(preview.rows))))
    return [preview.rows[place].row for place in sorted(near)]


def _column(key: str) -> Column:
    def cell(row: RowVerdict) -> Cell:
        return _cell(row, key)

    align = Align.RIGHT if key in _RIGHT else Align.LEFT
    words = _WORDS.get(key, FIELDS[key])
    return Column(key, words, cell, _WIDTHS.get(key, 120), align=align, stretch=key == "customer")


def _verdict(row: RowVerdict) -> Cell:
    icon, ink = LOOKS[row.judgement]
    told = row.faults or row.notices
    tip = "\n".join(said(it.reason) for it in told) or said(row.words)
    return Cell(said(row.words), ink=ink, icon=icon, tip=tip)


def _cell(row: RowVerdict, key: str) -> Cell:
    text, ink, frame = _text(row, key), "text", ""
    if row.fault_of(key) is not None:
        text, ink, frame = text or said(_EMPTY), "red", "red"
    elif row.judgement is Judgement.KNOWN and key == "number":
        ink, frame = "text_2", "grey"
    elif row.has_notice(key):
        ink, frame = "amber", "amber"
    elif row.judgement is Judgement.LEFT_OUT:
        ink = "text_3"
    tip = text if key in {"customer", "remark"} else ""
    return Cell(text, ink=ink, frame=frame, tip=tip)


def _text(row: RowVerdict, key: str) -> str:
    """A cell in the form that the list shows; as the file has it where it cannot be read."""
    text = row.cells.get(key, "").strip()
    if not text:
        return ""
    if key in _MASKED:
        return _MASKED[key](text)
    if key in _MONEY and (fen := parse_yuan(tidy.compact(text))) is not None:
        return format_yuan(fen)
    if key == "paid_at" and (at := parse_local_time(text)) is not None:
        return f"{local(at):%Y-%m-%d %H:%M}"
    return tidy.compact(text) if key == "ordered_site_count" else text


_MASKED: dict[str, Callable[[str], str]] = {
    "contact_phone": lambda text: masked_phone(tidy.phone(text)),
    "contact_email": masked_email,
}
