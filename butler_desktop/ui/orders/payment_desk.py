"""Payment desk: has an order paid or cancelled, says so, and takes it back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.dossier import Dossier
from butler_desktop.errors import ButlerError
from butler_desktop.services.orders import OrderView, cancel_order, take_back
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.orders.order_panel import OrderPanel
from butler_desktop.ui.orders.payment_dialog import PaymentDialog


class PaymentDesk(QObject):
    """Joins the panel to the services. ``done`` carries what was done, and its way back."""

    done = Signal(str, object)

    def __init__(
        self,
        background: Background,
        panel: OrderPanel,
        strip: MessageStrip,
        shown: Callable[[], OrderView | None],
        now: Callable[[], datetime],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._background, self._strip, self._window = background, strip, window
        self._shown, self._now = shown, now
        panel.payment_wanted.connect(self.ask_payment)
        panel.cancel_wanted.connect(self.cancel)

    def ask_payment(self) -> None:
        """Ask how the order was paid."""
        view = self._shown()
        if view is None:
            return
        order, now = view.dossier.order, self._now()
        dialog = PaymentDialog(self._background, order, now, self._window.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.recorded.connect(lambda dossier: self._tell(self.tr("Payment recorded"), dossier))
        dialog.open()

    def cancel(self) -> None:
        """The customer does not buy after all: done at once, for it can be taken back."""
        view = self._shown()
        if view is not None:
            self._background.do(
                self,
                cancel_order,
                view.dossier.order.id,
                then=lambda dossier: self._tell(self.tr("Order cancelled"), dossier),
                failed=self._refused,
            )

    def _tell(self, words: str, dossier: Dossier) -> None:
        self.done.emit(words, lambda: self._take_back(dossier))

    def _take_back(self, dossier: Dossier) -> None:
        self._background.do(
            self,
            take_back,
            dossier.order.id,
            dossier.revision,
            then=lambda _: self.done.emit(self.tr("Undone"), None),
            failed=self._refused,
        )

    def _refused(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(language()), closable=True)
