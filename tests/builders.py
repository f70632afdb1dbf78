"""Builders: values that are valid by default; a test names only what it is about."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.mail import Mail
from butler_desktop.domain.order import Order
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.telling import Occasion
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.engines import ENGINES

NOW = datetime(2026, 3, 18, 2, 42, tzinfo=UTC)
"""Wednesday 18 March 2026, 10:42 in Shanghai."""


def an_order(**given: Any) -> Order:
    """An order of one site, paid a quarter of an hour ago."""
    values: dict[str, Any] = {
        "id": new_id(),
        "number": f"DD-{new_id()[-12:]}",
        "customer": "杭州云杉智造科技有限公司",
        "contact_name": "沈先生",
        "contact_phone": "13800001234",
        "contact_email": "shen@yunshan.example",
        "service_tier": "标准版",
        "filing_kind": FilingKind.FIRST_FILING,
        "ordered_site_count": 1,
        "unit_price_fen": 60_000,
        "coupon_fen": 0,
        "voucher_fen": 0,
        "paid_fen": 60_000,
        "payment_method": "对公转账",
        "paid_at": datetime(2026, 3, 18, 2, 27, tzinfo=UTC),
        "activation": "已开通",
        "remark": "",
        "state": OrderState.PAID,
        "butler": "林晓雯",
        "entered_at": NOW,
    }
    return Order(**(values | given))


def a_filing(order: Order, **given: Any) -> Filing:
    """A filing that the customer just asked for."""
    values: dict[str, Any] = {
        "id": new_id(),
        "order_id": order.id,
        "number": f"BA-{new_id()[-12:]}",
        "state": FilingState.REQUESTED,
        "state_since": NOW,
        "site_count": 1,
        "butler": "林晓雯",
        "requested_at": NOW,
        "particulars": Particulars.empty("first_filing"),
    }
    return Filing(**(values | given))


def a_dossier(**given: Any) -> Dossier:
    """An order with one filing."""
    order = an_order(**given)
    return Dossier(order, (a_filing(order),))


def a_mail(**given: Any) -> Mail:
    """Mail that waits to be sent for the first time."""
    values: dict[str, Any] = {
        "id": "01a20950-0000-7000-8000-000000000001",
        "filing_id": "01a20950-0000-7000-8000-000000000002",
        "occasion": Occasion.SMS,
        "recipient": "shen@yunshan.example",
        "subject": "【备案】24 小时内短信核验",
        "body": "您好。",
        "packet_id": "",
        "deadline": None,
        "made_at": NOW,
        "made_by": "林晓雯",
        "due_at": NOW,
    }
    return Mail(**(values | given))


class Clock:
    """Time under the test's hand."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def a_workspace(folder: Path, *, actor: str = "林晓雯", clock: Clock | None = None) -> Workspace:
    """A workspace in ``folder``; opened again, the same one."""
    place = ENGINES.place(folder, actor)
    opened = open_workspace(place, actor=actor, station="test", clock=clock or Clock())
    ENGINES.opened.append(opened)
    return opened


def renamed(dossier: Dossier, customer: str) -> Dossier:
    """The dossier with another customer's name: the smallest change there is."""
    return replace(dossier, order=replace(dossier.order, customer=customer))
