import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from butler_desktop.documents.pdf_walk import MOST_PAGES, PdfPages, read_pdf
from butler_desktop.documents.scan_refusal import ScanRefused

Pdf = Callable[..., bytes]


def code_of(data: bytes) -> str:
    with pytest.raises(ScanRefused) as refused:
        read_pdf(data)
    return refused.value.flag.code


def with_image(**entries: object) -> Callable[[pikepdf.Pdf], None]:
    raw = entries.pop("raw", b"\0")

    def change(document: pikepdf.Pdf) -> None:
        image = Stream(document, b"", Dictionary(Type=Name.XObject, Subtype=Name.Image, **entries))
        image.write(raw, filter=entries.get("Filter"))
        document.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=image))

    return change


def with_content(raw: bytes, *filters: Name) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        content = Stream(document, b"")
        content.write(raw, filter=Array(filters) if len(filters) > 1 else (filters or (None,))[0])
        document.pages[0].Contents = content

    return change


@pytest.mark.parametrize("pages", [1, 2, MOST_PAGES])
@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_counted(pdf: Pdf, pages: int, packed: bool) -> None:
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    assert read_pdf(pdf(pages, object_stream_mode=mode)) == PdfPages(pages, damaged=False)


def test_a_count_that_lies_is_not_believed(pdf: Pdf) -> None:
    def lie(document: pikepdf.Pdf) -> None:
        document.Root.Pages.Count = 2

    assert read_pdf(pdf(3, lie)).pages == 3


def test_a_tree_that_bites_its_tail_is_refused(pdf: Pdf) -> None:
    def loop(document: pikepdf.Pdf) -> None:
        document.Root.Pages.Kids.append(document.Root.Pages)

    assert code_of(pdf(2, loop)) == "damaged"


def test_hundreds_of_pages_are_refused(pdf: Pdf) -> None:
    assert code_of(pdf(MOST_PAGES + 1)) == "too_many_pages"


def test_no_pages_are_refused(pdf: Pdf) -> None:
    assert code_of(pdf(0)) == "damaged"


def test_a_password_to_open_is_refused_and_one_to_change_is_not(pdf: Pdf) -> None:
    locked = pikepdf.Encryption(user="secret", owner="secret")
    assert code_of(pdf(encryption=locked)) == "password"
    kept = pikepdf.Encryption(user="", owner="secret")
    assert read_pdf(pdf(2, encryption=kept)) == PdfPages(2, damaged=False)


def test_what_can_be_mended_is_taken_and_told(pdf: Pdf, scans: Path) -> None:
    whole = (scans / "two-pages.pdf").read_bytes()
    assert read_pdf(whole[: whole.rfind(b"xref\n", 0, whole.rfind(b"startxref"))]) == PdfPages(
        2, damaged=True
    )
    assert read_pdf(pdf(2, with_content(b"no deflated data", Name.FlateDecode))).damaged
    assert read_pdf(pdf(1, with_image(Width=9, Height=9, Filter=Name.DCTDecode))).damaged
    assert read_pdf(pdf(1, with_image(Width=9, Height=9, Filter=Name.JPXDecode))).damaged


def test_what_cannot_be_mended_is_refused(pdf: Pdf) -> None:
    assert code_of(b"%PDF-1.7\n") == "damaged"
    assert code_of(b"%PDF-1.7\n" + b"\0" * 5000) == "damaged"
    assert code_of(pdf(2)[:200]) == "damaged"


def test_a_picture_inside_is_judged_by_its_size(pdf: Pdf, picture: Callable[..., bytes]) -> None:
    assert not read_pdf(pdf(1, with_image(Width=9_000, Height=8_000))).damaged
    assert code_of(pdf(1, with_image(Width=20_000, Height=20_000))) == "too_many_pixels"
    assert code_of(pdf(1, with_image(Height=8))) == "damaged"
    jpeg = picture("JPEG")
    frame = jpeg.find(b"\xff\xc0")
    giant = jpeg[: frame + 5] + b"\x4e\x20\x4e\x20" + jpeg[frame + 9 :]
    entries = {"Width": 64, "Height": 48, "Filter": Name.DCTDecode}
    assert not read_pdf(pdf(1, with_image(**entries, raw=jpeg))).damaged
    assert code_of(pdf(1, with_image(**entries, raw=giant))) == "too_many_pixels"


def test_a_jpeg_2000_inside_is_judged_by_its_own_header(
    pdf: Pdf, picture: Callable[..., bytes]
) -> None:
    sound = picture("JPEG2000", no_jp2=True)
    entries = {"Width": 64, "Height": 48, "Filter": Name.JPXDecode}
    assert not read_pdf(pdf(1, with_image(**entries, raw=sound))).damaged
    giant = sound[:8] + b"\0\0\x4e\x20\0\0\x4e\x20" + sound[16:]
    assert code_of(pdf(1, with_image(**entries, raw=giant))) == "too_many_pixels"


def test_what_unpacks_to_too_much_is_refused(
    pdf: Pdf, packed_spaces: Callable[[int], bytes]
) -> None:
    bomb = packed_spaces(100)
    twice = zlib.compress(bomb)
    assert code_of(pdf(1, with_content(bomb, Name.FlateDecode))) == "too_complex"
    assert code_of(pdf(1, with_content(twice, Name.FlateDecode, Name.FlateDecode))) == "too_complex"
    assert code_of(pdf(1, with_content(bytes(300_000), Name.LZWDecode))) == "too_complex"


def test_many_streams_together_are_too_much(
    pdf: Pdf, packed_spaces: Callable[[int], bytes]
) -> None:
    sixty = packed_spaces(60)

    def change(document: pikepdf.Pdf) -> None:
        streams = []
        for _ in range(10):
            stream = document.make_stream(b"")
            stream.write(sixty, filter=Name.FlateDecode)
            streams.append(stream)
        document.pages[0].Contents = Array(streams)

    assert code_of(pdf(1, change)) == "too_complex"


def test_a_flood_of_objects_is_not_looked_through() -> None:
    assert code_of(b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 100_001) == "too_complex"


def test_a_wide_tree_is_not_walked_to_its_end(pdf: Pdf) -> None:
    def branch(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        branches = [
            document.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([page] * 1_000)))
            for _ in range(100)
        ]
        document.Root.Pages.Kids = Array(branches)

    assert code_of(pdf(1, branch)) == "damaged"
