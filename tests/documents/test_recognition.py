"""Recognition: the real engine on scans as customers send them, in a process of its own."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from butler_desktop.documents.recognition import Recogniser
from butler_desktop.domain.paper_text import Item, Paper, read_items
from butler_desktop.errors import DocumentFailed
from tests.conftest import ENGINE_IS_HERE

pytestmark = pytest.mark.skipif(not ENGINE_IS_HERE, reason="the extra [ocr] is not installed")

SCANS = Path(__file__).resolve().parents[1] / "data" / "scans"
I = Item  # noqa: E741


@pytest.fixture(scope="module")
def recogniser() -> Iterator[Recogniser]:
    made = Recogniser()
    yield made
    made.close()


def read(recogniser: Recogniser, paper: Paper, data: bytes, page: int = 0) -> dict[Item, str]:
    return {each.item: each.text for each in read_items(paper, recogniser.read(data, page))}


def turned(name: str, degrees: float) -> bytes:
    """The scan, turned counterclockwise on white."""
    with Image.open(SCANS / name) as image:
        out = BytesIO()
        image.convert("RGB").rotate(degrees, expand=True, fillcolor="white").save(out, "JPEG")
    return out.getvalue()


LICENCE = {
    I.NAME: "上海竹溪映雪文化传媒有限公司",
    I.NUMBER: "91310115MA5729JGGM",
    I.ADDRESS: "上海浦东新区云栖路18号",
    I.HEAD: "郭俊杰",
    I.VALID_FROM: "2019-03-11",
    I.LONG_TERM: "长期",
}


@pytest.mark.parametrize("name", ["business-licence.jpg", "rotated-by-exif.jpg", "cmyk.jpg"])
def test_a_licence_is_read_however_it_is_stored(recogniser: Recogniser, name: str) -> None:
    assert read(recogniser, Paper.LICENCE, (SCANS / name).read_bytes()) == LICENCE


@pytest.mark.parametrize(
    ("paper", "name", "found"),
    [
        (
            Paper.ID_CARD,
            "id-front.jpg",
            {I.NAME: "郭俊杰", I.NUMBER: "310115199310174879", I.BIRTH: "1993-10-17"},
        ),
        (
            Paper.ID_CARD,
            "id-back-expired.jpg",
            {I.ISSUER: "上海市公安局", I.VALID_FROM: "2016-05-02", I.VALID_TO: "2026-05-02"},
        ),
        (
            Paper.DOMAIN,
            "domain-certificate.png",
            {I.DOMAIN: "chenxi.example", I.VALID_TO: "2027-01-09"},
        ),
    ],
)
def test_cards_and_certificates_are_read(
    recogniser: Recogniser, paper: Paper, name: str, found: dict[Item, str]
) -> None:
    read_ = read(recogniser, paper, (SCANS / name).read_bytes())
    assert found.items() <= read_.items()


def test_a_scan_that_lies_askew_is_read(recogniser: Recogniser) -> None:
    found = read(recogniser, Paper.ID_CARD, turned("id-front.jpg", 3))
    assert found[I.NUMBER] == "310115199310174879"


def test_lines_come_from_above_to_below_with_places_on_the_page(recogniser: Recogniser) -> None:
    lines = recogniser.read((SCANS / "id-front.jpg").read_bytes())
    assert [line.box.top for line in lines] == sorted(line.box.top for line in lines)
    for line in lines:
        box = line.box
        assert 0 <= box.left < box.right <= 1
        assert 0 <= box.top < box.bottom <= 1
        assert 0.5 < line.score <= 1


def test_pages_of_a_pdf_are_read(recogniser: Recogniser) -> None:
    data = (SCANS / "two-pages.pdf").read_bytes()
    first, second = recogniser.read(data, 0), recogniser.read(data, 1)
    assert first
    assert [line.text for line in first] != [line.text for line in second]


def test_a_blank_page_says_nothing(recogniser: Recogniser) -> None:
    out = BytesIO()
    Image.new("RGB", (800, 600), "white").save(out, "PNG")
    assert recogniser.read(out.getvalue()) == ()


@pytest.mark.parametrize("name", ["damaged.jpg", "empty.jpg", "text-named.jpg"])
def test_what_cannot_be_drawn_is_told(recogniser: Recogniser, name: str) -> None:
    with pytest.raises(DocumentFailed):
        recogniser.read((SCANS / name).read_bytes())


def test_an_engine_that_breaks_off_is_told_and_started_again(
    recogniser: Recogniser, capfd: pytest.CaptureFixture[str]
) -> None:
    data = (SCANS / "id-back.jpg").read_bytes()
    recogniser.read(data)
    assert recogniser._process is not None
    recogniser._process.kill()
    recogniser._process.join()
    with pytest.raises(DocumentFailed, match="意外中断"):
        recogniser.read(data)
    assert recogniser.read(data)
    out, err = capfd.readouterr()
    assert "上海" not in out + err
