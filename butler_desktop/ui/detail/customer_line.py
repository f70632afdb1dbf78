"""Customer line: whom to call, with the number masked until it is asked for.

Like a masked field it asks for the number with ``reveal_wanted``: who hands it
in writes the event that somebody looked.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.masking import masked_phone
from butler_desktop.domain.order import Order
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.masked_field import SHOWN_FOR
from butler_desktop.ui.kit.text import Link, Text


class CustomerLine(QWidget):
    """陈女士 138****1234 显示号码."""

    reveal_wanted = Signal()

    def __init__(self, order: Order, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._words = Text("", Role.META, "text_2")
        self._link = Link("", Role.META)
        self._link.clicked.connect(self._toggle)
        if not order.contact_phone:
            self._link.hide()
        row = HBox(self, gap=6)
        row.addWidget(self._words)
        row.addWidget(self._link)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_FOR)
        self._clock.timeout.connect(self.hide_number)
        self.hide_number()

    @property
    def is_masked(self) -> bool:
        """Whether the number is hidden."""
        return not self._clock.isActive()

    def hide_number(self) -> None:
        """Hide the number again."""
        self._clock.stop()
        self._say(masked_phone(self._order.contact_phone), self.tr("Show the number"))

    def reveal(self, phone: str) -> None:
        """Show the number for twenty seconds."""
        self._clock.start()
        self._say(phone, self.tr("Hide"))

    def _toggle(self) -> None:
        if self.is_masked:
            self.reveal_wanted.emit()
        else:
            self.hide_number()

    def _say(self, phone: str, link: str) -> None:
        self._words.setText(f"{self._order.contact_name} {phone}".strip())
        self._link.set_text(link)
