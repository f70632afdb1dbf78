"""Move dialog: another time for what was promised."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.contact import Contact
from butler_desktop.domain.time_reading import read_moment
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.errors import ButlerError
from butler_desktop.services.promises import move_promise
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, said, translate
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.field import FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.promises.promise_line import promise_text


class MoveDialog(Dialog):
    """Closes when the other time is on record."""

    def __init__(
        self, background: Background, contact: Contact, now: datetime, parent: QWidget | None
    ) -> None:
        super().__init__(
            translate("MoveDialog", "Agree on another time"),
            translate("MoveDialog", "Move the promise"),
            sentence=promise_text(contact, now),
            width=420,
            parent=parent,
        )
        self._background, self._contact, self._now = background, contact, now
        self._example = said(near_moment_text(now, now))
        self.at = LineField(translate("MoveDialog", "Promised call"), hint=self._example)
        self.note = LineField(translate("MoveDialog", "What was promised"))
        self.note.set_value(contact.promise_note)
        self.body.addWidget(self.at)
        self.body.addWidget(self.note)
        self.acted.connect(self._move)
        self.at.edit.setFocus()

    def _move(self) -> None:
        at = read_moment(str(self.at.value() or "").strip(), self._now)
        if at is None:
            told = translate("MoveDialog", "No such time. Write it as %1.")
            self.at.set_finding(FieldFinding("red", told.replace("%1", self._example)))
            self.at.setFocus()
            return
        self.at.set_finding(None)
        self._background.do(
            self,
            move_promise,
            self._contact.order_id,
            self._contact.id,
            at,
            str(self.note.value() or "").strip(),
            then=lambda _contact: self.accept(),
            failed=self._refused,
        )

    def _refused(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))
