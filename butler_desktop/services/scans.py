"""Attached files read back to be shown: their bytes, pictures and thumbnails.

What is read is checked against its hash, so nobody judges a file that was
changed in the store.
"""

from typing import TYPE_CHECKING

from butler_desktop.domain.material import Material
from butler_desktop.storage.work import Work

if TYPE_CHECKING:
    from butler_desktop.documents.thumbnail import Pixels

__all__ = ["Pixels", "kept_bytes", "kept_pixels", "scan_bytes", "scan_pixels"]


def scan_bytes(work: Work, material: Material) -> bytes:
    """The original file, byte for byte. Raises StoreUnavailable."""
    return kept_bytes(work, material.sha256)


def kept_bytes(work: Work, sha256: str) -> bytes:
    """The file of which only the hash is known. Raises StoreUnavailable."""
    return work.blobs.read(sha256)


def scan_pixels(work: Work, material: Material, box: tuple[int, int]) -> "Pixels":
    """The picture of a JPG or PNG within ``box`` (width, height), upright, on white.

    Raises StoreUnavailable or DocumentFailed.
    """
    return kept_pixels(work, material.sha256, box)


def kept_pixels(work: Work, sha256: str, box: tuple[int, int]) -> "Pixels":
    """The same for a file of which only the hash is known."""
    from butler_desktop.documents.thumbnail import make_pixels  # Pillow, at the first picture

    return make_pixels(kept_bytes(work, sha256), box)
