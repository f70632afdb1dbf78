"""PDF walk: pages of a customer's PDF, and whether it can be opened and shown safely.

qpdf reads the structure under limits of memory, nesting and length, and counts
the pages along their tree. Every stream is unpacked within bounds or, if it is
a picture, judged by its size.
"""

import struct
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf.settings import set_qpdf_limits

from butler_desktop.documents.jpeg_walk import read_jpeg
from butler_desktop.documents.picture import check_size
from butler_desktop.documents.scan_refusal import ScanRefused, refusal

MOST_PAGES = 300
_KIND = "PDF"
_MOST_OBJECTS = 100_000
_MOST_STREAM = 64 * 1024 * 1024  # bytes that one stream may unpack to
_MOST_STREAMS = 512 * 1024 * 1024  # and all of them together
_LZW = "/LZWDecode"
_MOST_LZW = 200 * 1024  # packed bytes: qpdf has no limit of memory for this one
_OPAQUE = frozenset(  # left packed by qpdf
    {"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/Crypt"}
)
_JPX_SIZE = b"\xff\x4f\xff\x51"  # start of a JPEG 2000 picture, then its size


@dataclass(frozen=True, slots=True)
class PdfPages:
    """What a PDF holds; ``damaged`` where parts of it had to be left out or mended."""

    pages: int
    damaged: bool


def read_pdf(data: bytes) -> PdfPages:
    """Count the pages of a PDF and check that all of it can be unpacked.

    Raises ScanRefused for one that is locked, damaged beyond reading, or too large.
    """
    _hold_qpdf_to_limits()
    if data.count(b" obj") > _MOST_OBJECTS:  # looking for the lost among so many takes minutes
        raise refusal("too_complex", kind=_KIND)
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            if len(pdf.objects) > _MOST_OBJECTS:
                raise refusal("too_complex", kind=_KIND)
            pages = len(pdf.pages)
            if pages > MOST_PAGES:
                raise refusal("too_many_pages", most=MOST_PAGES)
            sound = _streams_are_sound(pdf)
            return PdfPages(pages, damaged=not sound or bool(pdf.get_warnings()))
    except pikepdf.PasswordError as error:
        raise refusal("password") from error
    except MemoryError as error:
        raise refusal("too_complex", kind=_KIND) from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as error:
        raise refusal("damaged", kind=_KIND) from error


@cache
def _hold_qpdf_to_limits() -> None:
    """Set qpdf's limits, once: they hold for the whole process."""
    set_qpdf_limits(
        doc_max_warnings=200,
        parser_max_nesting=100,
        parser_max_container_size=200_000,
        flate_max_memory=_MOST_STREAM,
        png_max_memory=_MOST_STREAM,
        tiff_max_memory=_MOST_STREAM,
        run_length_max_memory=_MOST_STREAM,
        dct_max_memory=_MOST_STREAM,
        dct_max_progressive_scans=100,
        max_stream_filters=4,
    )


def _streams_are_sound(pdf: pikepdf.Pdf) -> bool:
    """Whether every stream unpacks; refuses one that unpacks to too much."""
    sound, total = True, 0
    for stream in pdf.objects:
        if not isinstance(stream, pikepdf.Stream):
            continue
        if stream.get("/Subtype") == pikepdf.Name.Image:
            sound = _image_is_sound(stream) and sound
            continue
        filters = _filters(stream)
        if filters & _OPAQUE:
            continue
        if _LZW in filters and len(stream.read_raw_bytes()) > _MOST_LZW:
            raise refusal("too_complex", kind=_KIND)
        try:
            total += len(stream.read_bytes())
        except pikepdf.DataDecodingError as error:
            if "memory limit" in str(error):
                raise refusal("too_complex", kind=_KIND) from error
            sound = False
        if total > _MOST_STREAMS:
            raise refusal("too_complex", kind=_KIND)
    return sound


def _image_is_sound(stream: pikepdf.Stream) -> bool:
    """Judge a picture by its size alone; those that bring their own header by that as well."""
    check_size(_KIND, *(_number(stream.get(key)) for key in ("/Width", "/Height")))
    filters = _filters(stream)
    if filters == {"/DCTDecode"}:
        try:
            read_jpeg(stream.read_raw_bytes())
        except ScanRefused as refused:
            if refused.flag.code != "damaged":
                raise
            return False
    if filters == {"/JPXDecode"}:
        raw = stream.read_raw_bytes()
        place = raw.find(_JPX_SIZE)
        if place < 0 or place + 16 > len(raw):
            return False
        check_size(_KIND, *struct.unpack_from(">II", raw, place + 8))
    return True


def _filters(stream: pikepdf.Stream) -> set[str]:
    named = stream.get("/Filter")
    if named is None:
        return set()
    return {str(name) for name in (named if isinstance(named, pikepdf.Array) else [named])}


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
