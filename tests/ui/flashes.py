"""Windows that flash up: parts that were shown before they had a place in one."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

PLAIN = (Qt.WindowType.Widget, Qt.WindowType.Window)


class Flashes(QObject):
    """Names the widgets that were shown as windows of their own and are no dialogs or menus."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            is_plain = watched.isWindow() and watched.windowType() in PLAIN
            if is_plain and not isinstance(watched, QDialog):
                self.seen.append(type(watched).__name__)
        return False
