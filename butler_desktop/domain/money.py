"""Money: integer fen, never a float."""

import re
from decimal import Decimal

_AMOUNT = re.compile(r"^[+-]?\d+(\.\d{1,2})?$")


def parse_yuan(text: str) -> int | None:
    """The fen in an amount of yuan as people write it (``1,200.00``, ``￥600``), or None.

    More than two decimals is no amount of money, so it is None as well.
    """
    plain = text.strip().translate(_HALF_WIDTH).replace(",", "").strip("¥￥元 ")
    if not _AMOUNT.match(plain):
        return None
    return int(Decimal(plain) * 100)


def format_yuan(fen: int) -> str:
    """``1,200.00``."""
    sign, fen = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{fen // 100:,}.{fen % 100:02d}"


def order_price(site_count: int, unit_price_fen: int) -> int:
    """The price of an order before coupons and vouchers, in fen."""
    return site_count * unit_price_fen


_HALF_WIDTH = {ord(c): ord("0") + i for i, c in enumerate("０１２３４５６７８９")} | {
    ord("．"): ord("."),
    ord("，"): ord(","),
    ord("－"): ord("-"),
}
