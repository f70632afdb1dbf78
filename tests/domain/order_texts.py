"""The texts of an order without a fault; a test names only what it is about."""

from datetime import date

from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.domain.order_sheet import OrderSheet, SheetRow
from butler_desktop.domain.price_table import Price, PriceTable
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.words import Words

PRICES = PriceTable(
    (Price(Words("标准版", "Standard"), date(2020, 1, 1), dict.fromkeys(FilingKind, 60_000)),)
)
HEAD = tuple(words.zh for words in FIELDS.values())
GOOD = {
    "number": "DD-260318-0105",
    "customer": "金华婺江五金有限公司",
    "contact_name": "施女士",
    "contact_phone": "13612342957",
    "contact_email": "",
    "service_tier": "标准版",
    "filing_kind": "首次备案",
    "ordered_site_count": "2",
    "unit_price": "600",
    "coupon": "0",
    "voucher": "0",
    "paid": "1,200.00",
    "payment_method": "支付宝",
    "paid_at": "2026-03-18 09:58",
    "activation": "已开通",
    "remark": "",
}


def a_sheet(*entries: dict[str, str]) -> OrderSheet:
    """An export with the header in row 4 and an order per entry from row 5 on."""
    rows = [SheetRow(1, ("备案管家订单记录导出",)), SheetRow(4, HEAD)]
    rows += [SheetRow(n, tuple((GOOD | e).values())) for n, e in enumerate(entries, start=5)]
    return OrderSheet("订单.xlsx", "订单", tuple(rows))
