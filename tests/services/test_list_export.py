"""Lists as workbooks: the rows asked for, in their order, block by block."""

from pathlib import Path

import openpyxl
import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.table import Kind, TableColumn
from butler_desktop.domain.worklist import Sorting
from butler_desktop.services import list_export, worklist
from butler_desktop.services.list_export import ExportColumn, Listing, export_list
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.storage.work import Workspace
from butler_desktop.words import Words
from tests.builders import an_order

COLUMNS = (
    ExportColumn(TableColumn(Words("订单号", "Order")), lambda r: r.number),
    ExportColumn(TableColumn(Words("已购", "Ordered"), Kind.NUMBER), lambda r: r.ordered),
)


@pytest.fixture
def listing(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> Listing:
    """Five orders, the last number first, in blocks of two."""
    monkeypatch.setattr(list_export, "BLOCK", 2)
    with desk.editing() as work:
        for n in range(1, 6):
            order = an_order(number=f"2026031800000{n}", ordered_site_count=n)
            work.save(None, Dossier(order), "order.enter")
    with desk.reading() as work:
        ids = worklist.order_ids(work, "all", "", Sorting("number", descending=True))
    return Listing("订单: 全部", ids, worklist.order_rows, COLUMNS)


def read(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))


def test_each_row_of_the_list_is_written_in_its_place(
    desk: Workspace, listing: Listing, tmp_path: Path
) -> None:
    target, told = tmp_path / "a.xlsx", []
    progress = Progress(lambda done, total, _name: told.append((done, total)))
    assert export_list(desk, listing, target, "zh_CN", progress) == 5
    rows = [(f"2026031800000{n}", n) for n in (5, 4, 3, 2, 1)]
    assert read(target) == [("订单号", "已购"), *rows]
    assert told == [(0, 5), (2, 5), (4, 5)]


def test_a_row_that_is_gone_is_left_out(desk: Workspace, listing: Listing, tmp_path: Path) -> None:
    ids = [listing.ids[0], "gone", listing.ids[4]]
    chosen = Listing("Orders", ids, worklist.order_rows, COLUMNS)
    assert export_list(desk, chosen, tmp_path / "a.xlsx", "en") == 2
    assert [row[1] for row in read(tmp_path / "a.xlsx")] == ["Ordered", 5, 1]


def test_a_cancelled_export_leaves_the_old_file(
    desk: Workspace, listing: Listing, tmp_path: Path
) -> None:
    target, progress = tmp_path / "a.xlsx", Progress()
    target.write_bytes(b"old")
    progress.cancel.set()
    with pytest.raises(Cancelled):
        export_list(desk, listing, target, "zh_CN", progress)
    assert [(it.name, it.read_bytes()) for it in tmp_path.glob("*.xlsx")] == [("a.xlsx", b"old")]
    assert not list(tmp_path.glob(".*.new"))
