"""What desks of a random walk do: the butler's daily acts, on an order picked at random."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from butler_desktop.domain.contact import Outcome as Reached
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.scan import ScanReport
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow import actions_in
from butler_desktop.errors import ButlerError
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.filings import edit_form, request_filing
from butler_desktop.services.materials import attach_report, withdraw_material
from butler_desktop.services.packets import act_with_packet
from butler_desktop.storage.work import Workspace
from tests.builders import renamed
from tests.services.scenario import ANSWERS, an_order_of, requested, scanned

FIELDS = (
    "service.service_name",
    "service.home_url",
    "subject.sponsor_name",
    "subject.certificate_address",
    "subject_pic.name",
)
VALUES = ("甲", "乙", "丙", None)
RARE = (Action.ISSUE_PACKET, Action.WITHDRAW, Action.GIVE_UP)
"""Acts that cost much, or after which little can happen to a filing."""


class Acts:
    """Acts by chance, on the orders that the walk has entered so far."""

    def __init__(self, random: Random, orders: list[str]) -> None:
        self.random, self.orders = random, orders

    def one(self, desk: Workspace) -> str:
        ways: list[tuple[Callable[[Workspace, str], str], int]] = [
            (self._edit, 40),
            (self._call, 15),
            (self._rename, 8),
            (self._move, 20),
            (self._attach, 6),
            (self._withdraw, 3),
            (self._start, 4),
            (lambda desk, _: self.enter_order(desk), 1),
        ]
        (way,) = self.random.choices([it for it, _ in ways], [weight for _, weight in ways])
        try:
            return way(desk, self.random.choice(self.orders))
        except ButlerError as refusal:
            return f"{getattr(way, '__name__', '')} {type(refusal).__name__}"

    def enter_order(self, desk: Workspace) -> str:
        if len(self.orders) > 30:
            return "enough orders"
        order_id = an_order_of(desk, self.random.randint(1, 3), state=OrderState.PAID)
        self.orders.append(order_id)
        requested(desk, order_id)
        return "order"

    def _filing(self, desk: Workspace, order_id: str) -> tuple[str, FilingState, list[str]]:
        with desk.reading() as work:
            dossier = work.dossier(order_id)
            filing = self.random.choice(dossier.filings)
            scans = [it.id for it in dossier.materials_of(filing.id)]
        return filing.id, filing.state, scans

    def _edit(self, desk: Workspace, order_id: str) -> str:
        filing_id, _, _ = self._filing(desk, order_id)
        path, value = self.random.choice(FIELDS), self.random.choice(VALUES)
        with desk.editing() as work:
            edit_form(work, filing_id, {path: value})
        return f"edit {path} {value}"

    def _call(self, desk: Workspace, order_id: str) -> str:
        with desk.editing() as work:
            log_order_contact(work, order_id, self.random.choice(list(Reached)), "")
        return "call"

    def _rename(self, desk: Workspace, order_id: str) -> str:
        name = self.random.choice(VALUES[:3])
        with desk.editing() as work:
            before = work.dossier(order_id)
            work.save(before, renamed(before, name), "order.enter")
        return f"rename {name}"

    def _move(self, desk: Workspace, order_id: str) -> str:
        filing_id, state, _ = self._filing(desk, order_id)
        rows = [row.action for row in actions_in(state) if row.by_hand]
        if not rows:
            return f"stay {state}"
        action = self.random.choice(rows)
        if action in RARE and self.random.random() < 0.9:
            return f"spare {action}"
        act_with_packet(desk, filing_id, action, ANSWERS.get(action, {}))
        return f"move {action}"

    def _attach(self, desk: Workspace, order_id: str) -> str:
        filing_id, _, scans = self._filing(desk, order_id)
        data = self.random.randbytes(40)
        report: ScanReport = replace(scanned(), sha256=desk.blobs.put_bytes(data))
        replaced = self.random.choice([*scans, ""])
        with desk.editing() as work:
            attach_report(work, filing_id, "sponsor_cert", "scan.png", report, replaced)
        return f"attach {bool(replaced)}"

    def _withdraw(self, desk: Workspace, order_id: str) -> str:
        filing_id, _, scans = self._filing(desk, order_id)
        if not scans:
            return "no scan"
        with desk.editing() as work:
            withdraw_material(work, filing_id, self.random.choice(scans))
        return "withdraw"

    def _start(self, desk: Workspace, order_id: str) -> str:
        with desk.editing() as work:
            request_filing(work, order_id)
        return "start"
