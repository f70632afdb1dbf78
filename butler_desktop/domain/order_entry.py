"""Order entries: what an order is entered with, by hand or from a file, and its rules.

The same rules judge a typed field and a cell, so that a file cannot bring in
what the window refuses.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.money import UNIT_PRICE_FEN, format_yuan, order_price, parse_yuan
from butler_desktop.domain.validators import email, telephone
from butler_desktop.domain.vocabulary import FILING_KIND_SHORT, FILING_KIND_WORDS, FilingKind
from butler_desktop.words import Words

MOST_SITES = 999
FIELDS: dict[str, Words] = {
    "number": Words("订单号", "Order number"),
    "customer": Words("客户名称", "Customer"),
    "contact_name": Words("联系人", "Contact"),
    "contact_phone": Words("联系电话", "Telephone"),
    "contact_email": Words("电子邮箱", "E-mail"),
    "service_tier": Words("管家规格", "Butler plan"),
    "filing_kind": Words("服务类型", "Service type"),
    "ordered_site_count": Words("备案网站个数", "Sites"),
    "unit_price": Words("单价(元)", "Unit price (yuan)"),
    "coupon": Words("优惠券抵扣(元)", "Coupon (yuan)"),
    "voucher": Words("代金券抵扣(元)", "Voucher (yuan)"),
    "paid": Words("实付金额(元)", "Paid (yuan)"),
    "payment_method": Words("支付方式", "Payment"),
    "paid_at": Words("支付时间", "Paid at"),
    "activation": Words("开通状态", "Provisioning"),
    "remark": Words("备注", "Remark"),
}
"""The fields by key, in the order of the sales console's export."""

MANDATORY = (
    "number",
    "customer",
    "contact_name",
    "contact_phone",
    "filing_kind",
    "ordered_site_count",
    "paid",
    "paid_at",
)


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """One order as entered. Money in fen, ``paid_at`` UTC."""

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
class EntryFault:
    """What is wrong with one field: the text as given, and why."""

    key: str
    value: str
    reason: Words


def check_entry(
    texts: Mapping[str, str], *, number_needed: bool = True
) -> tuple[OrderEntry | None, tuple[EntryFault, ...]]:
    """The entry that ``texts`` (by key of ``FIELDS``) describe, or the faults that prevent it.

    ``unit_price`` left out is the price of the service, coupon and voucher
    are nothing.
    """
    return _Reading(texts, number_needed).result()


