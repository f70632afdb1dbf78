"""Faulty rows: what could not be imported, as a CSV file to be corrected and imported again.

The file is as the import reads it, with two columns before the others: the
row in the first file, and what is wrong.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.domain.order_import import Judgement, OrderPreview, RowVerdict
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

_COMMANDS = ("=", "+", "-", "@", "\t", "\r")


def write_faulty_rows(preview: OrderPreview, path: Path) -> int:
    """Writes the rows with faults, whole or not at all; returns how many. Raises DocumentFailed."""
    rows = preview.of(Judgement.ERROR)
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_text(_table(preview, rows), encoding="utf-8-sig", newline="")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise DocumentFailed(
            Words(f"写不了 {path.name}：{error.strerror}。", f"{path.name} cannot be written."),
            Words("换一个文件夹再导出。", "Export into another folder."),
        ) from error
    return len(rows)


def _table(preview: OrderPreview, rows: Sequence[RowVerdict]) -> str:
    keys = [key for key in FIELDS if key in preview.columns.places]
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(["原行号", "检查结果", *(FIELDS[key].zh for key in keys)])
    for row in rows:
        reasons = "；".join(fault.reason.zh for fault in row.faults)
        cells = [_harmless(row.cells.get(key, "")) for key in keys]
        table.writerow([row.row, reasons, *cells])
    return text.getvalue()


def _harmless(cell: str) -> str:
    """The cell as a text that no spreadsheet takes for a formula; long numbers stay whole."""
    if cell.startswith(_COMMANDS):
        return f"'{cell}"
    if cell.isdecimal() and len(cell) > 11:
        return f'="{cell}"'
    return cell
