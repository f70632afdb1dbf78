"""Purchase card: what was bought at which price, how it was paid, what was agreed."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.order import Order
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS
from butler_desktop.services.orders import OrderView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text

DOT = " ・ "


def purchase_card(view: OrderView, now: datetime) -> QWidget:
    """The facts of the purchase, a line each."""
    order = view.dossier.order
    card = Card()
    column = VBox(card, sides=(14, 10, 14, 10), gap=4)
    paid = translate("PurchaseCard", "not paid yet")
    if order.paid_at is not None:
        at = said(near_moment_text(order.paid_at, now))
        paid = DOT.join(it for it in (order.payment_method, at, order.activation) if it)
    for label, words in (
        (translate("PurchaseCard", "Plan"), _plan(order)),
        (translate("PurchaseCard", "Sum"), _sum(order)),
        (translate("PurchaseCard", "Payment"), paid),
        (translate("PurchaseCard", "Agreement"), _agreement(view)),
    ):
        row = HBox(gap=12)
        name = Text(label, Role.META, "text_2")
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(Text(words, Role.META, "text"))
        column.addLayout(row)
    return card


def _plan(order: Order) -> str:
    kind = said(FILING_KIND_WORDS[order.filing_kind])
    return DOT.join(it for it in (order.service_tier, kind) if it)


def _sum(order: Order) -> str:
    """How the sum comes about: 6 × 600.00 − 100.00 = 3,500.00."""
    told = f"{order.ordered_site_count} × {format_yuan(order.unit_price_fen)}"
    for name, off in (
        (translate("PurchaseCard", "coupon"), order.coupon_fen),
        (translate("PurchaseCard", "voucher"), order.voucher_fen),
    ):
        if off:
            told += f" − {name} {format_yuan(off)}"
    due = translate("PurchaseCard", "%1 yuan").replace("%1", format_yuan(order.due_fen))
    return f"{told} ＝ {due}"


def _agreement(view: OrderView) -> str:
    acts = {line.act for line in view.history}
    if "order.place" in acts:
        return translate("PurchaseCard", "agreed to by the customer")
    if "order.import" in acts:
        return translate("PurchaseCard", "agreed to at the sales console")
    return translate("PurchaseCard", "not on record")
