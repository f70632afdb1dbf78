"""Order entries: what an order is entered with, by hand or from a file, and its rules.

The same rules judge a typed field and a cell, so that a file cannot bring in
what the window refuses.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain import entry_fault
from butler_desktop.domain.entry_fault import EntryFault
from butler_desktop.domain.money import order_price, parse_yuan
from butler_desktop.domain.order import Order
from butler_desktop.domain.order_fields import FIELDS, MANDATORY
from butler_desktop.domain.price_table import PriceTable
from butler_desktop.domain.validators import email, mobile, telephone, tidy
from butler_desktop.domain.vocabulary import FILING_KIND_SHORT, FILING_KIND_WORDS, FilingKind
from butler_desktop.domain.written_time import looks_like_time, parse_local_time

MOST_SITES = 999
MOST_CHARACTERS = 500
PAYMENT = ("paid", "payment_method", "paid_at")
"""The fields that an order gets when it is paid."""

_FORMULA = re.compile(r"\s*=(?!=)")
_COUNT = re.compile(r"([+-]?\d+)(?:\.0*)?个?")
_SHORTENED = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
_SUMMED = {"ordered_site_count", "service_tier", "unit_price", "coupon", "voucher", "paid"}
_KINDS = {
    name: kind
    for kind in FilingKind
    for name in (kind.value, FILING_KIND_WORDS[kind].zh, FILING_KIND_SHORT[kind].zh)
}


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """One order as entered. Money in fen, ``paid_at`` UTC: None where it is not paid yet."""

    number: str
    customer: str
    contact_name: str
    contact_phone: str
    contact_email: str
    service_tier: str
    filing_kind: FilingKind
    ordered_site_count: int
    unit_price_fen: int
    coupon_fen: int
    voucher_fen: int
    paid_fen: int
    payment_method: str
    paid_at: datetime | None
    activation: str
    remark: str


@dataclass(frozen=True, slots=True)
class Payment:
    """What an order was paid with. Money in fen, times UTC."""

    paid_fen: int
    payment_method: str
    paid_at: datetime


def check_entry(
    texts: Mapping[str, str],
    prices: PriceTable,
    *,
    number_needed: bool = True,
    unpaid_at: datetime | None = None,
) -> tuple[OrderEntry | None, tuple[EntryFault, ...]]:
    """The entry that ``texts`` (by key of ``FIELDS``) describe, or the faults that prevent it.

    ``unit_price`` left out is the price in force when it was bought, coupon
    and voucher are nothing, the plan is the standard one. An order that is not
    paid yet is bought at ``unpaid_at``; what the texts say of a payment is left out.
    """
    asked: tuple[str, ...] = MANDATORY if number_needed else MANDATORY[1:]
    if unpaid_at is not None:
        texts = {key: text for key, text in texts.items() if key not in PAYMENT}
        asked = tuple(key for key in asked if key not in PAYMENT)
    return _Reading(texts, asked).entry(prices, unpaid_at)


def check_payment(
    order: Order, texts: Mapping[str, str]
) -> tuple[Payment | None, tuple[EntryFault, ...]]:
    """The payment of ``order`` that ``texts`` describe, or the faults that prevent it."""
    return _Reading(texts, ("paid", "paid_at")).payment(order)


def price_in_force(
    texts: Mapping[str, str], prices: PriceTable, at: datetime | None = None
) -> int | None:
    """The table's unit price in fen for what ``texts`` say, bought ``at`` or when they say.

    None where they do not say enough, or the table has no such tier then.
    """
    kind = _kind(texts.get("filing_kind", ""))
    at = at or parse_local_time(texts.get("paid_at", ""))
    row = prices.in_force(_tier(texts, prices), at) if at else None
    return row.fen[kind] if row and kind else None


def price_notice(entry: OrderEntry, prices: PriceTable) -> EntryFault | None:
    """What is said where a paid order's unit price is not that of the table: it is taken."""
    if entry.paid_at is None:
        return None
    row = prices.in_force(entry.service_tier, entry.paid_at)
    if row is None:
        return entry_fault.unknown_tier(entry.service_tier)
    listed = row.fen[entry.filing_kind]
    if listed == entry.unit_price_fen:
        return None
    return entry_fault.other_price(entry.unit_price_fen, listed, row.effective_from)


def _kind(given: str) -> FilingKind | None:
    return _KINDS.get(given) or _KINDS.get(tidy.compact(given))


def _tier(texts: Mapping[str, str], prices: PriceTable) -> str:
    return tidy.prose(texts.get("service_tier", "")) or prices.standard


def number_of(text: str) -> str:
    """An order number as it is kept: half-width, without spaces."""
    return tidy.compact(text)


