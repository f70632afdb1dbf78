"""First contact card: the call that the service promises, with what it tells of the filing.

Reached: kind, province and sponsor kind are written and collecting starts, all
in one act. Not reached: the attempt stays on record and the clock runs on.
"""

from typing import Any

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.clocks import first_contact_kept
from butler_desktop.domain.contact import OUTCOME_WORDS, Outcome
from butler_desktop.domain.due_words import due_words
from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.form import field_at
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.stage import STAGE_WORDS
from butler_desktop.domain.transition import Transition
from butler_desktop.errors import ButlerError, FieldOvertaken
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.act_card import KEYS, ActCard
from butler_desktop.ui.detail.card_fields import SegmentsField
from butler_desktop.ui.detail.draft_words import value_words
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import FieldFinding

ASKED = ("filing_kind", "province", "subject.sponsor_kind")
"""What must be known before collecting can start."""


class FirstContactCard(ActCard):
    """Result, time, what was learnt, what was said, what was promised."""

    def __init__(self, row: Transition, view: FilingView, parent: QWidget | None = None) -> None:
        self.outcome = SegmentsField("", [(str(o), said(w)) for o, w in OUTCOME_WORDS.items()])
        self.learnt: dict[str, ComboField] = {path: _combo(path, view) for path in ASKED}
        self._shown = {path: view.filing.particulars.get(path) for path in ASKED}
        super().__init__(row, view, parent)
        self.outcome.set_value(str(Outcome.REACHED))
        self.outcome.committed.connect(self.tell)
        for field in (*self.learnt.values(), *self.fields.values()):
            field.edited.connect(self.tell)
        self.only_log = Button("")
        self.only_log.clicked.connect(self._log_only)
        self._starts = True
        self.foot.insertWidget(1, self.only_log)
        self.tell()

    @property
    def reached(self) -> bool:
        """Whether the customer was spoken to."""
        return self.outcome.value() == str(Outcome.REACHED)

    @property
    def is_complete(self) -> bool:
        """Whether collecting can start after this call."""
        return all(field.value() for field in self.learnt.values())

    @property
    def starts_collecting(self) -> bool:
        """Whether the act is more than a line on record."""
        return self._starts and self.reached

    def learnt_values(self) -> dict[str, Leaf]:
        """What the call told of the form, by path."""
        values = {path: field.value() for path, field in self.learnt.items()}
        return {path: value for path, value in values.items() if value != self._shown[path]}

    def shown_values(self) -> dict[str, Leaf]:
        """What stood in the form where the call told something else, by path."""
        return {path: self._shown[path] for path in self.learnt_values()}

    def first_field(self) -> QWidget:
        return self.fields["note"]

    def tell(self) -> None:
        if not hasattr(self, "only_log"):
            return
        self.outcome.set_label(self.tr("Result"))
        self.fields["at"].set_label(
            self.tr("Time of the call") if self.reached else self.tr("Time of the attempt")
        )
        self.only_log.set_words(self.tr("Log only"))
        self.only_log.setVisible(self.reached and self.is_complete)
        if not self.reached:
            self.filled.set_words(self.tr("Log the attempt"), KEYS)
            self.say_after(self.tr("After saving: on record; the first contact is still due"))
        elif self.is_complete:
            self.filled.set_words(self.tr("Save and start collecting"), KEYS)
            self.say_after(self._told(STAGE_WORDS[STATES[FilingState.COLLECTING].stage]))
        else:
            self.filled.set_words(self.tr("Save the first contact"), KEYS)
            self.say_after(self._told(STATES[FilingState.CONTACTED].words))

    def _told(self, state: Any) -> str:
        took = self._took()
        told = self.tr("After saving: the state is “%1”")
        if took:
            told = self.tr("After saving: the state is “%1”, first contact took %2")
        return told.replace("%1", said(state)).replace("%2", took)

    def _took(self) -> str:
        """How long the first contact took, where its clock is still open."""
        order, at = self.view.order, self.fields["at"].edit.moment()  # type: ignore[attr-defined]
        if at is None or order.paid_at is None or order.first_contact_at is not None:
            return ""
        calendar = self.view.rulebook.calendar
        kept = first_contact_kept(order.paid_at, at, calendar)
        return said(due_words(kept, self.view.now, calendar).words)

    def _log_only(self) -> None:
        self._starts = False
        self.act()

    def refuse(self, error: ButlerError) -> None:
        """Where somebody else was first at a field, the next press writes one's own over it."""
        self._starts = True
        super().refuse(error)
        if isinstance(error, FieldOvertaken) and error.path in self.learnt:
            self._shown[error.path] = error.present
            field, tables = field_at(error.path), self.view.rulebook.tables
            told = self.tr("%1 wrote “%2”; save again to use yours.").replace("%1", error.who)
            told = told.replace("%2", value_words(field, error.present, tables))
            self.learnt[error.path].set_finding(FieldFinding("amber", told))

    def _parts(self) -> list[tuple[QWidget, bool]]:
        fields = dict(super()._parts())
        at, note = self.fields["at"], self.fields["note"]
        known = QWidget()
        row = HBox(known, gap=16)
        for field in self.learnt.values():
            row.addWidget(field, 1)
        return [(self.outcome, False), (at, fields[at]), (known, True), (note, fields[note])]


def _combo(path: str, view: FilingView) -> ComboField:
    field = field_at(path)
    rows = view.rulebook.tables[field.table]
    combo = ComboField(said(field.words), [(row.id, said(row.words)) for row in rows])
    combo.set_value(view.filing.particulars.get(path))
    return combo
