"""Logging a contact about an order: how it went, what was said, what was promised."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.contact import OUTCOME_WORDS
from butler_desktop.domain.time_reading import read_moment
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.errors import ButlerError
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, said, translate
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.finding_line import FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.text_field import TextField

OUTCOMES = tuple(OUTCOME_WORDS)


class ContactDialog(Dialog):
    """Closes when the contact is on record; missed calls are logged too."""

    def __init__(
        self,
        background: Background,
        order_id: str,
        customer: str,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("ContactDialog", "Log a contact"),
            translate("ContactDialog", "Log the contact"),
            sentence=customer,
            parent=parent,
        )
        self._background, self._order_id, self._now = background, order_id, now
        self.outcome = Segments(
            [said(OUTCOME_WORDS[outcome]) for outcome in OUTCOMES],
            translate("ContactDialog", "Outcome"),
            wide=True,
            ticked=True,
            height=30,
        )
        self.note = TextField(translate("ContactDialog", "What was said"))
        example = said(near_moment_text(now, now))
        self.promise_at = LineField(translate("ContactDialog", "Promised call"), hint=example)
        self.promise_note = LineField(translate("ContactDialog", "What was promised"))
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.note)
        row = HBox(gap=16)
        row.addWidget(self.promise_at, 2)
        row.addWidget(self.promise_note, 3)
        self.body.addLayout(row)
        self.acted.connect(self._log)

    def _log(self) -> None:
        typed = str(self.promise_at.value() or "").strip()
        at = read_moment(typed, self._now)
        if typed and at is None:
            example = said(near_moment_text(self._now, self._now))
            told = translate("ContactDialog", "No such time. Write it as %1.")
            self.promise_at.set_finding(FieldFinding("red", told.replace("%1", example)))
            self.promise_at.setFocus()
            return
        self.promise_at.set_finding(None)
        self._background.do(
            self,
            log_order_contact,
            self._order_id,
            OUTCOMES[self.outcome.index()],
            str(self.note.value() or "").strip(),
            at,
            str(self.promise_note.value() or "").strip(),
            then=lambda _contact: self.accept(),
            failed=self._refused,
        )

    def _refused(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))
