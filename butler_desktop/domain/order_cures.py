"""Order cures: what a faulty row most likely meant, each cure one act away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from butler_desktop.domain.entry_fault import EntryFault
from butler_desktop.domain.money import format_yuan, parse_yuan
from butler_desktop.domain.order_entry import MOST_SITES
from butler_desktop.domain.order_fields import FIELDS, MANDATORY
from butler_desktop.domain.order_import import Judgement, OrderPreview, RowVerdict
from butler_desktop.domain.validators import tidy
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS
from butler_desktop.words import Words

LEAVE_OUT = "leave_out"
TAKE = "take"


@dataclass(frozen=True, slots=True)
class Cure:
    """A new value for the cell of ``key``; or, by ``key`` LEAVE_OUT or TAKE, the row's own fate."""

    words: Words
    key: str
    value: str = ""

    def applied(self, preview: OrderPreview, row: int) -> OrderPreview:
        """The preview with ``row`` cured."""
        if self.key == LEAVE_OUT:
            return preview.with_row_left_out(row)
        if self.key == TAKE:
            return preview.with_row_taken(row)
        return preview.with_cell(row, self.key, self.value)


def cures(verdict: RowVerdict) -> tuple[Cure, ...]:
    """The cures for a row, the likeliest first, then leaving it out (or taking it after all)."""
    if verdict.judgement is Judgement.KNOWN:
        return ()
    if verdict.judgement is Judgement.LEFT_OUT:
        return (Cure(Words("导入这一行", "Take this row"), TAKE),)
    found = [cure for fault in verdict.faults for cure in _cures_of(fault, verdict)]
    return (*found, Cure(Words("不导入这一行", "Leave this row out"), LEAVE_OUT))


def _cures_of(fault: EntryFault, verdict: RowVerdict) -> Iterator[Cure]:
    sums = _Sums(verdict.cells, verdict.price_fen or 0)
    match fault.key:
        case "paid":
            if sums.due >= 0 and sums.count:
                yield _set("paid", format_yuan(sums.due))
            yield from _site_count(sums)
        case "ordered_site_count":
            yield from _site_count(sums)
        case "voucher" | "coupon":
            other = sums.coupon if fault.key == "voucher" else sums.voucher
            off = sums.count * sums.price - other - sums.paid
            if sums.count and off >= 0:
                yield _set(fault.key, format_yuan(off))
        case "filing_kind":
            for kind in FILING_KIND_WORDS.values():
                yield _set("filing_kind", kind.zh, kind)
    if fault.key not in MANDATORY and fault.key not in {"voucher", "coupon"}:
        name = FIELDS[fault.key]
        words = Words("{name}留空", "{name}: nothing").filled(name=name)
        yield Cure(words, fault.key)


def _site_count(sums: "_Sums") -> Iterator[Cure]:
    """The number of sites that the paid sum is right for."""
    sites, rest = divmod(sums.paid + sums.off, sums.price) if sums.price > 0 else (0, 1)
    if rest == 0 and 0 < sites <= MOST_SITES and sites != sums.count:
        yield _set("ordered_site_count", str(sites))


def _set(key: str, value: str, shown: Words | None = None) -> Cure:
    shown = shown or Words(value, value)
    return Cure(_SET_WORDS[key].filled(value=shown), key, value)


_SET_WORDS = {
    "paid": Words("金额改为 {value}", "Sum to {value}"),
    "ordered_site_count": Words("个数改为 {value}", "Sites to {value}"),
    "coupon": Words("优惠券改为 {value}", "Coupon to {value}"),
    "voucher": Words("代金券改为 {value}", "Voucher to {value}"),
    "filing_kind": Words("改为{value}", "{value}"),
}


class _Sums:
    """The amounts of a row in fen, as far as they can be read; what cannot counts as nothing."""

    def __init__(self, cells: Mapping[str, str], listed_fen: int) -> None:
        def fen(key: str, default: int = 0) -> int:
            text = tidy.compact(cells.get(key, ""))
            return (parse_yuan(text) or 0) if text else default

        count = tidy.compact(cells.get("ordered_site_count", ""))
        self.count = int(count) if count.isdecimal() and len(count) < 10 else 0
        self.price = fen("unit_price", listed_fen)
        self.coupon, self.voucher, self.paid = fen("coupon"), fen("voucher"), fen("paid")
        self.off = self.coupon + self.voucher
        self.due = self.count * self.price - self.off
