"""The worklist: which filings a list shows, in which order, and what a row says."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from butler_desktop.domain.clocks import Due, first_contact_due
from butler_desktop.domain.coexistence import keys_of
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_clocks import filing_clocks
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.order import Order
from butler_desktop.domain.views import View
from butler_desktop.domain.workdays import WorkingCalendar


@dataclass(frozen=True, slots=True)
class FilingFilter:
    """Which filings a list shows; without a view, filings in every state."""

    view: View | None = View.ALL
    mine_only: bool = False
    text: str = ""
    order_id: str = ""
    provinces: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    states: tuple[FilingState, ...] = ()
    due_within_days: int | None = None


def view_filter(view: View) -> FilingFilter:
    """What a view shows when it is opened: the team's filings, in My work one's own."""
    return FilingFilter(view=view, mine_only=view is View.MINE)


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which key a list is sorted."""

    key: str = "due"
    descending: bool = False


BY_DUE = Sorting()
NEWEST_PAID = Sorting("paid", descending=True)


@dataclass(frozen=True, slots=True)
class FilingRow:
    """One line of the queue. ``due`` is None where no clock runs. Times UTC."""

    id: str
    number: str
    order_id: str
    order_number: str
    sponsor_name: str
    service_name: str
    domain: str
    filing_kind: str
    province: str
    state: FilingState
    state_since: datetime
    butler: str
    due: Due | None
    misses_call: bool = False
    """Whether the reviewer's call is still awaited and the customer can no longer be reached."""
    owes_duty: bool = False
    """Whether the customer was not told in time what comes after the approval."""
    is_to_remind: bool = False
    """Whether the customer is to be reminded of the deadline now."""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One line of the order list: the four counts and the first contact. Times UTC."""

    id: str
    number: str
    customer: str
    contact_name: str
    contact_phone: str
    filing_kind: str
    state: str
    paid_fen: int
    paid_at: datetime | None
    ordered: int
    delivered: int
    in_flight: int
    remaining: int
    refunded: int
    first_contact_at: datetime | None
    first_contact_due: datetime | None


@dataclass(frozen=True, slots=True)
class ViewCount:
    """How many filings a view shows, and how many of them are overdue."""

    total: int = 0
    overdue: int = 0


def order_projection(order: Order, calendar: WorkingCalendar) -> dict[str, Any]:
    """What the orders' table keeps beside the order's own fields."""
    due = first_contact_due(order.paid_at, calendar) if order.paid_at else None
    return {
        "first_contact_due": due.at if due else None,
        "search_text": _searchable(order.number, order.customer, order.contact_name),
    }


def filing_projection(
    filing: Filing, dossier: Dossier, calendar: WorkingCalendar
) -> dict[str, Any]:
    """What the filings' table keeps beside the filing's own fields."""
    form, order = filing.particulars, dossier.order
    due = next(iter(filing_clocks(dossier, filing, calendar)), None)
    names = (form.subject.sponsor_name, form.service.service_name, form.service.domain)
    return {
        "filing_kind": form.filing_kind or "",
        "province": form.province or "",
        "sponsor_name": form.subject.sponsor_name or order.customer,
        "service_name": form.service.service_name or "",
        "domain": form.service.domain or "",
        "certificate_number": form.subject.certificate_number or "",
        **keys_of(form),
        "due_clock": due.clock if due else "",
        "clock_started_at": due.started_at if due else None,
        "due_at": due.at if due else None,
        "search_text": _searchable(filing.number, order.number, order.customer, *names),
    }


def _searchable(*texts: str | None) -> str:
    return "\n".join(text.lower() for text in texts if text)
