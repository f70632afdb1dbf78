"""Letters as PDF and .docx say all that they must, within their margins, the same each time."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from butler_desktop.documents.letters.editable import COLUMN as DOCX_COLUMN
from butler_desktop.documents.letters.editable import letter_file
from butler_desktop.documents.letters.printed import COLUMN, MARGIN, render_letter
from butler_desktop.documents.styles import HEIGHT, WIDTH
from butler_desktop.domain.letter import Letter
from butler_desktop.errors import DocumentFailed
from tests.builders import NOW
from tests.documents.letter_papers import a_letter, all_letters, docx_text
from tests.documents.paper_reading import page_texts, page_words
from tests.documents.papers import opened

RARE = Path(__file__).parents[1] / "data" / "rare-characters.txt"
NAMES = sorted(all_letters())
SLACK = 7.0
"""Points of a closing mark's blank half, which hangs into the margin or under the next mark."""
HEAD = docx.Document().element.nsmap["w"]


@cache
def pdf_of(name: str) -> bytes:
    return render_letter(all_letters()[name], NOW)


def plain(text: str) -> str:
    return "".join(text.split())


def assert_all_said(text: str, letter: Letter) -> None:
    for part in letter.texts():
        assert plain(part) in text, part


def assert_within(pdf: bytes) -> None:
    """Every word stands between the margins, none on another."""
    for page in page_words(pdf):
        for word in page:
            assert word.left >= MARGIN - 1
            assert word.right <= MARGIN + COLUMN + SLACK
            assert 0 < word.top < word.bottom < HEIGHT
        for one, other in pairwise(page):
            is_beside = one.right <= other.left + SLACK or other.right <= one.left + SLACK
            is_below = one.bottom <= other.top + 6 or other.bottom <= one.top + 6
            assert is_beside or is_below, (one, other)


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_is_printed_whole_and_within_its_margins(name: str) -> None:
    letter, pdf = all_letters()[name], pdf_of(name)
    text = re.sub(r"第\d+页共\d+页", "", "".join(page_texts(pdf)))
    assert_all_said(text, letter)
    assert_within(pdf)


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_is_a_whole_docx(name: str) -> None:
    letter = all_letters()[name]
    data = letter_file(letter, NOW)
    assert_all_said(docx_text(data), letter)
    assert data == letter_file(letter, NOW)
    document = docx.Document(io.BytesIO(data))
    for table in document.tables:
        assert sum(column.width.cm for column in table.columns) <= DOCX_COLUMN + 0.01
    for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
        assert run._element.rPr.rFonts.get(f"{{{HEAD}}}eastAsia")


def test_the_same_letter_is_the_same_to_the_byte() -> None:
    letter = a_letter()
    assert render_letter(letter, NOW) == render_letter(letter, NOW)
    assert render_letter(letter, NOW) != render_letter(letter, NOW + timedelta(minutes=1))


def test_it_is_an_a4_paper_in_a_serif_face_with_its_title_as_title() -> None:
    document = opened(pdf_of("filing-commitment F00"))
    assert [float(it) for it in document.pages[0].MediaBox][2:] == pytest.approx(
        [WIDTH, HEIGHT], abs=0.1
    )
    assert str(document.docinfo["/Title"]) == "互联网信息服务备案承诺书"
    fonts = {str(font.BaseFont) for font in document.pages[0].resources.Font.values()}
    assert all("NotoSerifSC" in font for font in fonts)


def test_authorisations_and_commitments_are_one_page() -> None:
    for name in NAMES:
        if not name.startswith(("construction-plan", "verification-form")):
            assert len(page_texts(pdf_of(name))) == 1, name


def test_the_signature_never_stands_alone() -> None:
    for lines in range(1, 60):
        block = replace(a_letter().blocks[0], text="承诺如下。\n" * lines)
        letter = replace(a_letter(), blocks=(block, *a_letter().blocks[-1:]))
        *_, last = page_texts(render_letter(letter, NOW))
        assert "自愿承担" in last.partition("（盖章）")[0] or "承诺如下" in last


def test_what_the_customer_writes_has_lines_and_what_he_copies_is_told() -> None:
    guangdong = all_letters()["filing-commitment-guangdong F00"]
    assert "请本人用正楷抄写：我已阅读" in "".join(page_texts(render_letter(guangdong, NOW)))
    bordered = letter_file(guangdong, NOW)
    with zipfile.ZipFile(io.BytesIO(bordered)) as package:
        assert package.read("word/document.xml").count(b"<w:pBdr>") == 2


@settings(
    max_examples=25,
    phases=(Phase.generate,),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    template=st.sampled_from(["construction-plan", "filing-commitment", "verification-form"]),
    sponsor=st.text("某有限公司（北京）ABC-网络技术", min_size=2, max_size=320),
    address=st.text("北京市朝阳区海棠路5号A座 ", min_size=2, max_size=400),
    name=st.text("张海燕·买买提ABC ", min_size=1, max_size=80),
    service=st.text("白露门户abcdefghijk", min_size=1, max_size=120),
)
def test_long_names_and_addresses_flow_on_and_never_over(
    template: str, sponsor: str, address: str, name: str, service: str
) -> None:
    given_values = {
        "subject__sponsor_name": f"甲{sponsor}",
        "subject__mailing_address": f"乙{address}",
        "service_pic__name": f"丙{name}",
        "service__service_name": f"丁{service}",
    }
    letter = a_letter(template, **given_values)
    pdf = render_letter(letter, NOW)
    assert_within(pdf)
    assert_all_said(docx_text(letter_file(letter, NOW)), letter)
    assert "".join(page_texts(pdf)).count("（签字）") == len(letter.signers)


def test_rare_characters_of_the_fonts_are_drawn() -> None:
    rare = "".join(dict.fromkeys(plain(RARE.read_text(encoding="utf-8"))))[:200]
    letter = a_letter(subject__sponsor_name=rare)
    assert rare[:20] in "".join(page_texts(render_letter(letter, NOW)))
    assert rare in docx_text(letter_file(letter, NOW))


@pytest.mark.parametrize("make", [render_letter, letter_file])
def test_a_character_without_a_shape_is_refused_with_its_field(make) -> None:
    letter = a_letter(subject__sponsor_name="北京\U0001f984网络")
    with pytest.raises(DocumentFailed) as told:
        make(letter, NOW)
    assert "主办者名称" in told.value.sentence.zh
    assert "U+1F984" in told.value.sentence.zh


def test_what_shows_nothing_breaks_no_document() -> None:
    letter = a_letter(subject__sponsor_name="北京\u200b白露\x0b松间\u2066公司")
    text = docx_text(letter_file(letter, NOW))
    assert "北京白露" in text
    with pikepdf.open(io.BytesIO(render_letter(letter, NOW))) as document:
        assert len(document.pages) == 1
