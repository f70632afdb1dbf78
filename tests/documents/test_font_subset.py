"""A font holds what the document uses, and tells those who copy what each code means."""

import io
import re
from datetime import UTC, datetime

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from butler_desktop.documents.font_subset import FontSubset
from butler_desktop.documents.fonts import Face, typeface
from butler_desktop.documents.paper import Paper

TEXT = "备案信息确认书：张㛃䶮𬭎 — Qixia 2026" + "".join(map(chr, range(0x4E00, 0x4E00 + 300)))


def printed(text: str, face: Face = Face.SERIF) -> pikepdf.Pdf:
    at = datetime(2026, 3, 17, 8, 20, tzinfo=UTC)
    paper = Paper(title="t", author="a", subject="s", made_at=at)
    paper.text(50, 50, text, face, 10)
    paper.end_page()
    return pikepdf.open(io.BytesIO(paper.finished("")))


def said(font: pikepdf.Object) -> dict[str, str]:
    """The character map: code to text."""
    lines = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", lines, re.MULTILINE)
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def shown(document: pikepdf.Pdf) -> str:
    """What the codes on the page say by the character map."""
    page = document.pages[0]
    (name,) = page.Resources.Font.keys()
    known = said(page.Resources.Font[name])
    stream = page.Contents.read_bytes().decode("ascii")
    codes = re.findall(r"<([0-9A-F]+)> Tj", stream)
    return "".join(known[run[at : at + 4]] for run in codes for at in range(0, len(run), 4))


def test_what_is_copied_is_what_was_written_beyond_the_bmp_too() -> None:
    document = printed(TEXT)
    assert shown(document) == TEXT
    assert shown(printed("𡋾𠅤𪾢", Face.HANA_B)) == "𡋾𠅤𪾢"


def test_there_is_one_subset_for_all_its_characters() -> None:
    document = printed(TEXT)
    (name,) = document.pages[0].Resources.Font.keys()
    found = document.pages[0].Resources.Font[name]
    assert found.Subtype == "/Type0"
    assert found.Encoding == "/Identity-H"
    assert len(said(found)) == len(set(TEXT))


def test_the_map_keeps_to_a_hundred_entries_a_section() -> None:
    document = printed(TEXT)
    (name,) = document.pages[0].Resources.Font.keys()
    lines = document.pages[0].Resources.Font[name].ToUnicode.read_bytes().decode("ascii")
    counts = [int(count) for count in re.findall(r"(\d+) beginbfchar", lines)]
    assert sum(counts) == len(set(TEXT))
    assert max(counts) <= 100


def test_each_code_shows_the_glyph_and_width_of_its_character() -> None:
    document = printed("Wi备")
    (name,) = document.pages[0].Resources.Font.keys()
    found = document.pages[0].Resources.Font[name]
    (descendant,) = found.DescendantFonts
    glyphs = descendant.CIDToGIDMap.read_bytes()
    subset = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    whole = TTFont(typeface(Face.SERIF).face.filename)
    widths = dict(zip(list(descendant.W)[::2], list(descendant.W)[1::2], strict=True))
    for code, character in enumerate("Wi备", start=1):
        glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
        cut = subset["glyf"][subset.getGlyphName(glyph)]
        own = whole["glyf"][whole.getBestCmap()[ord(character)]]
        assert cut.coordinates == own.coordinates
        wanted = float(next(iter(widths[code]))) if code in widths else 1000.0
        assert wanted == pytest.approx(typeface(Face.SERIF).widths[character], abs=0.01)


def test_characters_that_share_a_glyph_are_still_told_apart() -> None:
    known = typeface(Face.SERIF)
    by_glyph: dict[int, list[str]] = {}
    for code, glyph in known.face.charToGlyph.items():
        by_glyph.setdefault(glyph, []).append(chr(code))
    twins = next("".join(same) for same in by_glyph.values() if len(same) > 1)
    assert shown(printed(twins)) == twins


def test_a_code_is_given_once() -> None:
    subset = FontSubset(typeface(Face.SERIF), "F1")
    assert subset.codes("备案备") == "000100020001"
    assert subset.codes("案A") == "00020003"
