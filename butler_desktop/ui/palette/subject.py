"""Subject: the filing or order that the palette's acts are on."""

from dataclasses import dataclass

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.order_states import OPEN_FOR_FILINGS, OrderState
from butler_desktop.domain.worklist import FilingRow, OrderRow
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.orders import OrderView


@dataclass(frozen=True, slots=True)
class FilingSubject:
    """A filing: enough to name it and to know what can be done."""

    id: str
    number: str
    name: str
    state: FilingState
    order_id: str
    order_number: str


@dataclass(frozen=True, slots=True)
class OrderSubject:
    """An order; ``has_room`` where another filing can be started in it."""

    id: str
    number: str
    name: str
    has_room: bool


Subject = FilingSubject | OrderSubject


def of_filing_row(row: FilingRow) -> FilingSubject:
    """The filing of a line."""
    return FilingSubject(
        row.id, row.number, row.sponsor_name, row.state, row.order_id, row.order_number
    )


def of_filing_view(view: FilingView) -> FilingSubject:
    """The filing on the screen."""
    filing, order = view.filing, view.order
    name = filing.particulars.subject.sponsor_name or order.customer
    return FilingSubject(filing.id, filing.number, name, filing.state, order.id, order.number)


def of_order_row(row: OrderRow) -> OrderSubject:
    """The order of a line."""
    has_room = row.remaining > 0 and OrderState(row.state) in OPEN_FOR_FILINGS
    return OrderSubject(row.id, row.number, row.customer, has_room)


def of_order_view(view: OrderView) -> OrderSubject:
    """The order on the screen."""
    order, counts = view.dossier.order, view.dossier.counts
    has_room = counts.remaining > 0 and order.state in OPEN_FOR_FILINGS
    return OrderSubject(order.id, order.number, order.customer, has_room)
