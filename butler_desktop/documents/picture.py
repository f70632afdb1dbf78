"""Pictures: what the headers of a JPEG or PNG say, before anything is decoded.

Both formats are walked here by hand, in a few lines each (``jpeg_walk``,
``png_walk``), so that a library only ever sees a picture whose size is known
to be bearable, without the comments, profiles and tags that came with it.
"""

from dataclasses import dataclass

from butler_desktop.documents.scan_refusal import refusal

MOST_PIXELS = 80_000_000
"""An A3 page at 600 dpi has 70 million; more is nobody's scan of an identity card."""
MOST_SIDE = 30_000

TURNED = frozenset({5, 6, 7, 8})  # orientations that lay the picture on its side


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's header: size as stored, orientation (1–8 as in EXIF), traits.

    ``traits`` are codes of flags: ``cmyk``, ``greyscale``, ``transparent``,
    ``animated``, ``incomplete``. ``bare`` holds the bytes of a decodable file
    without its comments, profiles and tags.
    """

    width: int
    height: int
    orientation: int
    traits: tuple[str, ...]
    bare: bytes

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height as seen."""
        turned = self.orientation in TURNED
        return (self.height, self.width) if turned else (self.width, self.height)


def check_size(kind: str, width: int, height: int) -> None:
    """Refuse a picture that has no size, or one that is too large to decode."""
    if width < 1 or height < 1:
        raise refusal("damaged", kind=kind)
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise refusal(
            "too_many_pixels",
            width=width,
            height=height,
            millions=f"{width * height // 10_000:,}",
            most=f"{MOST_PIXELS // 10_000:,}",
            most_en=MOST_PIXELS // 1_000_000,
        )
