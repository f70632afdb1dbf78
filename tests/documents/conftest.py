"""Files as customers send them: the samples, and small ones made to order."""

import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

SCANS = Path(__file__).parents[1] / "data" / "scans"


@pytest.fixture(scope="session")
def scans() -> Path:
    """The folder of sample scans."""
    return SCANS


@pytest.fixture(scope="session")
def picture() -> Callable[..., bytes]:
    """Makes a picture file: ``picture("JPEG", mode="CMYK", size=(1200, 800), …)``."""

    def make(form: str, mode: str = "RGB", size: tuple[int, int] = (64, 48), **save: Any) -> bytes:
        out = BytesIO()
        gradient = Image.linear_gradient("L").resize(size)
        if mode == "I;16":
            gradient = gradient.convert("I").point(lambda level: level * 257)
        gradient.convert(mode).save(out, form, **save)
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def png() -> Callable[..., bytes]:
    """Makes a PNG chunk by chunk: ``png((b"IHDR", …), (b"IDAT", …))``; adds the end."""

    def make(*chunks: tuple[bytes, bytes]) -> bytes:
        out = [b"\x89PNG\r\n\x1a\n"]
        for name, body in (*chunks, (b"IEND", b"")):
            checksum = zlib.crc32(name + body)
            out += [struct.pack(">I", len(body)), name, body, struct.pack(">I", checksum)]
        return b"".join(out)

    return make


@pytest.fixture(scope="session")
def ihdr() -> Callable[..., tuple[bytes, bytes]]:
    """Makes a PNG's first chunk."""

    def make(
        width: int, height: int, depth: int = 8, colour: int = 2, interlace: int = 0
    ) -> tuple[bytes, bytes]:
        return b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)

    return make


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """Makes a PDF of ``pages`` blank pages; ``change(document)`` may alter it first."""

    def make(
        pages: int = 1, change: Callable[[pikepdf.Pdf], None] | None = None, **save: Any
    ) -> bytes:
        with pikepdf.new() as document:
            for _ in range(pages):
                document.add_blank_page()
            if change:
                change(document)
            out = BytesIO()
            document.save(out, **save)
            return out.getvalue()

    return make


@pytest.fixture(scope="session")
def packed_spaces() -> Callable[[int], bytes]:
    """Deflated spaces: ``packed_spaces(300)`` unpacks to 300 MB."""

    @cache
    def make(megabytes: int) -> bytes:
        packer = zlib.compressobj(9)
        return b"".join(packer.compress(b" " * 1024 * 1024) for _ in range(megabytes)) + (
            packer.flush()
        )

    return make