class _Reading:
    """One set of texts on its way to an entry; collects the first fault of each field.

    A faulty field reads as some value of its type: nothing is made of it, for
    there is no entry where there is a fault.
    """

    def __init__(self, texts: Mapping[str, str], mandatory: tuple[str, ...]) -> None:
        self._texts = texts
        self._faults: dict[str, EntryFault] = {}
        self._mandatory = mandatory

    def entry(
        self, prices: PriceTable, unpaid_at: datetime | None
    ) -> tuple[OrderEntry | None, tuple[EntryFault, ...]]:
        self._check_texts()
        kind = self._filing_kind()
        paid_at = None if unpaid_at else self._time()
        price = self._unit_price(prices, unpaid_at)
        entry = OrderEntry(
            number=self._number(),
            customer=self._prose("customer"),
            contact_name=self._prose("contact_name"),
            contact_phone=self._phone(),
            contact_email=self._mail(),
            service_tier=_tier(self._texts, prices),
            filing_kind=kind,
            ordered_site_count=self._count(),
            unit_price_fen=price or 0,
            coupon_fen=self._money("coupon", 0),
            voucher_fen=self._money("voucher", 0),
            paid_fen=self._money("paid", 0),
            payment_method=self._prose("payment_method"),
            paid_at=paid_at,
            activation=self._prose("activation"),
            remark=self._prose("remark"),
        )
        if price is not None:
            self._check_sum(entry, None if unpaid_at else entry.paid_fen)
        return (None, self._found()) if self._faults else (entry, ())

    def payment(self, order: Order) -> tuple[Payment | None, tuple[EntryFault, ...]]:
        self._check_texts()
        paid, method, at = self._money("paid", 0), self._prose("payment_method"), self._time()
        self._check_sum(order, paid)
        if self._faults or at is None:
            return None, self._found()
        return Payment(paid, method, at), ()

    def _found(self) -> tuple[EntryFault, ...]:
        return tuple(self._faults[key] for key in FIELDS if key in self._faults)

    def _given(self, key: str) -> str:
        return self._texts.get(key, "")

    def _prose(self, key: str) -> str:
        return tidy.prose(self._given(key))

    def _add(self, fault: EntryFault) -> None:
        self._faults.setdefault(fault.key, fault)

    def _check_texts(self) -> None:
        """What may be wrong with any field: a formula, nothing, far too much."""
        for key in FIELDS:
            text = self._given(key)
            if _FORMULA.match(text):
                self._add(entry_fault.formula(key, text))
            elif key in self._mandatory and not tidy.prose(text):
                self._add(entry_fault.empty(key, text))
            elif len(text) > MOST_CHARACTERS:
                self._add(entry_fault.too_long(key, text, MOST_CHARACTERS))

    def _number(self) -> str:
        number = number_of(self._given("number"))
        if _SHORTENED.fullmatch(number):
            self._add(entry_fault.shortened_number("number", self._given("number")))
        return number

    def _filing_kind(self) -> FilingKind:
        given = self._given("filing_kind")
        kind = _kind(given)
        if kind is None:
            self._add(entry_fault.unknown_kind("filing_kind", given))
        return kind or FilingKind.FIRST_FILING

    def _count(self) -> int:
        key, given = "ordered_site_count", self._given("ordered_site_count")
        written = _COUNT.fullmatch(tidy.compact(given))
        count = int(written[1]) if written and len(written[1]) < 10 else 0
        if written is None:
            self._add(entry_fault.not_whole(key, given))
        elif count > MOST_SITES or len(written[1]) >= 10:
            self._add(entry_fault.too_many(key, given, MOST_SITES))
        elif count < 1:
            self._add(entry_fault.too_few(key, given))
        return count

    def _money(self, key: str, default: int) -> int:
        given = self._given(key)
        if not (text := tidy.compact(given)):
            return default
        fen = parse_yuan(text)
        if fen is None:
            self._add(entry_fault.not_money(key, given))
        elif fen < 0:
            self._add(entry_fault.negative(key, given))
        return fen or 0

    def _unit_price(self, prices: PriceTable, unpaid_at: datetime | None) -> int | None:
        if tidy.compact(self._given("unit_price")):
            return self._money("unit_price", 0)
        price = price_in_force(self._texts, prices, unpaid_at)
        if price is None and not self._faults.keys() & {"filing_kind", "paid_at"}:
            self._add(entry_fault.unknown_tier(_tier(self._texts, prices)))
        return price

    def _check_sum(self, entry: OrderEntry | Order, paid_fen: int | None) -> None:
        """Paid = unit price x sites - coupon - voucher (data/README); no more is taken off."""
        if self._faults.keys() & _SUMMED:
            return
        count, price = entry.ordered_site_count, entry.unit_price_fen
        total, off = order_price(count, price), entry.coupon_fen + entry.voucher_fen
        if off > total:
            key = "voucher" if entry.voucher_fen > total - entry.coupon_fen >= 0 else "coupon"
            self._add(entry_fault.above_price(key, self._given(key), off, total))
        elif paid_fen is not None and paid_fen != total - off:
            given = self._given("paid")
            self._add(entry_fault.wrong_sum(given, count, price, off, paid_fen))

    def _phone(self) -> str:
        key, given = "contact_phone", self._given("contact_phone")
        found = telephone.validate(given)
        if found.fault is not None:
            digits = found.value.replace("-", "")
            as_mobile = mobile.validate(digits).fault if digits.startswith("1") else None
            self._add(entry_fault.bad_phone(key, given, as_mobile, found.fault))
        return found.value

    def _mail(self) -> str:
        given = self._given("contact_email")
        if not tidy.compact(given):
            return ""
        found = email.validate(given)
        if found.fault is not None:
            self._add(entry_fault.bad_email("contact_email", given, found.fault))
        return found.value

    def _time(self) -> datetime | None:
        given = self._given("paid_at")
        at = parse_local_time(given)
        if at is None:
            is_time = looks_like_time(given)
            self._add(entry_fault.no_time("paid_at", given, is_written_as_time=is_time))
        return at
