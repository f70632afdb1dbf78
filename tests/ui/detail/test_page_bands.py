"""A page is cut between its lines, not through them."""

from PySide6.QtGui import QImage, QPainter

from butler_desktop.ui.detail.page_bands import LEAST, MOST, OVERLAP, next_break


def breaks(page: QImage) -> list[int]:
    """Where the bands of a page end."""
    found = [0]
    while found[-1] < page.height():
        found.append(next_break(page, found[-1]))
    return found[1:]


def test_bands_meet_amid_rows_that_are_alike() -> None:
    page = QImage(400, 1000, QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    painter = QPainter(page)
    painter.drawLine(50, 0, 50, 999)  # lines down the page cross every band
    lines = range(17, 1000, 37)
    for row in lines:
        painter.drawLine(0, row, 399, row)
    painter.end()
    ends = breaks(page)
    assert ends[-1] == page.height()
    assert all(
        LEAST <= end - start <= MOST for start, end in zip([0, *ends], ends[:-1], strict=False)
    )
    for end in ends[:-1]:
        assert min(abs(end - row) for row in lines) > 2 * OVERLAP


def test_a_picture_without_such_rows_is_cut_all_the_same() -> None:
    page = QImage(8, 500, QImage.Format.Format_RGB32)
    for row in range(500):
        for column in range(8):
            page.setPixel(column, row, row * 251)
    assert breaks(page) == [MOST, 2 * MOST, 3 * MOST, 4 * MOST, 500]