class _Reading:
    """One set of texts on its way to an entry; collects faults as it goes."""

    def __init__(self, texts: Mapping[str, str], number_needed: bool) -> None:
        self.texts = {key: tidy(text) for key, text in texts.items()}
        self.seen = texts
        self.number_needed = number_needed
        self.faults: list[EntryFault] = []

    def result(self) -> tuple[OrderEntry | None, tuple[EntryFault, ...]]:
        self._mandatory()
        kind = self._kind()
        count = self._count()
        price = self._money("unit_price", UNIT_PRICE_FEN)
        coupon, voucher = self._money("coupon", 0), self._money("voucher", 0)
        paid = self._money("paid", None)
        self._sum(count, price, coupon, voucher, paid)
        phone, mail = self._phone(), self._mail()
        paid_at = self._time()
        if self.faults:
            return None, tuple(self.faults)
        if kind is None or count is None or price is None or coupon is None or voucher is None:
            raise AssertionError("a field without a value has no fault")
        if paid is None:
            raise AssertionError("a paid sum without a value has no fault")
        told = self.texts.get
        return (
            OrderEntry(
                number=told("number", "").replace(" ", ""),
                customer=told("customer", ""),
                contact_name=told("contact_name", ""),
                contact_phone=phone,
                contact_email=mail,
                service_tier=told("service_tier", "") or "标准版",
                filing_kind=kind,
                ordered_site_count=count,
                unit_price_fen=price,
                coupon_fen=coupon,
                voucher_fen=voucher,
                paid_fen=paid,
                payment_method=told("payment_method", ""),
                paid_at=paid_at,
                activation=told("activation", ""),
                remark=told("remark", ""),
            ),
            (),
        )

    def _fault(self, key: str, zh: str, en: str) -> None:
        if not any(fault.key == key for fault in self.faults):
            self.faults.append(EntryFault(key, self.seen.get(key, ""), Words(zh, en)))

    def _mandatory(self) -> None:
        for key in MANDATORY:
            if key == "number" and not self.number_needed:
                continue
            if not self.texts.get(key):
                words = FIELDS[key]
                self._fault(key, f"{words.zh}为空", f"{words.en} is empty")

    def _kind(self) -> FilingKind | None:
        text = self.texts.get("filing_kind", "")
        for kind in FilingKind:
            if text in {kind.value, FILING_KIND_WORDS[kind].zh, FILING_KIND_SHORT[kind].zh}:
                return kind
        known = "、".join(words.zh for words in FILING_KIND_WORDS.values())
        self._fault(
            "filing_kind",
            f"没有“{text}”这种服务，只有{known}",
            f"there is no service “{text}”; there are {known}",
        )
        return None

    def _count(self) -> int | None:
        text = self.texts.get("ordered_site_count", "")
        number = re.fullmatch(r"([+-]?\d+)(\.0*)?", text)
        if number is None:
            self._fault(
                "ordered_site_count",
                f"网站个数应为整数，现为“{text}”",
                f"the number of sites must be whole, not “{text}”",
            )
        elif int(number[1]) < 1:
            self._fault("ordered_site_count", "网站个数至少 1", "at least one site")
        elif int(number[1]) > MOST_SITES:
            self._fault(
                "ordered_site_count", f"网站个数大于 {MOST_SITES}", f"above {MOST_SITES} sites"
            )
        else:
            return int(number[1])
        return None

    def _money(self, key: str, default: int | None) -> int | None:
        text = self.texts.get(key, "")
        if not text:
            return default
        fen = parse_yuan(text)
        words = FIELDS[key]
        if fen is None:
            self._fault(key, f"“{text}”不是金额", f"“{text}” is no amount")
        elif fen < 0:
            self._fault(key, f"{words.zh}为负数", f"{words.en} is negative")
            return None
        return fen

    def _sum(
        self,
        count: int | None,
        price: int | None,
        coupon: int | None,
        voucher: int | None,
        paid: int | None,
    ) -> None:
        if count is None or price is None or coupon is None or voucher is None:
            return
        total = order_price(count, price)
        if coupon + voucher > total:
            key = "voucher" if voucher > total - coupon else "coupon"
            self._fault(
                key,
                f"抵扣 {format_yuan(coupon + voucher)} 大于总价 {format_yuan(total)}",
                f"{format_yuan(coupon + voucher)} off a price of {format_yuan(total)}",
            )
        elif paid is not None and paid != total - coupon - voucher:
            due = format_yuan(total - coupon - voucher)
            self._fault("paid", f"金额应为 {due}", f"the sum should be {due}")

    def _phone(self) -> str:
        text = self.texts.get("contact_phone", "")
        found = telephone.validate(text)
        if found.fault is not None:
            digits = sum(c.isdecimal() for c in text)
            is_short = digits < 7 or (text.startswith("1") and digits != 11)
            zh = f"号码只有 {digits} 位" if is_short and digits < 11 else found.fault.zh
            en = f"the number has only {digits} digits" if is_short else found.fault.en
            self._fault("contact_phone", zh, en)
        return found.value

    def _mail(self) -> str:
        text = self.texts.get("contact_email", "")
        if not text:
            return ""
        found = email.validate(text)
        if found.fault is not None:
            self._fault("contact_email", f"邮箱{found.fault.zh}", f"e-mail: {found.fault.en}")
        return found.value

    def _time(self) -> datetime | None:
        text = self.texts.get("paid_at", "")
        at = parse_local_time(text)
        if at is None:
            self._fault("paid_at", f"日期不存在：{text}", f"there is no such time: {text}")
        return at


_FORMS = (
    re.compile(
        r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"
        r"(?:[ T]*(?P<H>\d{1,2})[:时](?P<M>\d{1,2})(?:[:分](?P<S>\d{1,2}))?秒?分?)?"
    ),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
)
EXCEL_ORIGIN = datetime(1899, 12, 30, tzinfo=SHANGHAI)
EXCEL_DAYS = range(20_000, 80_000)
"""Serial days from 1954 to 2119: a number in that range is a date cell without its format."""


def parse_local_time(text: str) -> datetime | None:
    """The UTC time that a text in Shanghai's time names, in any form that exports use."""
    text = tidy(text)
    for form in _FORMS:
        if match := form.fullmatch(text):
            numbers = {name: int(value or 0) for name, value in match.groupdict().items()}
            try:
                at = datetime(
                    numbers["y"],
                    numbers["m"],
                    numbers["d"],
                    numbers.get("H", 0),
                    numbers.get("M", 0),
                    numbers.get("S", 0),
                    tzinfo=SHANGHAI,
                )
            except ValueError:
                return None
            return at.astimezone(UTC)
    if re.fullmatch(r"\d{5}(\.\d+)?", text) and int(float(text)) in EXCEL_DAYS:
        seconds = round(float(text) * 86_400)
        return (EXCEL_ORIGIN + timedelta(seconds=seconds)).astimezone(UTC)
    return None


def tidy(text: str) -> str:
    """The text without outer and invisible characters, full-width forms made half-width."""
    shown = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Cc"})
    return "".join(_NARROW.get(c, c) for c in shown).strip()


_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)} | {
    "\u3000": " ",
    "．": ".",
    "－": "-",
    "：": ":",
    "／": "/",
}
