"""Taking orders in: all or nothing, once, in one transaction."""

from pathlib import Path
from threading import Event

import openpyxl
import pytest

from butler_desktop.domain.order_entry import check_entry
from butler_desktop.domain.order_import import Judgement
from butler_desktop.domain.worklist import Sorting
from butler_desktop.errors import ImportRefused, Refused
from butler_desktop.services.history import verify
from butler_desktop.services.order_import import (
    export_faulty_rows,
    find_orders,
    preview_orders,
    take_orders,
)
from butler_desktop.services.orders import enter_order
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.worklist import all_order_rows
from tests.builders import a_workspace
from tests.domain.order_texts import GOOD, PRICES

ORDERS = Path(__file__).parents[1] / "data" / "orders"


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def shown(workspace, name):
    with workspace.reading() as work:
        return preview_orders(work, ORDERS / name)


def numbers(workspace):
    with workspace.reading() as work:
        return [row.number for row in all_order_rows(work, Sorting("number"))]


def entered(workspace, **given):
    entry, faults = check_entry(GOOD | given, PRICES)
    assert not faults
    with workspace.editing() as work:
        enter_order(work, entry, has_agreed=True)


@pytest.mark.parametrize(("is_unassigned", "butler"), [(False, "林晓雯"), (True, "")])
def test_orders_are_ones_own_or_wait_to_be_claimed(workspace, is_unassigned, butler):
    preview = shown(workspace, "orders.xlsx")
    take_orders(workspace, preview, take_good_rows=False, is_unassigned=is_unassigned)
    with workspace.reading() as work:
        found = {
            work.dossier(row.id).order.butler for row in all_order_rows(work, Sorting("number"))
        }
    assert found == {butler}


def test_an_export_is_taken_whole_and_only_once(workspace):
    assert take_orders(workspace, shown(workspace, "orders.xlsx"), take_good_rows=False) == 40
    assert len(numbers(workspace)) == 40
    again = shown(workspace, "orders.xlsx")
    assert again.counts() == {Judgement.KNOWN: 40}
    assert take_orders(workspace, again, take_good_rows=False) == 0
    assert len(numbers(workspace)) == 40


def test_what_is_in_one_export_already_is_known_in_the_next(workspace):
    take_orders(workspace, shown(workspace, "orders-gb18030.csv"), take_good_rows=False)
    preview = shown(workspace, "orders.xlsx")
    assert len(preview.of(Judgement.KNOWN)) == 15
    assert take_orders(workspace, preview, take_good_rows=False) == 25


def test_one_faulty_row_and_nothing_is_taken(workspace):
    preview = shown(workspace, "orders-with-errors.xlsx")
    with pytest.raises(Refused, match="没有导入"):
        take_orders(workspace, preview, take_good_rows=False)
    assert numbers(workspace) == []
    assert take_orders(workspace, preview, take_good_rows=True) == 1
    assert numbers(workspace) == ["2026100801000101"]


def test_a_corrected_preview_is_taken_as_corrected(workspace):
    preview = shown(workspace, "orders-with-errors.xlsx")
    for row in preview.of(Judgement.ERROR):
        if row.row != 11:
            preview = preview.with_row_left_out(row.row)
    preview = preview.with_cell(11, "paid", "550")
    assert take_orders(workspace, preview, take_good_rows=False) == 2


def test_orders_that_came_in_since_the_preview_are_skipped(workspace):
    preview = shown(workspace, "orders.xlsx")
    entered(workspace, number="2026093001000001")
    assert take_orders(workspace, preview, take_good_rows=False) == 39
    assert len(numbers(workspace)) == 40


def test_a_customer_with_an_open_order_is_noticed_and_taken(workspace):
    entered(workspace, customer="李建国")
    preview = shown(workspace, "orders.xlsx")
    (row,) = preview.of(Judgement.WARNING)
    assert row.cells["customer"] == "李建国"
    assert take_orders(workspace, preview, take_good_rows=False) == 40


def test_cancelling_takes_nothing(workspace):
    stop = Event()
    told = []

    def tell(done, total, _name):
        told.append((done, total))
        stop.set()

    preview = shown(workspace, "orders.xlsx")
    progress = Progress(tell, stop)
    stop.set()
    with pytest.raises(Cancelled):
        take_orders(workspace, preview, take_good_rows=False, progress=progress)
    assert numbers(workspace) == []
    stop.clear()
    take_orders(workspace, preview, take_good_rows=False, progress=progress)
    assert told == [(0, 40), (40, 40)]


def test_every_order_taken_has_its_journal(workspace):
    take_orders(workspace, shown(workspace, "orders-utf8-bom.csv"), take_good_rows=False)
    with workspace.reading() as work:
        for row in all_order_rows(work, Sorting("number")):
            assert verify(work, row.id) == ()


def test_the_sheet_with_the_orders_is_found_behind_a_cover(workspace, tmp_path):
    book = openpyxl.load_workbook(ORDERS / "orders.xlsx")
    cover = book.create_sheet("封面", 0)
    cover["A1"] = "订单号见下一页"
    book.save(tmp_path / "covered.xlsx")
    with workspace.reading() as work:
        found = find_orders(work, tmp_path / "covered.xlsx")
    assert (found.sheet.name, found.columns.missing) == ("订单记录", ())


def test_a_table_of_something_else_is_shown_for_naming_its_columns_or_refused(workspace, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with workspace.reading() as work:
        assert len(find_orders(work, path).columns.missing) == 8
        with pytest.raises(ImportRefused, match="缺少列"):
            preview_orders(work, path)


def test_faulty_rows_are_written_beside_the_import(workspace, tmp_path):
    preview = shown(workspace, "orders-with-errors.xlsx")
    with workspace.reading() as work:
        assert export_faulty_rows(work, preview, tmp_path / "rows.csv") == 14
