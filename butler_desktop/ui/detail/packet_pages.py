"""Packet pages: the pages of a confirmation packet as pictures, drawn on the workers.

A page is drawn at exactly the width it is shown at, so that its type is as
sharp as the paper's. What was drawn is kept for a while.
"""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage

from butler_desktop.ui.background import Background
from butler_desktop.ui.pdf_page import draw_page, page_sizes

FINE, MOST_TIMES = 1400, 6
"""A page is drawn about so wide, in pixels, and shrunk by so much at most."""

TALLEST = 100_000
"""No page is so high: its width alone decides."""

KEPT_BYTES = 64_000_000
"""Of pictures: some twenty pages as a screen shows them, with their thumbnails."""


class PacketPages(QObject):
    """Pages of one PDF; ``opened`` when their sizes are known, ``drawn`` when one is ready."""

    opened = Signal()
    drawn = Signal(int)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._pdf = b""
        self._sizes: tuple[QSizeF, ...] = ()
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()

    def open(self, pdf: bytes) -> None:
        """Show the pages of another file."""
        self._pdf = pdf
        self._images.clear()
        self._asked.clear()
        self._background.compute(
            self, page_sizes, pdf, then=partial(self._sized, pdf), topic="sizes"
        )

    def close(self) -> None:
        """Show no page any more."""
        self._pdf, self._sizes = b"", ()
        self._images.clear()
        self._asked.clear()
        self.opened.emit()

    @property
    def pdf(self) -> bytes:
        """The file whose pages these are; empty for none."""
        return self._pdf

    @property
    def sizes(self) -> tuple[QSizeF, ...]:
        """The pages' sizes in points."""
        return self._sizes

    def image(self, page: int, width: int) -> QImage | None:
        """The page at ``width`` device pixels; asked for, and None, where it is not drawn yet."""
        key = (page, width)
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        if key not in self._asked:
            self._asked.add(key)
            self._background.compute(
                self,
                page_picture,
                self._pdf,
                page,
                width,
                then=partial(self._drawn, self._pdf, key),
                topic=f"page {page} {width}",
            )
        return None

    def nearest(self, page: int) -> QImage | None:
        """The page at any width, to be stretched until the right one is drawn."""
        found = [image for (number, _width), image in self._images.items() if number == page]
        return max(found, key=QImage.width, default=None)

    def _bytes(self) -> int:
        return sum(image.sizeInBytes() for image in self._images.values())

    def _sized(self, pdf: bytes, sizes: tuple[QSizeF, ...]) -> None:
        if pdf is self._pdf:
            self._sizes = sizes
            self.opened.emit()

    def _drawn(self, pdf: bytes, key: tuple[int, int], image: QImage) -> None:
        if pdf is self._pdf:
            self._asked.discard(key)
            self._images[key] = image
            while len(self._images) > 1 and self._bytes() > KEPT_BYTES:
                self._images.popitem(last=False)
            self.drawn.emit(key[0])


def page_picture(pdf: bytes, page: int, width: int) -> QImage:
    """One page at ``width`` pixels, on white. Raises DocumentFailed.

    A small page is drawn larger and shrunk: hairlines would else be as black
    and wide as a pixel.
    """
    more = max(min(round(FINE / width), MOST_TIMES), 1)
    picture, points = draw_page(pdf, page, QSize(width * more, TALLEST))
    if more == 1:
        return picture
    high = round(width * points.height() / points.width())
    return picture.scaled(
        width,
        high,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
