"""Promise line: until when what was promised, and whether it was kept; its acts while it stands."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.contact import Contact
from butler_desktop.domain.promise import PROMISE_END_WORDS, promise_of
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.text import Link

KEEP, MOVE, DROP = "keep", "move", "drop"


class PromiseLine(QWidget):
    """``acted(contact id, KEEP | MOVE | DROP)``."""

    acted = Signal(str, str)

    def __init__(
        self, contact: Contact, now: datetime, *, may: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words, promise = MarkedText(Role.META), promise_of(contact)
        told = promise_text(contact, now)
        self.setAccessibleName(told)
        is_over = promise is not None and promise.at < now
        words.show_words("bell-ring", told, "red" if is_over else "text_2")
        row = HBox(self, gap=12)
        row.addWidget(words, 1)
        self.links: dict[str, Link] = {}
        if promise is None or not may:
            return
        for key, text in (
            (KEEP, self.tr("Kept")),
            (MOVE, self.tr("Another time…")),
            (DROP, self.tr("Call off")),
        ):
            link = Link(text)
            link.clicked.connect(lambda key=key: self.acted.emit(contact.id, key))
            self.links[key] = link
            row.addWidget(link)


def promise_text(contact: Contact, now: datetime) -> str:
    """What was promised with a contact; empty where nothing was."""
    if contact.promise_at is None:
        return ""
    at = said(near_moment_text(contact.promise_at, now))
    told = translate("PromiseLine", "Promised for %1").replace("%1", at)
    if contact.promise_note:
        told += translate("PromiseLine", ": %1").replace("%1", contact.promise_note)
    if contact.promise_end is not None:
        told += f" ・ {said(PROMISE_END_WORDS[contact.promise_end])}"
    return told
