"""Reading papers back as others do: poppler's text and places, the fonts, the drawing operators."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf

WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>'
)


class Word(NamedTuple):
    """A word on a page; points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page without any white space, as it is copied out."""
    said = _poppler("pdftotext", "-raw", pdf).split("\f")[:-1]
    return ["".join(page.split()) for page in said]


def page_words(pdf: bytes) -> list[list[Word]]:
    """The words of each page with their places."""
    pages = _poppler("pdftotext", "-bbox", pdf).split("<page ")[1:]
    return [
        [Word(*map(float, found[:4]), found[4]) for found in WORD.findall(page)] for page in pages
    ]


def picture_bottoms(page: pikepdf.Page) -> Iterator[float]:
    """How far above the page's lower edge each picture ends, in points."""
    below = 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "cm":
            below = float(operands[5])
        elif str(operator) == "Do":
            yield below


def box_bottoms(page: pikepdf.Page) -> Iterator[float]:
    """How far above the page's lower edge each rectangle ends, those of codes left out."""
    scaled = [False]
    for operands, operator in pikepdf.parse_content_stream(page):
        said = str(operator)
        if said == "q":
            scaled.append(scaled[-1])
        elif said == "Q":
            scaled.pop()
        elif said == "cm":
            scaled[-1] = scaled[-1] or float(operands[0]) != 1
        elif said == "re" and not scaled[-1]:
            yield float(operands[1])


def fonts(document: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The fonts of all pages by name."""
    return {
        str(font.BaseFont): font for page in document.pages for font in page.resources.Font.values()
    }


def page_pictures(pdf: bytes, folder: Path) -> list[Path]:
    """Each page as a PNG at 110 dpi in ``folder``."""
    source = folder / "packet.pdf"
    source.write_bytes(pdf)
    command = ["pdftoppm", "-r", "110", "-gray", "-png", str(source), str(folder / "page")]
    subprocess.run(command, check=True, timeout=60)
    return sorted(folder.glob("page-*.png"))


def _poppler(program: str, option: str, pdf: bytes) -> str:
    ended = subprocess.run(
        [program, option, "-", "-"], input=pdf, capture_output=True, check=True, timeout=60
    )
    assert not ended.stderr, ended.stderr
    return ended.stdout.decode("utf-8")
