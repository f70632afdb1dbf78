"""Promise desk: what the links of a promise do: tick it, agree on another time, call it off."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.contact import Contact, PromiseEnd
from butler_desktop.errors import ButlerError
from butler_desktop.services.promises import end_promise, renew_promise
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.undo_strip import UndoStrip
from butler_desktop.ui.promises.move_dialog import MoveDialog
from butler_desktop.ui.promises.promise_line import DROP, KEEP

ENDS = {KEEP: PromiseEnd.KEPT, DROP: PromiseEnd.DROPPED}


class PromiseDesk(QObject):
    """Joins the lines to the services; a refusal is said in ``strip``, undo lies over ``page``."""

    def __init__(
        self,
        background: Background,
        strip: MessageStrip,
        now: Callable[[], datetime],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._background, self._strip, self._now, self._page = background, strip, now, page
        self.undo = UndoStrip(page)

    def act(self, contact: Contact, key: str) -> None:
        """Do what a link says."""
        if key not in ENDS:
            dialog = MoveDialog(self._background, contact, self._now(), self._page.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
            return
        self._background.do(
            self,
            end_promise,
            contact.order_id,
            contact.id,
            ENDS[key],
            then=self._ended,
            failed=self._refused,
        )

    def _ended(self, contact: Contact) -> None:
        is_kept = contact.promise_end is PromiseEnd.KEPT
        told = self.tr("The promise is kept") if is_kept else self.tr("The promise is called off")
        self.undo.show_act(told, lambda: self._renew(contact))

    def _renew(self, contact: Contact) -> None:
        self._background.do(self, renew_promise, contact.order_id, contact.id, failed=self._refused)

    def _refused(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(language()), closable=True)
