"""Acts of the palette: what can be done with a filing or an order that was found."""

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QApplication

from butler_desktop.domain.transition import Action, Transition
from butler_desktop.domain.workflow import transition
from butler_desktop.ui.palette.commands import Command
from butler_desktop.ui.palette.subject import FilingSubject, OrderSubject, Subject
from butler_desktop.words import Words

CONTACTS = (Action.CONTACT_CUSTOMER, Action.LOG_CONTACT)


class RecordDoer(Protocol):
    """Opens records and does their acts, whatever page is shown."""

    def open_filing(self, filing_id: str) -> None:
        """Shows a filing."""

    def open_order(self, order_id: str) -> None:
        """Shows an order."""

    def act(self, filing_id: str, action: Action) -> None:
        """Shows a filing and begins an act on it."""

    def log_contact(self, subject: Subject) -> None:
        """Shows a record and opens the form that logs a contact."""

    def start_filing(self, order_id: str) -> None:
        """Asks for a new filing of an order."""


def acts_on(subject: Subject, next_act: Transition | None, doer: RecordDoer) -> Iterator[Command]:
    """The acts on a record; ``next_act`` is that of a filing's one filled button, if known.

    The first only opens a form: what Enter does before one has looked changes nothing.
    """
    if isinstance(subject, FilingSubject):
        yield from _on_filing(subject, next_act, doer)
    else:
        yield from _on_order(subject, doer)
    number = Words("复制单号 {number}", "Copy the number {number}").filled(number=subject.number)
    yield Command("copy", number, partial(_copy, subject.number), "copy")


def _on_filing(
    subject: FilingSubject, next_act: Transition | None, doer: RecordDoer
) -> Iterator[Command]:
    rows = (transition(subject.state, action) for action in CONTACTS)
    contact = next((row for row in rows if row is not None), None)
    if contact is not None:
        deed = partial(doer.log_contact, subject)
        yield Command("contact", contact.words, deed, "phone", keys="Ctrl+L")
    if next_act is not None and next_act is not contact:
        deed = partial(doer.act, subject.id, next_act.action)
        yield Command("next", next_act.words, deed, "arrow-right", keys="Ctrl+Return")
    order = Words("打开订单 {number}", "Open order {number}").filled(number=subject.order_number)
    yield Command("order", order, partial(doer.open_order, subject.order_id), "receipt-text")


def _on_order(subject: OrderSubject, doer: RecordDoer) -> Iterator[Command]:
    words = Words("登记沟通", "Log a contact")
    yield Command("contact", words, partial(doer.log_contact, subject), "phone", keys="Ctrl+L")
    if subject.has_room:
        start = Words("在此订单下新建备案", "Start a filing in this order")
        yield Command("start", start, partial(doer.start_filing, subject.id), "file-plus-2")


def _copy(number: str) -> None:
    QApplication.clipboard().setText(number)
