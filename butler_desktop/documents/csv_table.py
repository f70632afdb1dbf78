"""CSV tables: rows of text in the encodings and forms that Chinese offices save."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from butler_desktop.documents import workbook_refusal as refusal
from butler_desktop.domain.order_sheet import SheetRow

DELIMITERS = ",\t;|"
HEAD = 8000
"""Characters that tell what stands between cells."""

_KEPT_TEXT = re.compile(r'="([^"]*)"')
"""``="2026093001000001"`` is how exports keep a spreadsheet from shortening a number."""

_ESCAPED = re.compile(r"'(?=[=+@-])")
"""An apostrophe keeps a spreadsheet from taking a text for a formula."""


def read_csv(name: str, data: bytes, most_rows: int) -> Iterator[SheetRow]:
    """The rows that say anything, each with the number of its first line.

    Raises ImportRefused.
    """
    text = _decoded(name, data)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = last_line = 0
    try:
        for line in lines:
            # A quoted cell may run over lines.
            number, last_line = last_line + 1, lines.line_num
            cells = tuple(_cell(text) for text in line)
            if any(cells):
                if number > most_rows:
                    raise refusal.too_wide(name, number, len(cells))
                yield SheetRow(number, cells)
    except csv.Error as error:
        raise refusal.damaged(name) from error


def _cell(text: str) -> str:
    text = text.strip()
    if text[:1] in {"=", "'"}:
        kept = _KEPT_TEXT.fullmatch(text)
        return kept[1].strip() if kept else _ESCAPED.sub("", text, count=1)
    return text


def _delimiter(text: str) -> str:
    """What stands between cells: the mark that the beginning has most of."""
    head = text[:HEAD]
    return max(DELIMITERS, key=head.count)


def _decoded(name: str, data: bytes) -> str:
    """The text of a file, by its mark, else strictly UTF-8, else strictly GB18030."""
    if data.startswith(codecs.BOM_UTF8):
        encodings = ["utf-8-sig"]
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise refusal.unknown_encoding(name)
