"""The workbook for the customer: what can be written to, chosen, and read in it."""

import openpyxl
import pytest

from butler_desktop.domain.intake_sheet import Need
from butler_desktop.domain.particulars import Particulars
from tests.documents.intake_books import NUMBER, a_book, answer_cells, forms, sheet_of


@pytest.fixture(params=["F00", "F04", "F05", "empty"])
def form(request):
    empty = Particulars.empty("first_filing")
    return empty if request.param == "empty" else forms()[request.param]


@pytest.fixture
def book(tmp_path, form):
    return openpyxl.load_workbook(a_book(tmp_path / "a.xlsx", form))


def test_the_answers_alone_can_be_written_to(book, form):
    page = book.worksheets[0]
    assert page.protection.sheet
    open_cells = {
        cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked
    }
    assert open_cells == {cell.coordinate for cell in answer_cells(page).values()}
    assert len(open_cells) == len(sheet_of(form).rows)


def test_every_answer_is_a_text_cell_with_what_is_known(book, form):
    cells = answer_cells(book.worksheets[0])
    for row in sheet_of(form).rows:
        assert cells[row.path].number_format == "@"
        assert (cells[row.path].value or "") == row.text


def test_choices_drop_down_from_lists_on_a_hidden_sheet(book, form):
    page = book.worksheets[0]
    offered = {}
    for rule in page.data_validations.dataValidation:
        name = book.defined_names[rule.formula1.lstrip("=")]
        ((sheet, area),) = name.destinations
        texts = tuple(cell.value for (cell,) in book[sheet][area.replace("$", "")])
        for each in rule.sqref.ranges:
            offered[each.coord] = texts
    cells = answer_cells(page)
    for row in sheet_of(form).rows:
        assert offered.get(cells[row.path].coordinate, ()) == row.options, row.path


def test_what_is_for_the_program_is_hidden(book):
    page, *others = book.worksheets
    assert page.column_dimensions["A"].hidden
    assert page.sheet_state == "visible"
    assert [other.sheet_state for other in others] == ["hidden", "hidden"]
    assert all(other.protection.sheet for other in others)
    assert page.freeze_panes == "D7"
    assert all(page.column_dimensions[letter].width >= 10 for letter in "BCDE")


def test_it_says_whose_it_is_and_what_must_be_filled(book, form):
    page = book.worksheets[0]
    texts = [str(cell.value) for row in page.iter_rows(max_row=6) for cell in row if cell.value]
    assert texts[0] == "备案信息采集表"
    assert any(NUMBER in text for text in texts)
    needs = {row[2].value for row in page.iter_rows(min_row=7) if row[0].value}
    assert {Need.MUST.value, Need.MAY.value} <= needs


def test_no_cell_is_a_formula_or_a_link(tmp_path):
    form = forms()["F00"].with_value("service.service_remark", "=1+1 http://a.example")
    book = openpyxl.load_workbook(a_book(tmp_path / "a.xlsx", form))
    cell = answer_cells(book.worksheets[0])["service.service_remark"]
    assert (cell.data_type, cell.hyperlink) in {("s", None), ("f", None)}
    assert cell.value == "=1+1 http://a.example"
