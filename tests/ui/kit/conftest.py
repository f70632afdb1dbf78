"""What tests of the kit share: shown widgets, their colours, and typing as an input method does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def picture() -> Callable[[QWidget], QImage]:
    """How a widget looks now."""
    return lambda widget: widget.grab().toImage()


@pytest.fixture
def colours() -> Callable[[QWidget], set[str]]:
    """The colours that a widget shows now, as ``#RRGGBB``."""

    def seen(widget: QWidget) -> set[str]:
        image = widget.grab().toImage()
        return {
            image.pixelColor(x, y).name().upper()
            for x in range(image.width())
            for y in range(image.height())
        }

    return seen


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """A widget on screen, taken away after the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


@pytest.fixture
def compose() -> Callable[[QWidget, str], None]:
    """Types Chinese, as an input method does."""

    def commit(receiver: QWidget, text: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(receiver, event)

    return commit


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """A page on screen, held until the test is over: what lies on it lives as long as it does."""
    made = QWidget()
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
