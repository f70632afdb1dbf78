"""Section header: the title of a part of a page, and how far it is, at the right."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.text import Text


class SectionHeader(QWidget):
    """A bold title, room for a widget at the right, and a quiet status."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Text(title, Role.BODY_BOLD)
        self._status = Hint()
        self._row = HBox(self, gap=8)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self._status)
        self._status.hide()
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Say another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def show_status(self, text: str, icon: str = "", ink: str = "text_3") -> None:
        """Say how far the part is (12/12 已填 ・ 10:41 自动保存); empty hides it."""
        self._status.show_hint(icon, text, ink)
        self._status.setVisible(bool(text))

    def add_right(self, widget: QWidget) -> None:
        """Put a button or a link at the right end."""
        self._row.addWidget(widget)
