"""Inspection of a scan: what a customer's file is, and whether it can be used.

A file is judged by its bytes, never by its name. Headers come first: what is
too large to decode is refused before anything is decoded.
"""

import hashlib
from pathlib import Path

from butler_desktop.documents.cut_edges import cut_strokes
from butler_desktop.documents.file_signature import media_type
from butler_desktop.documents.pdf_walk import read_pdf
from butler_desktop.documents.picture import Picture
from butler_desktop.documents.picture_pixels import read_picture, small_picture
from butler_desktop.documents.sharpness import LOOK, sharpness
from butler_desktop.documents.source_file import read_source
from butler_desktop.domain.scan import (
    JPEG,
    PDF,
    ScanFacts,
    ScanReport,
    measured_codes,
    scan_flags,
)
from butler_desktop.domain.scan_limits import ScanLimits


def inspect_scan(path: Path, limits: ScanLimits) -> ScanReport:
    """What is in the file at ``path``; ``limits`` are those of its kind of material.

    Raises ScanRefused (a DocumentFailed) for a file that cannot be used.
    """
    return inspect_bytes(read_source(path), path.name, limits)


def inspect_bytes(data: bytes, file_name: str, limits: ScanLimits) -> ScanReport:
    """What is in ``data``, the content of a file named ``file_name``. Raises ScanRefused."""
    kind = media_type(data)
    if kind == PDF:
        found = read_pdf(data)
        facts = ScanFacts(file_name, kind, len(data), pages=found.pages)
        traits = ("pdf_damaged",) if found.damaged else ()
    else:
        picture = read_picture(data, kind)
        facts = ScanFacts(file_name, kind, len(data), *picture.upright_size)
        turned = ("rotated",) if picture.orientation != 1 else ()
        traits = (*picture.traits, *turned, *_seen(picture, kind, limits))
    codes = (*measured_codes(facts, limits), *traits)
    return ScanReport(
        kind,
        len(data),
        hashlib.sha256(data).hexdigest(),
        facts.pixel_width,
        facts.pixel_height,
        facts.pages,
        scan_flags(codes, facts, limits),
    )


def _seen(picture: Picture, kind: str, limits: ScanLimits) -> tuple[str, ...]:
    """What a JPEG shows when it is decoded to its end; a PNG is no photo.

    Raises ScanRefused where it cannot be decoded; a PNG was unpacked while it was walked.
    """
    if kind != JPEG:
        return ()
    seen = small_picture(picture, kind, LOOK)
    sharp, strokes = sharpness(seen), cut_strokes(seen) if limits.cut_strokes else None
    found = {
        "blurred": sharp is not None and sharp < limits.least_sharpness,
        "cut_edge": strokes is not None and strokes >= limits.cut_strokes,
    }
    return tuple(code for code, holds in found.items() if holds)
