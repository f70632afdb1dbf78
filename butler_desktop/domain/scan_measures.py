"""Scan measures: what was measured in an attached file beside what the filing systems want."""

from dataclasses import dataclass

from butler_desktop.domain.material import Material
from butler_desktop.domain.scan import (
    JPEG,
    PDF,
    PNG,
    ScanFlag,
    material_flags,
)
from butler_desktop.domain.scan import size_text as size
from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.words import Words

_FORMATS = {JPEG: Words("JPG", "JPG"), PNG: Words("PNG", "PNG"), PDF: Words("PDF", "PDF")}
_PICTURES = Words("JPG 或 PNG 图片", "JPG or PNG picture")
_IN_COLOUR = Words("彩色扫描或照片，RGB", "Colour scan or photo, RGB")


@dataclass(frozen=True, slots=True)
class ScanMeasure:
    """One measure: what it is, what was found, what is wanted; ``flag`` says what is wrong."""

    name: Words
    found: Words
    wanted: Words
    flag: ScanFlag | None


def scan_measures(material: Material, limits: ScanLimits) -> tuple[ScanMeasure, ...]:
    """The measures of one attached file, in the order of the panel."""
    flags = {flag.code: flag for flag in material_flags(material, limits)}

    def first(*codes: str) -> ScanFlag | None:
        return next((flags[code] for code in codes if code in flags), None)

    kind = _FORMATS.get(material.media_type, Words(material.media_type, material.media_type))
    measures = [
        ScanMeasure(
            Words("格式", "Format"), kind, _PICTURES, first("wrong_extension", "animated", "pdf")
        ),
        ScanMeasure(
            Words("大小", "Size"),
            _plain(size(material.byte_size)),
            _wanted_size(limits),
            first("too_large", "too_small"),
        ),
    ]
    if material.media_type == PDF:
        pages = material.page_count
        shown = Words(f"{pages} 页", f"{pages} page" if pages == 1 else f"{pages} pages")
        return (
            *measures,
            ScanMeasure(Words("页数", "Pages"), shown, _plain("–"), first("pdf_damaged")),
        )
    return (
        *measures,
        ScanMeasure(
            Words("清晰度", "Resolution"),
            Words(
                f"{material.pixel_width} × {material.pixel_height} 像素",
                f"{material.pixel_width} × {material.pixel_height} px",
            ),
            _wanted_side(limits),
            first("low_resolution", "blurred", "cut_edge", "incomplete"),
        ),
        ScanMeasure(
            Words("颜色", "Colour"), _colour(flags), _IN_COLOUR, first("cmyk", "greyscale")
        ),
    )


def _wanted_size(limits: ScanLimits) -> Words:
    most = size(limits.most_bytes)
    if limits.least_bytes:
        return _plain(f"{size(limits.least_bytes)} – {most}")
    return Words(f"不大于 {most}", f"At most {most}")


def _wanted_side(limits: ScanLimits) -> Words:
    side = limits.least_side
    if not side:
        return Words("不限", "Any")
    return Words(f"长边不低于 {side} 像素", f"Long side at least {side} px")


def _colour(flags: dict[str, ScanFlag]) -> Words:
    if "cmyk" in flags:
        return Words("CMYK", "CMYK")
    return Words("黑白", "Black and white") if "greyscale" in flags else Words("彩色", "Colour")


def _plain(text: str) -> Words:
    return Words(text, text)
