"""List keys: what a key means while a list has the focus.

Single letters (J, K) work here only, and never while an input method is
composing: composed text does not arrive as keys.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_PLAIN = {
    Qt.Key.Key_J: "down",
    Qt.Key.Key_K: "up",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_Space: "check",
    Qt.Key.Key_Escape: "leave",
}
_IGNORED = Qt.KeyboardModifier.KeypadModifier


def meaning(event: QKeyEvent) -> str:
    """``down``, ``up``, ``open``, ``check``, ``leave``, or nothing."""
    if event.modifiers() & ~_IGNORED:
        return ""
    return _PLAIN.get(Qt.Key(event.key()), "")
