"""Pixels: a small, upright, white-backed picture of a scan, whatever the scan is stored as.

Only the bare file of a walked picture is decoded: its size is known to be
bearable, and a JPEG is decoded at an eighth of its size where that is enough.
"""

import struct
from io import BytesIO

from PIL import Image

from butler_desktop.documents.jpeg_walk import read_jpeg
from butler_desktop.documents.picture import TURNED, Picture
from butler_desktop.documents.png_walk import read_png
from butler_desktop.documents.scan_refusal import refusal
from butler_desktop.domain.scan import JPEG

# What Pillow's readers let out when a file contradicts itself.
_DECODER_ERRORS = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PLAIN_MODES = frozenset({"L", "RGB", "RGBA", "CMYK"})  # those that can be averaged as they are
_MOST_WIDENED = 16_000_000  # pixels; four bytes each once they are no palette's any more


def read_picture(data: bytes, media_type: str) -> Picture:
    """The header of a JPEG or PNG file, its bytes walked to the end. Raises ScanRefused."""
    return read_jpeg(data) if media_type == JPEG else read_png(data)


def small_picture(picture: Picture, media_type: str, box: tuple[int, int]) -> Image.Image:
    """The picture within ``box`` (width, height), as seen. Raises ScanRefused."""
    width, height = reversed(box) if picture.orientation in TURNED else box
    kind = "JPG" if media_type == JPEG else "PNG"
    try:
        with Image.open(BytesIO(picture.bare), formats=[kind.replace("JPG", "JPEG")]) as image:
            image.draft(None, (width, height))
            image.load()
            shrunk = _shrunk(image, (width, height))
    except MemoryError as error:
        raise refusal("too_complex", kind=kind) from error
    except _DECODER_ERRORS as error:
        raise refusal("damaged", kind=kind) from error
    turn = _TURNS.get(picture.orientation)
    return shrunk if turn is None else shrunk.transpose(turn)


def _shrunk(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    if image.mode not in _PLAIN_MODES:
        image = _plain(image, box)
    image.thumbnail(box, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _plain(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    """A palette, bitmap or 16-bit picture as one that can be averaged."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda level: level / 256).convert("L")
    coarse = max(min(image.width // (box[0] * 4), image.height // (box[1] * 4)), 1)
    if coarse > 1 and image.width * image.height > _MOST_WIDENED:
        size = (image.width // coarse, image.height // coarse)
        image = image.resize(size, Image.Resampling.NEAREST)
    has_alpha = image.mode in {"LA", "PA"} or "transparency" in image.info
    return image.convert("RGBA" if has_alpha else "RGB")
