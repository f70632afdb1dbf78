"""Filing acts: sends the butler's acts to the services and tells how they ended."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.transition import Action
from butler_desktop.errors import ButlerError
from butler_desktop.services.contacts import first_contact, log_contact
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.filings import act
from butler_desktop.services.packets import issue_packet, make_packet
from butler_desktop.services.reveals import reveal_contact
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.act_card import ActCard


class FilingActs(QObject):
    """Each act says which filing it was for: another may be on the screen by then."""

    done = Signal(str, object)
    """A filing's id and the Action."""

    refused = Signal(str, object, object)
    """A filing's id, the Action, and the ButlerError."""

    making = Signal(bool)
    """A packet is being made, or is made."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background

    def act(self, view: FilingView, action: Action, given: Mapping[str, str]) -> None:
        """One act of the state table. Issuing the packet draws it, so it is no short work."""
        filing, inputs = view.filing, dict(given)
        if action is Action.ISSUE_PACKET:
            self.making.emit(True)
            args: tuple[Any, ...] = (inputs, filing)
            self._send(self._background.run, issue_packet, filing.id, action, args)
        else:
            args = (action, inputs, filing)
            self._send(self._background.do, act, filing.id, action, args)

    def first_contact(
        self,
        view: FilingView,
        given: Mapping[str, str],
        learnt: Mapping[str, Leaf],
        shown: Mapping[str, Leaf],
        *,
        start: bool,
    ) -> None:
        """The customer was reached; ``start`` collecting as well.

        ``learnt`` is what the call told of the form, ``shown`` what stood there before.
        """
        args = (dict(given), dict(learnt), view.filing, start, dict(shown))
        action = Action.CONTACT_CUSTOMER
        self._send(self._background.do, first_contact, view.filing.id, action, args)

    def log_attempt(
        self,
        view: FilingView,
        outcome: Outcome,
        given: Mapping[str, str],
        learnt: Mapping[str, Leaf],
        shown: Mapping[str, Leaf],
    ) -> None:
        """The customer was not reached; what is known of the filing is kept anyway."""
        args = (outcome, dict(given), dict(learnt), dict(shown))
        action = Action.CONTACT_CUSTOMER
        self._send(self._background.do, log_contact, view.filing.id, action, args)

    def make_packet(self, view: FilingView, *, delta: bool = False) -> None:
        """A version to look at, before it is issued; of a ``delta`` only what changed since."""
        self.making.emit(True)
        make = partial(make_packet, delta=delta)
        self._send(self._background.run, make, view.filing.id, Action.ISSUE_PACKET, ())

    def reveal_contact(self, card: ActCard) -> None:
        """Show the customer's number in a card, when the event that somebody looked is written."""
        self._background.do(
            card,
            reveal_contact,
            card.view.order.id,
            then=card.customer.reveal,
            failed=card.refuse_reveal,
        )

    def _send(
        self, send: Any, service: Any, filing_id: str, action: Action, args: tuple[Any, ...]
    ) -> None:
        send(
            self,
            service,
            filing_id,
            *args,
            then=partial(self._done, filing_id, action),
            failed=partial(self._failed, filing_id, action),
        )

    def _done(self, filing_id: str, action: Action, _result: Filing) -> None:
        self.making.emit(False)
        self.done.emit(filing_id, action)

    def _failed(self, filing_id: str, action: Action, error: ButlerError) -> None:
        self.making.emit(False)
        self.refused.emit(filing_id, action, error)
