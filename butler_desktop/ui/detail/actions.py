"""Actions of the detail: its keys, as actions that a menu or the palette can show too."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Deed = Callable[[], None]


class DetailActions:
    """The actions by name; each belongs to the pane and works while the pane is visible."""

    def __init__(self, pane: QWidget) -> None:
        self._pane = pane
        self.by_name: dict[str, QAction] = {}

    def add(self, name: str, words: str, keys: str, deed: Deed, *, inside: bool = False) -> QAction:
        """An action; ``inside`` only while the keyboard is in the pane."""
        action = QAction(words, self._pane)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if inside
            else Qt.ShortcutContext.WindowShortcut
        )
        action.triggered.connect(lambda _on=False: deed())
        self._pane.addAction(action)
        self.by_name[name] = action
        return action

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]
