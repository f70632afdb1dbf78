"""Returned files: the sheets of a scan, a photo or a PDF that came back, and the codes on them.

A PDF is drawn by PDFium, so that it does not matter how a scanner packed its
pages; the codes are read by ZXing.
"""

from typing import TYPE_CHECKING

from butler_desktop.documents.file_signature import media_type
from butler_desktop.documents.pdf_drawing import draw_page
from butler_desktop.documents.pdf_walk import read_pdf
from butler_desktop.documents.picture_pixels import read_picture, small_picture
from butler_desktop.documents.thumbnail import Pixels
from butler_desktop.domain.scan import PDF

if TYPE_CHECKING:
    from PIL import Image

READING_SIDES = (2400, 4800)
"""Pixels of the long side at which codes are looked for, one after the other.

A4 at 200 dpi first: a code of 14 mm is then 110 pixels wide.
"""


class ReturnedFile:
    """A file that came back; sheets count from 1."""

    def __init__(self, data: bytes) -> None:
        """Raises ScanRefused (a DocumentFailed) for what is no picture and no PDF."""
        self._data = data
        self.media_type = media_type(data)
        self.sheets = read_pdf(data).pages if self.media_type == PDF else 1

    def codes(self, sheet: int) -> tuple[str, ...]:
        """The texts of the QR codes on a sheet, each once. Raises ScanRefused."""
        import zxingcpp

        for side in READING_SIDES:
            image = self._drawn(sheet, (side, side))
            found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
            texts = tuple(dict.fromkeys(each.text for each in found if each.text))
            if texts or max(image.size) < side:
                return texts
        return ()

    def pixels(self, sheet: int, box: tuple[int, int]) -> Pixels:
        """A sheet within ``box`` (width, height) for a window to draw. Raises ScanRefused."""
        image = self._drawn(sheet, box).convert("RGB")
        return Pixels(image.width, image.height, image.tobytes())

    def _drawn(self, sheet: int, box: tuple[int, int]) -> "Image.Image":
        if self.media_type != PDF:
            return small_picture(read_picture(self._data, self.media_type), self.media_type, box)
        return draw_page(self._data, sheet - 1, box)
