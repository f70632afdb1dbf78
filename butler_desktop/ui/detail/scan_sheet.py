"""Scan sheets: one page of an attached file, ready to be drawn at any size.

Made on a worker: a picture is decoded no larger than can be looked at, a PDF
page is drawn by QtPdf, and both are halved again and again, so that painting
never has to shrink more than two to one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage

from butler_desktop.domain.material import Material
from butler_desktop.domain.scan import PDF
from butler_desktop.errors import ButlerError
from butler_desktop.services.scans import scan_bytes, scan_pixels
from butler_desktop.ui.background import Background
from butler_desktop.ui.pdf_page import draw_page

if TYPE_CHECKING:
    from butler_desktop.services.scans import Pixels

MOST_SIDE = 4096
"""The longest side that is decoded; a page of A4 has 350 dpi then."""
_PAGE_SIDE = 3200
_SMALLEST = 256
_POINTS = 72
_SCREEN = 96  # dpi at which a page of paper counts as 100 %


@dataclass(frozen=True, slots=True)
class ScanSheet:
    """A page: drawings of it from large to small, each half the one before.

    ``size`` is what 100 % means, in pixels.
    """

    levels: tuple[QImage, ...]
    size: QSize

    def level(self, width: float) -> QImage:
        """The smallest drawing that is still as wide as ``width`` device pixels."""
        fit = [image for image in self.levels if image.width() >= width]
        return fit[-1] if fit else self.levels[0]


class Scans(Protocol):
    """Where the tab gets drawings from."""

    def thumbnail(
        self, owner: QObject, material: Material, box: QSize, then: Callable[[QImage], None]
    ) -> None:
        """A small drawing of the first page within ``box`` device pixels."""
        ...

    def sheet(
        self,
        owner: QObject,
        material: Material,
        page: int,
        then: Callable[[ScanSheet], None],
        failed: Callable[[ButlerError], None],
    ) -> None:
        """One page; a newer question of the same owner replaces an older one."""
        ...


class StoredScans:
    """Drawings of what lies in the store, made on the background's workers."""

    def __init__(self, background: Background) -> None:
        self._background = background

    def thumbnail(
        self, owner: QObject, material: Material, box: QSize, then: Callable[[QImage], None]
    ) -> None:
        """A small drawing of the first page; none comes for a file that cannot be drawn."""
        topic = f"thumbnail {material.id}"
        self._background.ask(
            owner, _thumbnail, material, box, then=then, topic=topic, failed=_no_drawing
        )

    def sheet(
        self,
        owner: QObject,
        material: Material,
        page: int,
        then: Callable[[ScanSheet], None],
        failed: Callable[[ButlerError], None],
    ) -> None:
        """One page, its file checked against its hash."""
        self._background.ask(owner, _sheet, material, page, then=then, topic="sheet", failed=failed)


def _no_drawing(_error: ButlerError) -> None:
    """The row keeps its plain paper; opening the file tells why."""


def _thumbnail(work: Any, material: Material, box: QSize) -> QImage:
    if material.media_type == PDF:
        return draw_page(scan_bytes(work, material), 0, box)[0]
    return _picture(work, material, box)


def _sheet(work: Any, material: Material, page: int) -> ScanSheet:
    if material.media_type == PDF:
        box = QSize(_PAGE_SIDE, _PAGE_SIDE)
        image, points = draw_page(scan_bytes(work, material), page, box)
        return ScanSheet(levels(image), (points * _SCREEN / _POINTS).toSize())
    image = _picture(work, material, QSize(MOST_SIDE, MOST_SIDE))
    return ScanSheet(levels(image), QSize(material.pixel_width, material.pixel_height))


def _picture(work: Any, material: Material, box: QSize) -> QImage:
    return drawn(scan_pixels(work, material, (box.width(), box.height())))


def drawn(pixels: "Pixels") -> QImage:
    """A decoded picture as Qt draws it."""
    line = pixels.width * 3
    borrowed = QImage(pixels.data, pixels.width, pixels.height, line, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)  # owns its bytes, quick to draw


def levels(image: QImage) -> tuple[QImage, ...]:
    """A drawing, and each half of the one before."""
    found = [image]
    while max(found[-1].width(), found[-1].height()) > 2 * _SMALLEST:
        half = QSize(max(found[-1].width() // 2, 1), max(found[-1].height() // 2, 1))
        found.append(
            found[-1].scaled(
                half,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return tuple(found)
