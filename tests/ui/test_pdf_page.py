import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from butler_desktop.errors import DocumentFailed
from butler_desktop.ui.pdf_page import draw_page, page_sizes

SCANS = Path(__file__).parents[1] / "data" / "scans"
TWO_PAGES = (SCANS / "two-pages.pdf").read_bytes()


@pytest.mark.usefixtures("qapp")
class TestPages:
    def test_sizes_are_told_in_points(self) -> None:
        sizes = [(size.width(), size.height()) for size in page_sizes(TWO_PAGES)]
        assert sizes == [(827, 1170), (827, 522)]

    @pytest.mark.parametrize(
        ("page", "box", "size"),
        [(0, (200, 200), (141, 200)), (1, (200, 200), (200, 126)), (1, (1, 1), (1, 1))],
    )
    def test_a_page_is_as_large_as_its_box_allows(
        self, page: int, box: tuple[int, int], size: tuple[int, int]
    ) -> None:
        image, points = draw_page(TWO_PAGES, page, QSize(*box))
        assert (image.width(), image.height()) == size
        assert points.width() == 827

    def test_a_page_lies_on_white(self) -> None:
        image, _points = draw_page(TWO_PAGES, 0, QSize(400, 400))
        assert image.format() is QImage.Format.Format_RGB32
        assert min(image.pixelColor(3, 3).getRgb()[:3]) > 230

    def test_a_page_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(DocumentFailed, match="第 3 页"):
            draw_page(TWO_PAGES, 2, QSize(100, 100))

    @pytest.mark.parametrize("data", [b"", b"no PDF", TWO_PAGES[:3000]])
    def test_what_is_no_pdf_is_refused(self, data: bytes) -> None:
        with pytest.raises(DocumentFailed):
            draw_page(data, 0, QSize(100, 100))


def test_the_window_goes_on_while_a_page_is_drawn(qtbot: QtBot) -> None:
    drawn: list[QImage] = []
    worker = threading.Thread(
        target=lambda: drawn.append(draw_page(TWO_PAGES, 0, QSize(3200, 3200))[0])
    )
    beats = [time.monotonic()]
    until_done = QEventLoop()
    heart = QTimer()
    heart.setInterval(1)

    def beat() -> None:
        beats.append(time.monotonic())
        if not worker.is_alive():
            until_done.quit()

    heart.timeout.connect(beat)
    heart.start()
    worker.start()
    until_done.exec()
    heart.stop()
    worker.join()
    assert drawn[0].height() == 3200
    # Drawn with Python's lock held, there would be two beats: before and after.
    assert len(beats) > 10
