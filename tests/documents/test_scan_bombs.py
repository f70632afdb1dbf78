"""Small files that unpack to giants: refused quickly, in a process with little memory to spare."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

SPARE = 200 * 1024 * 1024  # bytes, over what the program has after its imports

# Prints the code of the refusal, or "taken", and the seconds that it took.
CHILD = """
import resource, sys, time
from pathlib import Path
import PIL.JpegImagePlugin, PIL.PngImagePlugin
from butler_desktop.documents.scan import inspect_scan
from butler_desktop.documents.scan_refusal import ScanRefused
from butler_desktop.domain.scan_limits import ScanLimits
LIMITS = ScanLimits(("image/jpeg",), 0, 4_000_000, 1000)
pages = int(Path("/proc/self/statm").read_text().split()[0])
most = pages * resource.getpagesize() + int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (most, most))
begun = time.monotonic()
try:
    inspect_scan(Path(sys.argv[1]), LIMITS)
    answer = "taken"
except ScanRefused as refused:
    answer = refused.flag.code
print(answer, time.monotonic() - begun)
"""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="needs a system that can limit memory"
)


def answer_to(path: Path) -> str:
    """How the file is judged where memory is short; fails if that takes long."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path), str(SPARE)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    answer, seconds = done.stdout.split()
    assert float(seconds) < 5
    return answer


def test_the_giant_among_the_samples(scans: Path) -> None:
    assert answer_to(scans / "huge-pixels.png") == "too_many_pixels"


def test_a_png_that_goes_on_unpacking(
    tmp_path: Path,
    png: Callable[..., bytes],
    ihdr: Callable[..., tuple[bytes, bytes]],
    packed_spaces: Callable[[int], bytes],
) -> None:
    path = tmp_path / "bomb.png"
    packed = packed_spaces(400)
    path.write_bytes(png(ihdr(100, 100), (b"IDAT", packed)))
    assert answer_to(path) == "taken"  # what lies behind the last pixel is never unpacked
    path.write_bytes(png(ihdr(8_000, 9_900, 8, 6), (b"IDAT", packed)))
    assert answer_to(path) == "taken"  # 317 MB of pixels, checked but not kept
    path.write_bytes(png(ihdr(16_000, 16_000, 8, 6), (b"IDAT", packed)))
    assert answer_to(path) == "too_many_pixels"


def test_a_png_whose_notes_unpack_to_giants(
    tmp_path: Path,
    png: Callable[..., bytes],
    ihdr: Callable[..., tuple[bytes, bytes]],
    packed_spaces: Callable[[int], bytes],
) -> None:
    path = tmp_path / "bomb.png"
    note = (b"zTXt", b"Comment\0\0" + packed_spaces(400))
    profile = (b"iCCP", b"profile\0\0" + packed_spaces(400))
    path.write_bytes(png(ihdr(10, 10, 8, 0), note, profile, (b"IDAT", packed_spaces(1))))
    assert answer_to(path) == "taken"


def test_a_large_photo_is_decoded_small(tmp_path: Path, picture: Callable[..., bytes]) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(picture("JPEG", size=(9_000, 8_000)))
    assert answer_to(path) == "taken"


def test_a_pdf_whose_objects_unpack_to_giants(
    tmp_path: Path, pdf: Callable[..., bytes], packed_spaces: Callable[[int], bytes]
) -> None:
    """The catalogue lies in a packed stream that unpacks to 400 MB."""
    import zlib

    objects = b"<</Type/Catalog/Pages 2 0 R>> " + b"<</Type/Pages/Kids[]/Count 0>>"
    packer = zlib.compressobj(9)
    packed = packer.compress(b"1 0 2 30 " + objects)
    packed += b"".join(packer.compress(b" " * 1024 * 1024) for _ in range(400)) + packer.flush()
    data = b"%PDF-1.5\n"
    at_objects = len(data)
    head = b"3 0 obj <</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length %d>>stream\n"
    data += head % len(packed) + packed + b"\nendstream endobj\n"
    at_table = len(data)
    places = [(0, 0, 0), (2, 3, 0), (2, 3, 1), (1, at_objects, 0), (1, at_table, 0)]
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + at.to_bytes(1, "big")
        for kind, place, at in places
    )
    head = b"4 0 obj <</Type/XRef/Size 5/W[1 4 1]/Root 1 0 R/Length %d>>stream\n"
    data += head % len(table) + table + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % at_table
    path = tmp_path / "bomb.pdf"
    path.write_bytes(data)
    assert answer_to(path) in {"damaged", "too_complex"}


def test_a_pdf_whose_page_unpacks_to_a_giant(
    tmp_path: Path, pdf: Callable[..., bytes], packed_spaces: Callable[[int], bytes]
) -> None:
    def change(document: pikepdf.Pdf) -> None:
        content = document.make_stream(b"")
        content.write(packed_spaces(400), filter=Name.FlateDecode)
        document.pages[0].Contents = content

    path = tmp_path / "bomb.pdf"
    path.write_bytes(pdf(1, change))
    assert answer_to(path) == "too_complex"
