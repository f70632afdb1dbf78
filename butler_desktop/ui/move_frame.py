"""Move frame: the window's part in a move to a shared database: opens it, ends it, tells it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from butler_desktop.services.shared import Address
from butler_desktop.ui.background import Background
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.moving.move_dialog import MoveDialog
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.preferences.settings_page import SettingsPage
from butler_desktop.ui.queue.queue_page import QueuePage


class MoveFrame(QObject):
    """One dialog at a time, beside the window's work."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        settings: SettingsPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._background, self._settings = window, background, settings
        self.dialog: MoveDialog | None = None
        settings.shared.move_wanted.connect(self.open)

    def open(self, address: Address, password: str) -> None:
        """Opens the dialog with what is typed in the settings; one that is open comes forward."""
        if self.dialog is None:
            parent: QWidget = self._window
            self.dialog = MoveDialog(self._background, parent)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.show_address(address, password)
            self.dialog.chosen.connect(self._settings.shared.chosen)
            self.dialog.finished.connect(self._forget)
            self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def say_moved(self, place: str, pages: tuple[QueuePage, OrdersPage]) -> None:
        """This file's work has moved to ``place``: it can be looked at."""
        told = self.tr("The work in this file has moved to %1; here it can only be looked at.")
        told = told.replace("%1", place)
        for page in pages:
            page.look_only(told)
        self._window.failures.show_message("amber", told, closable=True)

    def stop(self) -> None:
        """The window closes: what is being moved is broken off."""
        if self.dialog is not None:
            self.dialog.stop()

    def _forget(self) -> None:
        self.dialog = None
