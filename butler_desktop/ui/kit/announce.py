"""Announce: says something once to readers of the screen, politely, without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(source: QWidget, text: str) -> None:
    """Have ``text`` read out when the reader has time; ``source`` is the place it concerns."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
