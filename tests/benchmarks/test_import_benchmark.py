"""Reading and judging an export of 50,000 rows, beside the library that reads the same file.

Each kind runs in a process of its own, so that its memory is its own too.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

ROWS = 50_000
MOST_MEGABYTES = 300
"""A hundred are measured; what grows with each row would be far beyond."""

HEADS = (
    "订单号",
    "客户名称",
    "联系人",
    "联系电话",
    "服务类型",
    "备案网站个数",
    "实付金额(元)",
    "支付时间",
    "备注",
)

RUN = """
import csv, json, sys, time
from pathlib import Path
import psutil, python_calamine
from butler_desktop.services.order_import import preview_orders, take_orders
from butler_desktop.storage.workspace import open_workspace

source, folder = Path(sys.argv[1]), Path(sys.argv[2])
start = time.perf_counter()
if source.suffix == ".xlsx":
    python_calamine.load_workbook(str(source)).get_sheet_by_index(0).to_python()
else:
    with source.open(encoding="gb18030", newline="") as stream:
        list(csv.reader(stream))
library = time.perf_counter() - start
desk = open_workspace(folder / "butler.db", actor="a", station="s")
process, steps = psutil.Process(), []
before = process.memory_info().rss
start = time.perf_counter()
with desk.reading() as work:
    preview = preview_orders(work, source)
read = time.perf_counter() - start
start = time.perf_counter()
taken = take_orders(desk, preview, False)
took = time.perf_counter() - start
grown = (process.memory_info().rss - before) / 1e6
print(json.dumps({"library": library, "read": read, "took": took, "mb": grown, "taken": taken}))
"""


def row(number: int) -> tuple[object, ...]:
    sites = 1 + number % 3
    paid = (f"S-{number:06}", f"客户{number}有限公司", "沈先生", f"138{number:08}", "首次备案")
    return (*paid, sites, 600 * sites, "2026-03-17 10:00", "备注" * (number % 5))


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same rows as a workbook and as a table in the encoding of Chinese offices."""
    folder = tmp_path_factory.mktemp("exports")
    with xlsxwriter.Workbook(str(folder / "orders.xlsx"), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, values in enumerate((HEADS, *map(row, range(ROWS)))):
            sheet.write_row(place, 0, values)
    with (folder / "orders.csv").open("w", encoding="gb18030", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(HEADS)
        lines.writerows(map(row, range(ROWS)))
    return folder


@pytest.mark.benchmark(group="import")
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.timeout(600)
def test_fifty_thousand_rows(benchmark, exports: Path, tmp_path: Path, kind: str) -> None:
    command = [sys.executable, "-c", RUN, str(exports / f"orders.{kind}"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["taken"] == ROWS
    assert found["mb"] < MOST_MEGABYTES
    benchmark.extra_info.update(
        {
            "read and judged, of the library's reading": round(found["read"] / found["library"], 1),
            "read and judged, s": round(found["read"], 1),
            "taken in, s": round(found["took"], 1),
            "memory, MB": round(found["mb"]),
        }
    )
    benchmark.pedantic(lambda: None, rounds=1)
