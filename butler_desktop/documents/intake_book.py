"""Intake book: the workbook in which a customer answers what his filing asks.

Only the cells for his answers can be written to. Each is a text cell, so that
no program shortens a number; choices come from lists on a hidden sheet, which
may be longer than a list in the cell itself.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from butler_desktop.documents.intake_parts import ANSWER_HEAD, FORMAT, PATH_HEAD, RECORD_HEAD
from butler_desktop.domain.form_field import FieldKind
from butler_desktop.domain.intake_sheet import IntakeRow, IntakeSheet, Need
from butler_desktop.domain.local_time import local

TITLE = "备案信息采集表"
GUIDE = (
    "请只填写浅黄色的单元格；“必填”的每项都要有内容，已有的内容请核对，有错直接改。",
    "有下拉列表的从列表中选择。填好后保存为 .xlsx 发回给备案管家，请勿增删行列或改表名。",
)
HEADS = (PATH_HEAD, "项目", "要求", ANSWER_HEAD, "填写说明")
PATH, QUESTION, NEED, ANSWER, NOTE = range(5)
WIDTHS = (24, 26, 12, 44, 62)
HEAD_ROW = 5
FACE = "微软雅黑"
LINE = 16
"""Points of height of one line."""
MOST_HEIGHT = 400
YELLOW, PALE, GREY = "#FFF9E0", "#F3F5F8", "#5E6876"
LISTS, RECORD = "选项", "记录"


def intake_book(sheet: IntakeSheet, at: datetime) -> bytes:
    """The workbook of a sheet, made at a time (UTC)."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        made = local(at).replace(tzinfo=None)
        book.set_properties({"title": TITLE, "subject": sheet.filing, "created": made})
        _Writing(book).write(sheet)
    return out.getvalue()


class _Writing:
    """Writes the three sheets: questions, lists, record."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._page: Worksheet = book.add_worksheet(TITLE)
        self._lists: Worksheet = book.add_worksheet(LISTS)
        self._record: Worksheet = book.add_worksheet(RECORD)
        self._names: dict[tuple[str, ...], str] = {}
        self._formats: dict[str, Format] = {}
        whole = {"font_name": FACE, "font_size": 10, "valign": "vcenter"}
        wraps = {**whole, "text_wrap": True, "border": 1, "border_color": "#D5D9E0"}
        for key, more in {
            "title": {**whole, "font_size": 16, "bold": True},
            "guide": {**whole, "font_color": GREY},
            "head": {**wraps, "bold": True, "bg_color": "#E1E4E9"},
            "section": {**whole, "bold": True, "font_size": 11, "bg_color": PALE},
            "question": wraps,
            "must": {**wraps, "bold": True, "font_color": "#B3261E", "align": "center"},
            "need": {**wraps, "font_color": GREY, "align": "center"},
            "note": {**wraps, "font_color": GREY, "font_size": 9},
            "answer": {**wraps, "bg_color": YELLOW, "locked": False, "num_format": "@"},
            "path": {"font_color": GREY},
        }.items():
            self._formats[key] = book.add_format(more)

    def write(self, sheet: IntakeSheet) -> None:
        """Everything."""
        self._head(sheet)
        row = HEAD_ROW + 1
        for section in sheet.sections:
            for column in range(QUESTION, NOTE + 1):
                self._page.write_blank(row, column, None, self._formats["section"])
            self._page.write_string(row, QUESTION, section.title, self._formats["section"])
            self._page.set_row(row, 22)
            for each in section.rows:
                row += 1
                self._line(row, each)
            row += 1
        self._finish(row)
        self._keep(sheet)

    def _head(self, sheet: IntakeSheet) -> None:
        page, formats = self._page, self._formats
        for column, width in enumerate(WIDTHS):
            page.set_column(column, column, width, None, {"hidden": column == PATH})
        page.set_row(0, 30)
        page.write_string(0, QUESTION, TITLE, formats["title"])
        about = "　".join(it for it in (f"备案单号 {sheet.filing}", sheet.sponsor) if it)
        for row, text in enumerate((about, *GUIDE), start=1):
            page.write_string(row, QUESTION, text, formats["guide"])
        page.set_row(HEAD_ROW, 22)
        for column, head in enumerate(HEADS):
            page.write_string(HEAD_ROW, column, head, formats["head"])

    def _line(self, row: int, asked: IntakeRow) -> None:
        page, formats = self._page, self._formats
        page.write_string(row, PATH, asked.path, formats["path"])
        page.write_string(row, QUESTION, asked.question, formats["question"])
        need = formats["must" if asked.need is Need.MUST else "need"]
        page.write_string(row, NEED, asked.need, need)
        if asked.text:
            page.write_string(row, ANSWER, asked.text, formats["answer"])
        else:
            page.write_blank(row, ANSWER, None, formats["answer"])
        page.write_string(row, NOTE, asked.note, formats["note"])
        # Not all programs fit a row to what is in it.
        lines = max(
            _lines(asked.text, WIDTHS[ANSWER]),
            _lines(asked.note, WIDTHS[NOTE] + 4),
            2 if asked.kind in (FieldKind.LONG_TEXT, FieldKind.TEXTS) else 1,
        )
        page.set_row(row, min(lines * LINE + 6, MOST_HEIGHT))
        if asked.options:
            page.data_validation(
                row,
                ANSWER,
                row,
                ANSWER,
                {
                    "validate": "list",
                    "source": f"={self._list(asked.options)}",
                    "error_title": "请从列表中选择",
                    "error_message": f"“{asked.question}”只能填列表中的内容。"[:250],
                },
            )

    def _list(self, options: tuple[str, ...]) -> str:
        """The name of a list on the hidden sheet; the same list is written once."""
        if options not in self._names:
            column = len(self._names)
            self._names[options] = name = f"list_{column + 1}"
            for row, option in enumerate(options):
                self._lists.write_string(row, column, option)
            letters = xlsxwriter.utility.xl_col_to_name(column)
            self._book.define_name(name, f"='{LISTS}'!${letters}$1:${letters}${len(options)}")
        return self._names[options]

    def _finish(self, last: int) -> None:
        page = self._page
        page.freeze_panes(HEAD_ROW + 1, ANSWER)
        page.protect("", {"format_rows": True, "format_columns": True})
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEAD_ROW)
        page.print_area(0, QUESTION, last, NOTE)
        page.set_selection(HEAD_ROW + 2, ANSWER, HEAD_ROW + 2, ANSWER)
        for sheet in (self._lists, self._record):
            sheet.protect()
            sheet.hide()

    def _keep(self, sheet: IntakeSheet) -> None:
        """Whose workbook it is, and the mark of what each cell says."""
        for row, pair in enumerate(_record(sheet)):
            for column, text in enumerate(pair):
                self._record.write_string(row, column, text)


def _record(sheet: IntakeSheet) -> Iterator[tuple[str, str]]:
    yield RECORD_HEAD, FORMAT
    yield "filing", sheet.filing
    yield "digest", sheet.digest
    for row in sheet.rows:
        yield row.path, row.mark


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many narrow characters."""
    return sum(max(1, -(-_width(line) // width)) for line in text.split("\n"))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(it) in "WFA" else 1 for it in text)
