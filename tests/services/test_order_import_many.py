"""Importing five thousand rows: taken in one piece, watched, and stopped without a trace."""

import csv
from threading import Event

import pytest

from butler_desktop.domain.worklist import Sorting
from butler_desktop.errors import Refused
from butler_desktop.services.history import verify
from butler_desktop.services.order_import import preview_orders, take_orders
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.worklist import all_order_rows
from tests.builders import a_workspace

ROWS = 5000
HEADS = ("订单号", "客户名称", "联系人", "联系电话", "服务类型", "备案网站个数", "实付金额(元)",
         "支付时间")  # fmt: skip


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "orders.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(HEADS)
        for n in range(ROWS):
            sites = 1 + n % 3
            lines.writerow(
                (f"S-{n:05}", f"客户{n}有限公司", "沈先生", f"138{n:08}", "首次备案", sites,
                 600 * sites, "2026-03-17 10:00")
            )  # fmt: skip
    return path


def previewed(workspace, path):
    with workspace.reading() as work:
        return preview_orders(work, path)


def test_five_thousand_orders_are_taken_in_one_piece_and_watched(workspace, export):
    steps = []
    progress = Progress(lambda *step: steps.append(step[:2]))
    preview = previewed(workspace, export)
    told = []
    watched = workspace.telling(told.append)
    assert take_orders(watched, preview, take_good_rows=False, progress=progress) == ROWS
    assert len(told) == 1
    assert told[0].everything
    assert steps == sorted(steps)
    assert len(steps) > 5
    with workspace.reading() as work:
        rows = all_order_rows(work, Sorting("number"))
        assert [row.number for row in rows] == [f"S-{n:05}" for n in range(ROWS)]
        assert sum(row.ordered for row in rows) == sum(row.remaining for row in rows)
        for row in rows[::500]:
            assert verify(work, row.id) == ()
    assert take_orders(workspace, previewed(workspace, export), take_good_rows=False) == 0


def test_stopping_half_way_takes_nothing(workspace, export):
    stop = Event()

    def half_way(done: int, total: int, _: str) -> None:
        if done > total / 2:
            stop.set()

    preview = previewed(workspace, export)
    with pytest.raises(Cancelled):
        take_orders(workspace, preview, False, Progress(half_way, stop))
    with workspace.reading() as work:
        assert all_order_rows(work, Sorting("number")) == []
        assert work.connection.exec_driver_sql("SELECT count(*) FROM journal").scalar() == 0


def test_one_fault_among_thousands_and_nothing_is_taken(workspace, export):
    text = export.read_text("utf-8-sig").replace("S-04321,", "S-00001,")
    export.write_text(text, "utf-8-sig")
    preview = previewed(workspace, export)
    with pytest.raises(Refused):
        take_orders(workspace, preview, take_good_rows=False)
    with workspace.reading() as work:
        assert all_order_rows(work, Sorting("number")) == []
    assert take_orders(workspace, preview, take_good_rows=True) == ROWS - 1
