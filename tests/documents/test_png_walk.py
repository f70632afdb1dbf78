import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from butler_desktop.documents.png_walk import read_png
from butler_desktop.documents.scan_refusal import ScanRefused

Chunk = tuple[bytes, bytes]
Png = Callable[..., bytes]
Header = Callable[..., Chunk]


def code_of(data: bytes) -> str:
    with pytest.raises(ScanRefused) as refused:
        read_png(data)
    return refused.value.flag.code


def rows(width: int, height: int, channels: int = 3) -> bytes:
    return zlib.compress((b"\0" + bytes(width * channels)) * height)


@pytest.mark.parametrize(
    ("mode", "traits"),
    [
        ("RGB", ()),
        ("P", ()),
        ("RGBA", ("transparent",)),
        ("L", ("greyscale",)),
        ("1", ("greyscale",)),
        ("I;16", ("greyscale",)),
        ("LA", ("greyscale", "transparent")),
    ],
)
def test_size_and_colours_are_read(
    picture: Callable[..., bytes], mode: str, traits: tuple[str, ...]
) -> None:
    found = read_png(picture("PNG", mode, (120, 81)))
    assert (found.width, found.height, found.traits) == (120, 81, traits)


def test_a_transparent_colour_of_a_palette_counts(picture: Callable[..., bytes]) -> None:
    assert read_png(picture("PNG", "P", transparency=0)).traits == ("transparent",)


def test_a_moving_picture_is_told(picture: Callable[..., bytes]) -> None:
    second = Image.new("RGB", (64, 48), "red")
    data = picture("PNG", save_all=True, append_images=[second])
    assert read_png(data).traits == ("animated",)


def test_the_rotation_tag_is_read(picture: Callable[..., bytes]) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = read_png(picture("PNG", size=(120, 80), exif=exif))
    assert (found.orientation, found.upright_size) == (6, (80, 120))


@given(
    width=st.integers(1, 70),
    height=st.integers(1, 40),
    kind=st.sampled_from([(1, 0, 1), (4, 3, 1), (8, 2, 3), (16, 6, 8), (8, 4, 2)]),
)
def test_interlaced_pictures_have_the_size_that_the_standard_says(
    png: Png, ihdr: Header, width: int, height: int, kind: tuple[int, int, int]
) -> None:
    """Counted pixel by pixel, against the sum by passes."""
    depth, colour, _ = kind
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    pattern = [  # the pass of each pixel of 8 x 8
        "16462646", "77777777", "56565656", "77777777",
        "36463646", "77777777", "56565656", "77777777",
    ]  # fmt: skip
    size = 0
    for each in "1234567":
        columns = {
            sum(1 for x in range(width) if pattern[y % 8][x % 8] == each) for y in range(height)
        } - {0}
        lines = sum(any(pattern[y % 8][x % 8] == each for x in range(width)) for y in range(height))
        size += lines * (1 + (max(columns, default=0) * depth * channels + 7) // 8)
    header = ihdr(width, height, depth, colour, 1)
    palette = (b"PLTE", bytes(48))
    assert read_png(png(header, palette, (b"IDAT", zlib.compress(bytes(size))))).width == width
    assert code_of(png(header, palette, (b"IDAT", zlib.compress(bytes(size - 1))))) == "damaged"


def test_the_bare_file_is_the_same_picture_without_its_tags(
    picture: Callable[..., bytes], scans: Path
) -> None:
    notes = PngInfo()
    notes.add_text("Comment", "secret" * 200, zip=True)
    files = [picture("PNG", pnginfo=notes, icc_profile=b"profile" * 9)]
    files += [(scans / name).read_bytes() for name in ("transparent.png", "domain-certificate.png")]
    for data in files:
        bare = read_png(data).bare
        assert not any(name in bare for name in (b"zTXt", b"tEXt", b"iCCP", b"eXIf"))
        with Image.open(BytesIO(data)) as whole, Image.open(BytesIO(bare)) as stripped:
            assert stripped.tobytes() == whole.tobytes()


def test_picture_data_may_come_in_many_pieces(png: Png, ihdr: Header) -> None:
    packed = rows(300, 200)
    pieces = [(b"IDAT", packed[at : at + 7]) for at in range(0, len(packed), 7)]
    assert read_png(png(ihdr(300, 200), *pieces)).width == 300


def test_what_is_cut_or_contradicts_itself_is_damaged(png: Png, ihdr: Header) -> None:
    whole = png(ihdr(64, 48), (b"IDAT", rows(64, 48)))
    flipped = bytearray(whole)
    flipped[60] ^= 1
    damaged = [
        b"\x89PNG\r\n\x1a\n",
        whole[:30],
        whole[:-12],
        whole[:-1],
        bytes(flipped),
        png((b"IDAT", rows(64, 48))),
        png(ihdr(64, 48)),
        png(ihdr(64, 49), (b"IDAT", rows(64, 48))),
        png(ihdr(64, 48), (b"IDAT", b"no deflated data")),
        png(ihdr(0, 48), (b"IDAT", rows(64, 48))),
        png(ihdr(64, 48, depth=3), (b"IDAT", rows(64, 48))),
        png(ihdr(64, 48, colour=5), (b"IDAT", rows(64, 48))),
        png(ihdr(64, 48, interlace=2), (b"IDAT", rows(64, 48))),
        png(ihdr(64, 48, colour=3), (b"IDAT", rows(64, 48, 1))),
        png((b"IHDR", b"short"), (b"IDAT", rows(64, 48))),
    ]
    assert [code_of(it) for it in damaged] == ["damaged"] * len(damaged)


def test_endless_chunks_are_not_walked(png: Png, ihdr: Header) -> None:
    assert code_of(png(ihdr(64, 48), *[(b"tEXt", b"")] * 200_001)) == "too_complex"
