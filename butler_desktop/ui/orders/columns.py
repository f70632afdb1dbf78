"""The order list's columns: the customer, the four counts as links, the first contact."""

from collections.abc import Callable
from operator import attrgetter

from butler_desktop.domain.masking import masked_phone
from butler_desktop.domain.order_states import ORDER_STATE_WORDS, OrderState
from butler_desktop.domain.table import Kind, TableColumn
from butler_desktop.domain.worklist import OrderRow
from butler_desktop.services.list_export import ExportColumn
from butler_desktop.ui.i18n import CHINESE, language, said
from butler_desktop.ui.kit.columns import Align, Cell, Column
from butler_desktop.ui.kit.due import DueText
from butler_desktop.words import Words

DOT = " ・ "
COUNTS = {
    "ordered": Words("已购", "Ordered"),
    "delivered": Words("已交付", "Delivered"),
    "in_flight": Words("在途", "In flight"),
    "remaining": Words("剩余", "Remaining"),
    "refunded": Words("已退", "Refunded"),
}
"""The count columns, by the name of the row's field."""

DUE_AT = Words("首次联系期限", "First contact by")


def order_columns(due_of: Callable[[OrderRow], DueText | None]) -> tuple[Column, ...]:
    """The columns; ``due_of`` says a row's first-contact clock as of now."""
    return (
        Column(
            "customer",
            Words("客户", "Customer"),
            lambda r: Cell(
                r.customer,
                f"{r.number}{DOT}{r.contact_name} {masked_phone(r.contact_phone)}",
                bold=r.paid_at is not None and r.first_contact_at is None,
            ),
            252 if language() == CHINESE else 168,
            second_title=Words("订单号 ・ 联系人", "Order ・ contact"),
            sort="customer",
            second_sort="number",
            stretch=True,
        ),
        *(_count(key, words) for key, words in COUNTS.items()),
        Column(
            "contact",
            Words("首次联系", "First contact"),
            lambda r: _first_contact(r, due_of(r)),
            108,
            sort="contact",
        ),
    )


def exported(due_of: Callable[[OrderRow], DueText | None]) -> tuple[ExportColumn, ...]:
    """The same facts, one a column; the telephone stays masked as it is in the list."""
    contact = Words("首次联系", "First contact")
    return (
        ExportColumn(TableColumn(Words("订单号", "Order")), lambda r: r.number),
        ExportColumn(TableColumn(Words("客户", "Customer")), lambda r: r.customer),
        ExportColumn(TableColumn(Words("联系人", "Contact")), lambda r: r.contact_name),
        ExportColumn(
            TableColumn(Words("联系电话", "Telephone")), lambda r: masked_phone(r.contact_phone)
        ),
        *(
            ExportColumn(TableColumn(words, Kind.NUMBER), attrgetter(key))
            for key, words in COUNTS.items()
        ),
        ExportColumn(TableColumn(contact), lambda r: _first_contact(r, due_of(r)).said() or None),
        ExportColumn(TableColumn(DUE_AT, Kind.TIME), lambda r: r.first_contact_due),
    )


def _first_contact(row: OrderRow, due: DueText | None) -> Cell:
    """The clock; an order that is not paid says so, for it has none yet."""
    if row.paid_at is None:
        return Cell(said(ORDER_STATE_WORDS[OrderState(row.state)]), ink="text_3")
    return Cell(due=due)


def _count(key: str, words: Words) -> Column:
    def cell(row: OrderRow) -> Cell:
        number: int = getattr(row, key)
        return Cell(str(number), link=number > 0, ink="text" if number else "text_3")

    sort = "ordered" if key == "ordered" else ""
    width = 52 if language() == CHINESE else 6 * len(words.en) + 18
    return Column(key, words, cell, width, align=Align.RIGHT, sort=sort)
