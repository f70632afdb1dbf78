"""Assignment desk: claims and hands over what is chosen, says so, and takes it back."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from butler_desktop.errors import ButlerError
from butler_desktop.services.assignment import Assigned, Charge, charge, claim, take_back
from butler_desktop.ui.assignment.hand_over_dialog import HandOverDialog
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.undo_strip import UndoStrip
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.queue.queue_page import QueuePage

Ids = tuple[str, ...]


class AssignmentDesk(QObject):
    """Joins the pages' buttons to the services."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        queue: QueuePage,
        orders: OrdersPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._background = window, background
        self._queue, self._orders = queue, orders
        self.strip = UndoStrip(window.pages)
        bar = queue.list_side.chosen_bar
        bar.claim_wanted.connect(self._claim_chosen)
        bar.hand_over_wanted.connect(self.hand_over_chosen)
        queue.detail.claim_wanted.connect(lambda filing: self.claim((), (filing,)))
        queue.detail.hand_over_wanted.connect(lambda filing: self.hand_over((), (filing,)))
        orders.detail.head.claim_wanted.connect(self._claim_order)
        orders.detail.head.hand_over_wanted.connect(self.hand_over_chosen)
        orders.detail.payments.done.connect(self.strip.show_act)
        for key, act in (
            ("Ctrl+Shift+A", self.hand_over_chosen),
            ("Ctrl+Z", self.strip.undo_now),
        ):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(act)

    def claim(self, order_ids: Ids, filing_ids: Ids) -> None:
        """Takes charge of what nobody is in charge of."""
        self._background.do(
            self, claim, order_ids, filing_ids, then=self._claimed, failed=self._refused
        )

    def hand_over_chosen(self) -> None:
        """Asks to whom the chosen rows of the page that is shown shall go."""
        if self._orders.isVisible():
            self.hand_over(self._orders.chosen_ids(), ())
        elif self._queue.isVisible():
            self.hand_over((), self._queue.chosen_ids())

    def hand_over(self, order_ids: Ids, filing_ids: Ids) -> None:
        """Asks to whom these shall go."""
        if order_ids or filing_ids:
            self._background.ask(self, charge, order_ids, filing_ids, then=self._ask)

    def _claim_chosen(self) -> None:
        """Of the chosen filings those that nobody is in charge of."""
        chosen = self._queue.chosen_ids()
        self._background.ask(self, charge, (), chosen, then=self._claim_free)

    def _claim_free(self, found: Charge) -> None:
        free = tuple(id_ for id_, butler in found.filings.items() if not butler)
        if free:
            self.claim((), free)
        else:
            told = self.tr("Each of the chosen filings has a butler already.")
            self._window.failures.show_message("blue", told, closable=True)

    def _claim_order(self) -> None:
        view = self._orders.detail.view
        if view is not None:
            self.claim((view.dossier.order.id,), ())

    def _ask(self, found: Charge) -> None:
        dialog = HandOverDialog(self._background, found, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.handed.connect(self._handed)
        dialog.open()

    def _claimed(self, done: Assigned) -> None:
        if done.orders:
            self._tell(self.tr("%n order(s) claimed", "", len(done.orders)), done)
        else:
            self._tell(self.tr("%n filing(s) claimed", "", len(done.filings)), done)

    def _handed(self, done: Assigned) -> None:
        self._tell(self.tr("Handed over to %1").replace("%1", done.to), done)

    def _tell(self, words: str, done: Assigned) -> None:
        """What a butler gave away is another's: only a supervisor gets it back by undo."""
        if done.is_queued:
            words += self.tr("; the team has it with the next sync")
        undo = (lambda: self._take_back(done)) if done.is_reversible else None
        self.strip.show_act(words, undo)

    def _take_back(self, done: Assigned) -> None:
        self._background.do(
            self,
            take_back,
            done,
            then=lambda _: self.strip.show_act(self.tr("Undone"), None),
            failed=self._refused,
        )

    def _refused(self, error: ButlerError) -> None:
        """Somebody was first, or the role does not allow it: nothing was done."""
        self._window.failures.show_message("amber", error.said(language()), closable=True)
