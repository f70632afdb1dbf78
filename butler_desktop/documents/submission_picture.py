"""Submission pictures: a paper's file in the form that the filing systems take.

What meets the limits goes out as it is, to the byte. Anything else is drawn
anew beside it: upright, in RGB on white, a page of a PDF as a picture of its
own. Of the qualities that the size allows the best is taken; only then it is
drawn smaller, and never below the least side. The same file gives the same
bytes each time. Nothing is drawn larger than it is: what a photo does not
show, no pixels add.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from butler_desktop.documents.file_signature import media_type
from butler_desktop.documents.pdf_drawing import draw_page, page_points
from butler_desktop.documents.pdf_walk import read_pdf
from butler_desktop.documents.picture_pixels import read_picture, small_picture
from butler_desktop.documents.scan_refusal import refusal
from butler_desktop.documents.watermark import marked
from butler_desktop.domain.scan import JPEG, PDF, PNG, size_text
from butler_desktop.domain.scan_limits import ScanLimits

if TYPE_CHECKING:
    from PIL import Image

MOST_SIDE = 4961
"""Pixels of the long side that are kept: A3 at 300 dpi."""
PAGE_DPI = 300
BEST, GOOD, LEAST = 95, 60, 10
"""JPEG qualities: the best, the least before the picture is made smaller, the least of all."""
SMALLER = 0.85
LEAST_SIDE = 64
GLANCE = (64, 64)
UNFIT = frozenset({"cmyk", "transparent", "animated"})
"""Traits with which a picture cannot go out as it is."""


@dataclass(frozen=True, slots=True)
class SubmissionPicture:
    """One picture as it goes out; ``is_original`` where it is the customer's file to the byte."""

    data: bytes
    media_type: str
    width: int
    height: int
    is_original: bool = False

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


def submission_pictures(
    data: bytes, limits: ScanLimits, mark: str = ""
) -> Iterator[SubmissionPicture]:
    """The pictures of all pages of a file; ``mark`` is written where nothing stands.

    Raises ScanRefused for a file that cannot be used.
    """
    pages = read_pdf(data).pages if media_type(data) == PDF else 1
    for page in range(pages):
        yield submission_picture(data, limits, page, mark)


def submission_picture(
    data: bytes, limits: ScanLimits, page: int = 0, mark: str = ""
) -> SubmissionPicture:
    """The picture of one page (from 0). Raises ScanRefused."""
    kind = media_type(data)
    if kind == PDF:
        read_pdf(data)  # refuses what PDFium had better not see
        points = max(page_points(data, page))
        side = min(max(round(points * PAGE_DPI / 72), limits.least_side), MOST_SIDE)
        image = draw_page(data, page, (side, side)).convert("RGB")
    else:
        picture = read_picture(data, kind)
        is_fit = kind in limits.formats and len(data) <= limits.most_bytes
        is_plain = picture.orientation == 1 and not UNFIT & set(picture.traits)
        if is_fit and is_plain and not mark:
            small_picture(picture, kind, GLANCE)  # refuses what cannot be decoded
            return SubmissionPicture(data, kind, *picture.upright_size, is_original=True)
        image = small_picture(picture, kind, (MOST_SIDE, MOST_SIDE))
    if mark:
        image = marked(image, mark)
    return _fitted(image, limits, lossless=kind == PNG)


def _fitted(image: "Image.Image", limits: ScanLimits, *, lossless: bool) -> SubmissionPicture:
    """The picture as good as the limits allow; ``lossless`` stays so where there is room."""
    if PNG in limits.formats and (lossless or JPEG not in limits.formats):
        packed = _png(image)
        if len(packed) <= limits.most_bytes:
            return SubmissionPicture(packed, PNG, *image.size)
    is_jpeg = JPEG in limits.formats
    floor = max(min(limits.least_side, max(image.size)), LEAST_SIDE)
    while True:
        side = max(image.size)
        is_last = side <= floor
        if is_jpeg:
            found = _best_jpeg(image, limits.most_bytes, LEAST if is_last else GOOD)
        else:
            found = _png(image)
            found = found if len(found) <= limits.most_bytes else None
        if found is not None:
            return SubmissionPicture(found, JPEG if is_jpeg else PNG, *image.size)
        if is_last:
            raise refusal("cannot_fit", most=size_text(limits.most_bytes))
        image = _within(image, max(round(side * SMALLER), floor))


def _best_jpeg(image: "Image.Image", most: int, least: int) -> bytes | None:
    """The best quality from ``least`` on that takes no more than ``most`` bytes."""
    found, low, high = None, least, BEST
    quality = BEST  # most pictures fit at once
    while low <= high:
        packed = _jpeg(image, quality)
        if len(packed) <= most:
            found, low = packed, quality + 1
        else:
            high = quality - 1
        quality = (low + high) // 2
    return found


def _within(image: "Image.Image", side: int) -> "Image.Image":
    from PIL import Image

    scale = side / max(image.size)
    size = (max(round(image.width * scale), 1), max(round(image.height * scale), 1))
    return image.resize(size, Image.Resampling.LANCZOS)


def _jpeg(image: "Image.Image", quality: int) -> bytes:
    out = BytesIO()  # not optimised: that breaks off on noise, which packs worst
    image.save(out, "JPEG", quality=quality, subsampling=0)
    return out.getvalue()


def _png(image: "Image.Image") -> bytes:
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
