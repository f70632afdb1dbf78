from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from butler_desktop.documents.jpeg_walk import read_jpeg
from butler_desktop.documents.scan_refusal import ScanRefused


def code_of(data: bytes) -> str:
    with pytest.raises(ScanRefused) as refused:
        read_jpeg(data)
    return refused.value.flag.code


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


def sized(data: bytes, width: int, height: int) -> bytes:
    """``data`` with another size written into its frame."""
    place = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2"))
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return data[: place + 5] + size + data[place + 9 :]


@pytest.mark.parametrize(
    ("mode", "traits"), [("RGB", ()), ("L", ("greyscale",)), ("CMYK", ("cmyk",))]
)
@pytest.mark.parametrize("progressive", [True, False])
def test_size_and_colours_are_read(
    picture: Callable[..., bytes], mode: str, traits: tuple[str, ...], progressive: bool
) -> None:
    found = read_jpeg(picture("JPEG", mode, (120, 80), progressive=progressive))
    assert (found.width, found.height, found.orientation, found.traits) == (120, 80, 1, traits)


@pytest.mark.parametrize("value", [1, 2, 3, 4, 5, 6, 7, 8])
def test_the_rotation_tag_is_read(picture: Callable[..., bytes], value: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = value
    found = read_jpeg(picture("JPEG", size=(120, 80), exif=exif))
    assert found.orientation == value
    assert found.upright_size == ((80, 120) if value >= 5 else (120, 80))


def test_the_bare_file_is_the_same_picture_without_its_tags(scans: Path) -> None:
    for name in ("rotated-by-exif.jpg", "cmyk.jpg", "id-front.jpg"):
        data = (scans / name).read_bytes()
        bare = read_jpeg(data).bare
        assert b"Exif" not in bare
        with Image.open(BytesIO(data)) as whole, Image.open(BytesIO(bare)) as stripped:
            assert stripped.mode == whole.mode
            assert stripped.tobytes() == whole.tobytes()


def test_comments_and_profiles_are_left_out(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG", comment=b"secret", icc_profile=b"profile" * 9)
    bare = read_jpeg(data).bare
    assert b"secret" not in bare
    assert b"profile" not in bare


def test_a_second_picture_behind_the_first_is_left_out(picture: Callable[..., bytes]) -> None:
    first = picture("JPEG", size=(120, 80))
    found = read_jpeg(first + picture("JPEG", size=(999, 999)))
    assert (found.width, found.height, found.traits) == (120, 80, ())


def test_junk_between_segments_is_passed_over(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG", size=(120, 80))
    assert read_jpeg(data[:20] + b"junk\xff\xff" + data[20:]).width == 120


def test_a_file_without_an_end_is_incomplete(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG")
    assert read_jpeg(data[:-2]).traits == ("incomplete",)
    assert read_jpeg(data[:-20] + bytes(500)).traits == ("incomplete",)


def test_what_is_no_picture_is_damaged(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG")
    frame = data.find(b"\xff\xc0")
    damaged = [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8" + b"\xff\xe0\x00\x10" * 5,
        data[: frame + 6],
        data[: data.find(b"\xff\xda")],
        sized(data, 0, 48),
        sized(data, 64, 0),
        data[: frame + 4] + b"\x0c" + data[frame + 5 :],  # twelve bits
        data[: frame + 9] + b"\x02" + data[frame + 10 :],  # two colours
        data[: frame + 11] + b"\x00" + data[frame + 12 :],  # no sampling
        data[:frame] + b"\xff\xc3" + data[frame + 2 :],  # lossless
        data[:frame] + data[frame : frame + 19] + data[frame:],  # two frames
    ]
    assert [code_of(it) for it in damaged] == ["damaged"] * len(damaged)


def test_a_giant_is_refused_by_its_header(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG")
    assert read_jpeg(sized(data, 10_000, 8_000)).width == 10_000
    assert code_of(sized(data, 10_001, 8_000)) == "too_many_pixels"
    assert code_of(sized(data, 65_535, 1)) == "too_many_pixels"


def test_thousands_of_passes_are_not_decoded(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG", progressive=True)
    start = data.rfind(b"\xff\xda")
    one_pass = data[start:-2]
    many = sized(data[:-2] + one_pass * 2_000 + b"\xff\xd9", 2_000, 1_000)
    assert code_of(many) == "too_complex"


def test_a_progressive_giant_is_refused(picture: Callable[..., bytes]) -> None:
    """Its coefficients are all kept while it is decoded: six bytes a pixel at full colour."""
    data = picture("JPEG", progressive=True, subsampling=0)
    assert code_of(sized(data, 10_000, 8_000)) == "too_complex"
    assert read_jpeg(sized(data, 8_000, 6_000)).width == 8_000


def test_endless_segments_are_not_walked() -> None:
    assert code_of(b"\xff\xd8" + segment(0xE5, b"") * 20_001) == "too_complex"
