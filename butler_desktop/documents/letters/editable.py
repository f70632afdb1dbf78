"""Editable: a letter as a .docx, for what the customer writes himself before it is signed."""

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from butler_desktop.documents.letters.shapes import refuse_unprintable
from butler_desktop.documents.letters.signing import SEALED
from butler_desktop.documents.printable import printable
from butler_desktop.domain.letter import Block, BlockSort, Letter
from butler_desktop.domain.local_time import local

SONG, HEI, LATIN = "宋体", "黑体", "Times New Roman"
BODY, SMALL, TITLE = 12.0, 10.5, 18.0
COLUMN = 15.8
"""Width of the text in cm: A4 less two margins of 2.6."""
LABEL = 3.9
SIGNING_LEFT = 6.8
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
BLANK = "＿" * 9
DATE = "日期：　　　　年　　月　　日"


def letter_file(letter: Letter, made_at: datetime) -> bytes:
    """The document; the same letter made at the same time (UTC) is the same to the byte.

    Raises DocumentFailed where a character has no shape in the program's fonts.
    """
    refuse_unprintable(letter)
    document = _page(letter, made_at)
    title = _paragraph(document, letter.title, size=TITLE, bold=True)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(14)
    if letter.addressee:
        _paragraph(document, letter.addressee)
    for block in letter.blocks:
        _set(document, block)
    _sign(document, letter)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def _page(letter: Letter, made_at: datetime) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.6)
    facts, made = document.core_properties, local(made_at).replace(tzinfo=None)
    facts.title, facts.author, facts.subject = letter.title, letter.party[:255], letter.title
    facts.last_modified_by = facts.comments = facts.keywords = ""
    facts.language = "zh-CN"
    facts.created = facts.modified = made
    facts.revision = 1
    return document


def _set(document: Document, block: Block) -> None:
    if block.sort is BlockSort.HEADING:
        heading = _paragraph(document, block.text, bold=True, face=HEI)
        heading.paragraph_format.keep_with_next = True
        heading.paragraph_format.space_before = Pt(6)
    elif block.sort is BlockSort.FACTS:
        _table(document, block, (LABEL, COLUMN - LABEL))
    elif block.sort is BlockSort.GRID:
        whole = sum(block.widths)
        _table(document, block, tuple(COLUMN * it / whole for it in block.widths), head=True)
    else:
        text = f"（请本人用正楷抄写：{block.text}）" if block.sort is BlockSort.COPY else block.text
        said = _paragraph(document, text)
        said.paragraph_format.first_line_indent = Pt(2 * BODY)
        for _ in range(block.lines):
            _ruled(_paragraph(document, ""))


def _table(
    document: Document, block: Block, widths: tuple[float, ...], *, head: bool = False
) -> None:
    table: Table = document.add_table(len(block.rows), len(widths), "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, row in enumerate(block.rows):
        for place, (text, width) in enumerate(zip(row, widths, strict=True)):
            held = table.cell(number, place)
            held.width = Cm(width)
            said = held.paragraphs[0]
            _spaced(said, 1.15)
            is_bold = (head and number == 0) or (not head and place == 0)
            _run(said, text, SMALL, bold=is_bold)
    gap = _paragraph(document, "", size=6)
    _spaced(gap, 1.0)


def _sign(document: Document, letter: Letter) -> None:
    _spaced(_paragraph(document, "", size=6), 1.0)
    party = f"{letter.party}（盖章）" if letter.mark == SEALED else letter.party
    lines = [party, *(f"{signer}：{BLANK}" for signer in letter.signers)]
    if letter.mark and letter.mark != SEALED:
        lines.append(f"（{letter.mark}）")
    for number, text in enumerate((*lines, DATE)):
        line = _paragraph(document, text, bold=number == 0)
        line.paragraph_format.left_indent = Cm(SIGNING_LEFT)
        line.paragraph_format.space_before = Pt(8)
        line.paragraph_format.keep_with_next = text is not DATE


def _paragraph(
    document: Document, text: str, *, size: float = BODY, bold: bool = False, face: str = SONG
) -> Paragraph:
    made = document.add_paragraph()
    _spaced(made, 1.5)
    _run(made, text, size, bold=bold, face=face)
    return made


def _spaced(paragraph: Paragraph, lines: float) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = lines


def _run(
    paragraph: Paragraph, text: str, size: float, *, bold: bool = False, face: str = SONG
) -> Run:
    run = paragraph.add_run(printable(text))
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, LATIN
    fonts = run.element.get_or_add_rPr().find(qn("w:rFonts"))
    fonts.set(qn("w:eastAsia"), face)
    return run


def _ruled(paragraph: Paragraph) -> None:
    """A line below, to write on."""
    borders = OxmlElement("w:pBdr")
    for place in ("bottom", "between"):
        line = OxmlElement(f"w:{place}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - it has no name for it
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _timeless(data: bytes) -> bytes:
    """The package with no time of day in it."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = zipfile.ZipInfo(name, FIRST_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return out.getvalue()
