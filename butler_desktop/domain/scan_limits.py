"""Scan limits: what the filing systems want of a file, by kind of paper (the rulebook's data)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScanLimits:
    """Sizes in bytes (1 KB is 1024), and pixels along the long side."""

    formats: tuple[str, ...]
    """The media types that are taken, the preferred one first."""
    least_bytes: int
    most_bytes: int
    least_side: int
    least_sharpness: int = 0
    """The variance of the Laplacian below which a photo is blurred; 0 asks for none."""
    cut_strokes: int = 0
    """So many strokes of print that run out at one side: it is cut off; 0 does not look."""
