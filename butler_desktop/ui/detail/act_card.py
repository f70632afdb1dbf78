"""Act card: the form of an act, built from the state table's inputs.

The card asks for what the table asks for, says what saving will do, and shows
a refusal at the field it is about. What is typed stays until the act is done.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.clocks import confirmation_proposal
from butler_desktop.domain.correction import places
from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.rejection_reading import proposed_marks, read_rejection
from butler_desktop.domain.transition import InputKind, Transition
from butler_desktop.domain.workflow_inputs import WHOLE
from butler_desktop.errors import ButlerError, Refused
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui import i18n
from butler_desktop.ui.detail.card_fields import PROMISE_KEYS, PromiseRow, field_for, given_by
from butler_desktop.ui.detail.customer_line import CustomerLine
from butler_desktop.ui.detail.field_flow import FieldFlow
from butler_desktop.ui.detail.picks_field import PicksField
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.field import Field, FieldFinding
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px

KEYS = "Ctrl+Return"
WIDE = (InputKind.LONG_TEXT, InputKind.PLACES)
"""Inputs that have a line of their own."""


class ActCard(Card):
    """The open form of one act on one filing; ``acted`` carries its inputs as text."""

    acted = Signal(dict)

    reveal_wanted = Signal()
    """The customer's number is to be shown; ``customer.reveal`` takes it."""

    def __init__(self, row: Transition, view: FilingView, parent: QWidget | None = None) -> None:
        super().__init__(accent=True, parent=parent)
        self.row, self.view = row, view
        self.is_joined = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.fields: dict[str, Field] = {}
        self.promise = self._promise()
        self.strip = MessageStrip()
        self.filled = Button("", Kind.FILLED)
        self.filled.clicked.connect(self.act)
        self._after = Text("", Role.META, "text_2", wrap=True)

        head = HBox(gap=8)
        head.addWidget(Hint(self.icon(), self.title(), "text", Role.BODY_BOLD, 16))
        head.addStretch(1)
        self.customer = CustomerLine(view.order)
        self.customer.reveal_wanted.connect(self.reveal_wanted)
        head.addWidget(self.customer)
        if not self.is_contact:
            self.customer.hide()
        body = QWidget()
        flow = FieldFlow(body)
        flow.arrange(self._parts())
        self.foot = HBox(gap=8)
        self.foot.addWidget(self._after, 1)
        self.foot.addWidget(self.filled)
        stack = VBox(self, sides=(16, 16, 16, 14), gap=10)
        stack.addLayout(head)
        stack.addWidget(self.strip)
        stack.addWidget(body)
        if self.promise is not None:
            stack.addWidget(self.promise)
        stack.addSpacing(px(2))
        stack.addLayout(self.foot)
        self.setAccessibleName(self.title())
        self._proposed: tuple[str, ...] = ()
        if {"reasons", "marks"} <= set(self.fields):
            self.fields["reasons"].edited.connect(self._propose)
        self.tell()

    def icon(self) -> str:
        """What stands before the title."""
        return "phone" if self.is_contact else "file-text"

    def title(self) -> str:
        """What the card is about."""
        return said(self.row.words)

    @property
    def is_contact(self) -> bool:
        """Whether the act is a talk with the customer."""
        return any(item.key == "note" for item in self.row.inputs)

    def given(self) -> dict[str, str]:
        """The inputs of the act, without those left empty."""
        texts = {key: given_by(field) for key, field in self.fields.items()}
        texts |= self.promise.given() if self.promise is not None else {}
        return {key: text for key, text in texts.items() if text}

    def fill(self, given: Mapping[str, str]) -> None:
        """Put in what is known already; the other fields stay as they are."""
        for key, text in given.items():
            field = self.fields.get(key)
            if field is not None:
                places = isinstance(field, PicksField)
                field.set_value(tuple(text.split(",")) if places else text)

    def act(self) -> None:
        """Do what the filled button says."""
        self.strip.clear()
        for field in self.fields.values():
            field.set_finding(None)
        self.filled.setEnabled(False)
        self.acted.emit(self.given())

    def refuse(self, error: ButlerError) -> None:
        """Say at the field, else above all, why the act was not done."""
        self.filled.setEnabled(True)
        self.strip.clear()
        lacks = error.findings if isinstance(error, Refused) else ()
        faulty = [(field, lack) for lack in lacks if (field := self._field_of(lack)) is not None]
        for field, lack in faulty:
            field.set_finding(FieldFinding("red", said(lack.words)))
        if faulty:
            faulty[0][0].setFocus()
        if len(faulty) < max(len(lacks), 1):
            self.strip.show_message("red", error.said(i18n.language()))

    def refuse_reveal(self, error: ButlerError) -> None:
        """Say why the customer's number stays masked."""
        self.strip.show_message("red", error.said(i18n.language()))

    def first_field(self) -> QWidget:
        """Where typing begins: what must be filled, before what is filled already."""
        for item in self.row.inputs:
            field = self.fields.get(item.key)
            if field is not None and item.key != "at":
                return field
        return next(iter(self.fields.values()), self.filled)

    def tell(self) -> None:
        """Say what the button does and what saving will change."""
        self.filled.set_words(said(self.row.words), KEYS)
        target = self.row.target
        if target is None:
            self._after.setText("")
        else:
            told = self.tr("After saving: the state is “%1”")
            self._after.setText(told.replace("%1", said(STATES[target].words)))

    def say_after(self, text: str) -> None:
        """Say what saving will change."""
        self._after.setText(text)

    def _parts(self) -> list[tuple[QWidget, bool]]:
        now, since = self.view.now, self.view.changed_since
        changed = since.labels if since else ()
        waiting = sum(it.verified_at is None for it in self.view.sms)
        parts: list[tuple[QWidget, bool]] = []
        for item in self.row.inputs:
            if item.key in PROMISE_KEYS or (item.key == "scope" and not changed):
                continue
            if item.key == "person" and waiting < 2:
                continue  # the only one is meant
            field = field_for(item, now)
            if item.key == "deadline":
                field.set_value(self._deadline())
            if item.key == "scope":
                field.set_value(WHOLE)
                field.set_note(self.tr("Changed: %1").replace("%1", "、".join(changed)))
            if isinstance(field, PicksField):
                field.set_choices(self._places())
            self.fields[item.key] = field
            parts.append((field, item.kind in WIDE))
        return parts

    def _propose(self) -> None:
        """Mark what the authority's text is about, unless the butler has marked otherwise."""
        marks, view = self.fields["marks"], self.view
        if marks.value() == self._proposed:
            known = places(view.filing.particulars, view.rulebook, view.materials)
            reasons = read_rejection(str(self.fields["reasons"].value()), known)
            marks.set_value(proposed_marks(reasons))
            self._proposed = proposed_marks(reasons)

    def _places(self) -> list[tuple[str, str]]:
        view = self.view
        known = places(view.filing.particulars, view.rulebook, view.materials)
        return [(place, said(words)) for place, words in known.items()]

    def _promise(self) -> PromiseRow | None:
        words = {item.key: said(item.words) for item in self.row.inputs}
        at, note = (words.get(key) for key in PROMISE_KEYS)
        return PromiseRow(at, note, self.view.now) if at and note else None

    def _deadline(self) -> object:
        present = self.view.filing.confirmation_deadline
        if present is not None and present > self.view.now:
            return present
        return confirmation_proposal(self.view.now, self.view.rulebook.calendar)

    def _field_of(self, lack: Lack) -> Field | None:
        kind, _, key = lack.place.partition(":")
        return self.fields.get(key) if kind == "input" else None
