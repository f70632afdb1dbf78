"""Masked field: a personal number that shows itself for twenty seconds when asked to.

The field never holds the number while it is masked: pressing the eye sends
``reveal_wanted``, and the page hands the number in (and writes the event that
somebody looked). ``edit_wanted`` asks for it in order to change it.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.kit.line_field import LineField

SHOWN_FOR = 20_000  # ms


class MaskedField(LineField):
    """A labelled line that shows ``3301**********1234`` until the eye is pressed.

    ``icon`` is what is pressed: the eye, or a telephone beside a number to call.
    """

    reveal_wanted = Signal()
    revealed = Signal()  # the number is on screen now
    hidden = Signal()  # and now it is not

    def __init__(
        self, label: str, *, hint: str = "", icon: str = "eye", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._masked = ""
        self._open = False
        self._allowed = True
        self._icon = icon
        self._eye = self.add_icon(icon, self.tr("Show for 20 seconds"))
        self._eye.clicked.connect(self._toggle)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_FOR)
        self._clock.timeout.connect(self.hide_value)
        self.edit.setReadOnly(True)

    @property
    def is_revealed(self) -> bool:
        """Whether the number itself is on screen."""
        return self._open

    @property
    def clock(self) -> QTimer:
        """What hides the number again."""
        return self._clock

    def set_masked(self, masked: str) -> None:
        """Show the masked form of the saved number; an empty one can be typed into at once."""
        self._masked = masked
        if not self._open:
            self.set_value(masked)
            self.edit.setReadOnly(bool(masked) or not self._allowed)
            self._eye.setVisible(bool(masked))

    def reveal(self, number: str) -> None:
        """Show the number for twenty seconds; it can be changed meanwhile."""
        self._open = True
        self.set_value(number)
        self.edit.setReadOnly(not self._allowed)
        self._eye.set_icon("eye-off")
        self._eye.set_words(self.tr("Hide"))
        self._clock.start()
        self.revealed.emit()

    def hide_value(self) -> None:
        """Mask the number again; what was typed is committed first."""
        if not self._open:
            return
        self.commit()
        self._open = False
        self._clock.stop()
        self._eye.set_icon(self._icon)
        self._eye.set_words(self.tr("Show for 20 seconds"))
        self.set_masked(self._masked)
        self.hidden.emit()

    def set_read_only(self, read_only: bool) -> None:
        self._allowed = not read_only
        self.edit.set_locked(read_only)
        self.edit.setReadOnly(read_only or (bool(self._masked) and not self._open))

    def _toggle(self) -> None:
        if self._open:
            self.hide_value()
        else:
            self.reveal_wanted.emit()
