"""Scans: what was found in a file that a customer sent, and how it is judged.

A file that cannot be used at all never becomes a report: it is refused. What
can be used carries flags, each told in words that need nothing but the
material's own columns, so that a flag kept as a code years ago still reads
the same.

Sizes are bytes (1 KB is 1024), lengths are pixels as seen upright.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from butler_desktop.domain.material import Material
from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.words import Words

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"
SUFFIXES = {
    JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    PNG: (".png",),
    PDF: (".pdf",),
}
"""The media types that are taken, with the file name endings that say so."""


class Severity(StrEnum):
    """How much a flag weighs."""

    REFUSED = "refused"  # the file was not taken
    WARNING = "warning"  # taken; the authority will probably return it
    INFO = "info"  # taken; good to know


@dataclass(frozen=True, slots=True)
class ScanFlag:
    """One thing to know about a file."""

    code: str
    severity: Severity
    message: Words


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """What can be measured in a file. A PDF has no pixels, a picture has one page."""

    file_name: str
    media_type: str
    byte_size: int
    pixel_width: int = 0
    pixel_height: int = 0
    pages: int = 1


@dataclass(frozen=True, slots=True)
class ScanReport:
    """A file that can be used: its measures, the hash of its bytes, its flags (worst first)."""

    media_type: str
    byte_size: int
    sha256: str
    pixel_width: int
    pixel_height: int
    pages: int
    flags: tuple[ScanFlag, ...]


def measured_codes(facts: ScanFacts, limits: ScanLimits) -> tuple[str, ...]:
    """The codes that follow from a file's measures and name alone."""
    is_picture = facts.media_type != PDF
    long_side = max(facts.pixel_width, facts.pixel_height)
    found = {
        "low_resolution": is_picture and long_side < limits.least_side,
        "too_large": facts.byte_size > limits.most_bytes,
        "too_small": is_picture and facts.byte_size < limits.least_bytes,
        "wrong_extension": _suffix(facts) not in SUFFIXES.get(facts.media_type, ()),
        "pdf": not is_picture and PDF not in limits.formats,
    }
    return tuple(code for code, holds in found.items() if holds)


def scan_flags(codes: Iterable[str], facts: ScanFacts, limits: ScanLimits) -> tuple[ScanFlag, ...]:
    """The flags of ``codes`` in words, warnings first.

    A code that this version does not know (a newer one set it) is shown as it is.
    """
    flags = [_flag(code, facts, limits) for code in codes]
    return tuple(sorted(flags, key=lambda flag: flag.severity is Severity.INFO))


def material_flags(material: Material, limits: ScanLimits) -> tuple[ScanFlag, ...]:
    """The flags of an attached material in words, warnings first."""
    facts = ScanFacts(
        material.file_name,
        material.media_type,
        material.byte_size,
        material.pixel_width,
        material.pixel_height,
        material.page_count,
    )
    return scan_flags(material.flags, facts, limits)


def warned_codes(material: Material) -> frozenset[str]:
    """The codes of a material that are warnings."""
    return frozenset(
        code for code in material.flags if _WORDED.get(code, _UNKNOWN)[0] is Severity.WARNING
    )


def size_text(count: int) -> str:
    """A file size as people write it: ``19 B``, ``4.9 KB``, ``2 MB``; KB is 1024 bytes."""
    if count < 1024:
        return f"{count} B"
    unit, name = (1024 * 1024, "MB") if count >= 1024 * 1024 else (1024, "KB")
    return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"


def _flag(code: str, facts: ScanFacts, limits: ScanLimits) -> ScanFlag:
    if code not in _WORDED:
        return ScanFlag(code, Severity.INFO, Words(code, code))
    severity, worded = _WORDED[code]
    if isinstance(worded, Words):
        return ScanFlag(code, severity, worded)
    return ScanFlag(code, severity, worded(facts, limits))


def _suffix(facts: ScanFacts) -> str:
    """The ending of the name with its dot, in small letters; empty where there is none."""
    stem, dot, ending = facts.file_name.rpartition(".")
    return f".{ending.lower()}" if stem and dot else ""


def _low_resolution(facts: ScanFacts, limits: ScanLimits) -> Words:
    lies = facts.pixel_width >= facts.pixel_height
    side = max(facts.pixel_width, facts.pixel_height)
    return Words(
        f"{'宽' if lies else '高'} {side} 像素，要求不低于 {limits.least_side}",
        f"{'Width' if lies else 'Height'} {side} px, at least {limits.least_side} wanted",
    )


def _too_large(facts: ScanFacts, limits: ScanLimits) -> Words:
    size, most = size_text(facts.byte_size), size_text(limits.most_bytes)
    return Words(f"文件 {size}，大于 {most}", f"File of {size}, above {most}")


def _too_small(facts: ScanFacts, limits: ScanLimits) -> Words:
    size, least = size_text(facts.byte_size), size_text(limits.least_bytes)
    return Words(f"文件 {size}，小于 {least}", f"File of {size}, below {least}")


def _wrong_extension(facts: ScanFacts, _limits: ScanLimits) -> Words:
    content = {JPEG: "JPG", PNG: "PNG", PDF: "PDF"}.get(facts.media_type, facts.media_type)
    ending = _suffix(facts)
    if not ending:
        return Words(f"没有扩展名，内容是 {content}", f"No extension; the content is {content}")
    return Words(
        f"扩展名是 {ending}，内容是 {content}",
        f"The extension is {ending}, the content is {content}",
    )


_UNKNOWN = (Severity.INFO, Words("", ""))
_WORDED: dict[str, tuple[Severity, Words | Callable[[ScanFacts, ScanLimits], Words]]] = {
    "low_resolution": (Severity.WARNING, _low_resolution),
    "too_large": (Severity.WARNING, _too_large),
    "too_small": (Severity.WARNING, _too_small),
    "wrong_extension": (Severity.WARNING, _wrong_extension),
    "cmyk": (
        Severity.WARNING,
        Words("颜色为 CMYK，提交前须转为 RGB", "CMYK colours; make it RGB before submitting"),
    ),
    "greyscale": (
        Severity.WARNING,
        Words("黑白图片，要求彩色扫描或照片", "Black and white; a colour scan or photo is wanted"),
    ),
    "blurred": (
        Severity.WARNING,
        Words("照片模糊，文字可能看不清", "Blurred; its text may be unreadable"),
    ),
    "cut_edge": (
        Severity.WARNING,
        Words("边缘被裁切，文字不全，须四角完整", "Cut off at an edge; all corners must be seen"),
    ),
    "incomplete": (
        Severity.WARNING,
        Words("文件没有正常结束，下半部分可能缺失", "The file has no end; its foot may be missing"),
    ),
    "animated": (
        Severity.WARNING,
        Words("动图，只用第一帧", "Moving picture; only the first frame is used"),
    ),
    "pdf_damaged": (
        Severity.WARNING,
        Words(
            "PDF 有损坏处，只显示读得出的部分",
            "The PDF is damaged in places; what can be read is shown",
        ),
    ),
    "pdf": (
        Severity.INFO,
        Words("管局只收图片，提交前须存为 JPG 或 PNG", "Make JPG or PNG of it before submitting"),
    ),
    "rotated": (
        Severity.INFO,
        Words("照片带旋转标记，显示时已转正", "Turned upright by its rotation tag when shown"),
    ),
    "transparent": (
        Severity.INFO,
        Words("有透明部分，显示和打印时垫白底", "Transparent parts are shown and printed white"),
    ),
}
