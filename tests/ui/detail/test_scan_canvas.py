from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from butler_desktop.ui.detail.scan_canvas import ZOOMS, ScanCanvas
from butler_desktop.ui.detail.scan_sheet import ScanSheet


def a_sheet(width: int = 1600, height: int = 1200) -> ScanSheet:
    """Blue, with a red quarter at the top left."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height // 2, QColor("red"))
    painter.end()
    return ScanSheet((image, image.scaled(width // 2, height // 2)), QSize(width, height))


@pytest.fixture
def canvas(qtbot: QtBot) -> ScanCanvas:
    made = ScanCanvas()
    qtbot.addWidget(made)
    made.resize(432, 332)
    made.show()
    qtbot.waitExposed(made)
    return made


def colour_at(canvas: ScanCanvas, across: float, down: float) -> str:
    image = canvas.viewport().grab().toImage()
    return image.pixelColor(int(image.width() * across), int(image.height() * down)).name()


def test_the_whole_sheet_is_shown_at_first(canvas: ScanCanvas) -> None:
    canvas.show_sheet(a_sheet())
    assert canvas.is_fitted
    assert canvas.zoom == pytest.approx(0.25)
    assert colour_at(canvas, 0.3, 0.3) == "#ff0000"
    assert colour_at(canvas, 0.7, 0.7) == "#0000ff"
    canvas.resize(832, 632)
    assert canvas.zoom == pytest.approx(0.5)


def test_a_small_sheet_is_not_blown_up(canvas: ScanCanvas) -> None:
    canvas.show_sheet(a_sheet(100, 80))
    assert canvas.zoom == 1.0


def test_turning_turns_what_is_seen_clockwise(canvas: ScanCanvas) -> None:
    canvas.show_sheet(a_sheet())
    seen = []
    for _ in range(4):
        corners = [(0.35, 0.35), (0.65, 0.35), (0.65, 0.65), (0.35, 0.65)]
        seen.append([colour_at(canvas, *corner) for corner in corners].index("#ff0000"))
        canvas.turn()
    assert seen == [0, 1, 2, 3]
    assert canvas.angle == 0


def test_steps_go_along_the_usual_zooms(canvas: ScanCanvas) -> None:
    canvas.show_sheet(a_sheet())
    canvas.step_zoom(1)
    assert canvas.zoom == 0.33
    for _ in range(20):
        canvas.step_zoom(1)
    assert canvas.zoom == ZOOMS[-1]
    for _ in range(20):
        canvas.step_zoom(-1)
    assert canvas.zoom == ZOOMS[0]
    canvas.fit()
    assert canvas.is_fitted


@pytest.mark.parametrize("spot", [QPointF(100, 80), QPointF(216, 166), QPointF(300, 250)])
def test_the_spot_under_the_pointer_stays_there(canvas: ScanCanvas, spot: QPointF) -> None:
    canvas.show_sheet(a_sheet())
    canvas.set_zoom(1.0, spot)

    def on_sheet() -> QPointF:
        return (spot - canvas._place().topLeft()) / canvas.zoom

    before = on_sheet()
    canvas.set_zoom(2.0, spot)
    assert (on_sheet() - before).manhattanLength() < 2


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(canvas: ScanCanvas) -> None:
    canvas.show_sheet(a_sheet())

    def roll(keys: Qt.KeyboardModifier, way: int) -> None:
        middle = QPointF(canvas.viewport().rect().center())
        event = QWheelEvent(
            middle,
            canvas.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, way),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas.viewport(), event)

    roll(Qt.KeyboardModifier.ControlModifier, 120)
    assert canvas.zoom == 0.33
    canvas.set_zoom(1.0)
    before = canvas.verticalScrollBar().value()
    roll(Qt.KeyboardModifier.NoModifier, -120)
    assert canvas.zoom == 1.0
    assert canvas.verticalScrollBar().value() > before


def test_a_zoomed_sheet_is_dragged(canvas: ScanCanvas, qtbot: QtBot) -> None:
    canvas.show_sheet(a_sheet())
    canvas.set_zoom(1.0)
    before = canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()
    port, left = canvas.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=QPoint(200, 150))
    qtbot.mouseMove(port, QPoint(150, 120))
    qtbot.mouseRelease(port, left, pos=QPoint(150, 120))
    after = canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()
    assert (after[0] - before[0], after[1] - before[1]) == (50, 30)


def test_a_double_click_shows_all_or_each_pixel(canvas: ScanCanvas, qtbot: QtBot) -> None:
    canvas.show_sheet(a_sheet())
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert canvas.zoom == 1.0
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert canvas.is_fitted


def test_keys_do_what_the_buttons_do(canvas: ScanCanvas, qtbot: QtBot) -> None:
    canvas.show_sheet(a_sheet())
    turned: list[int] = []
    canvas.turned_page.connect(turned.append)
    qtbot.keyClicks(canvas, "+")
    assert canvas.zoom == 0.33
    qtbot.keyClicks(canvas, "-")
    assert canvas.zoom == 0.25
    qtbot.keyClicks(canvas, "r")
    assert canvas.angle == 90
    qtbot.keyClicks(canvas, "0")
    assert canvas.is_fitted
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(canvas, Qt.Key.Key_PageUp)
    assert turned == [1, -1]


def test_another_sheet_is_upright_and_whole_again(canvas: ScanCanvas) -> None:
    canvas.show_sheet(a_sheet())
    canvas.turn()
    canvas.set_zoom(2.0)
    canvas.show_sheet(a_sheet(800, 600))
    assert (canvas.is_fitted, canvas.angle, canvas.zoom) == (True, 0, 0.5)


def test_an_empty_canvas_takes_every_gesture(canvas: ScanCanvas, qtbot: QtBot) -> None:
    canvas.show_sheet(None)
    for gesture in (canvas.turn, canvas.fit, lambda: canvas.step_zoom(1)):
        gesture()
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton)
    canvas.viewport().grab()
    assert canvas.sheet is None


def test_painting_shrinks_from_a_drawing_near_in_size() -> None:
    sheet = a_sheet()
    half: Any = sheet.levels[1]
    assert sheet.level(3000) is sheet.levels[0]
    assert sheet.level(801) is sheet.levels[0]
    assert sheet.level(800) is half
    assert sheet.level(10) is half
