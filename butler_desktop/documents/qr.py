"""QR codes: reportlab's encoder at level M, drawn as one shape. Source: ISO/IEC 18004.

The codes of one document differ in the page's number alone. The mask is chosen
for the first and serves all: weighing all eight for each page would cost more
than typesetting it.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from butler_desktop.documents.paper import Paper

Matrix = tuple[tuple[bool, ...], ...]
OVERLAP = 1.04
"""Height of a module, so that no viewer shows a seam between two rows."""


@lru_cache(maxsize=64)
def qr_matrix(text: str, sibling: str) -> Matrix:
    """The dark modules of the code for ``text``, row by row; masked as suits ``sibling``."""
    code = _code(text)
    code.makeImpl(test=False, maskPattern=_best_mask(sibling))
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


def paint_qr(paper: Paper, matrix: Matrix, x: float, y: float, side: float) -> None:
    """Draws a code; the quiet zone around it is the caller's."""
    size = len(matrix)
    shape = " ".join(
        f"{start} {size - row - 1} {length} {OVERLAP} re"
        for row, start, length in _stretches(matrix)
    )
    paper.scaled(shape, x, y + side, side / size)


def _stretches(matrix: Matrix) -> Iterator[tuple[int, int, int]]:
    """Each stretch of dark modules: row, column, length."""
    for number, row in enumerate(matrix):
        column = 0
        for is_dark, group in groupby(row):
            length = len(list(group))
            if is_dark:
                yield number, column, length
            column += length


def _code(text: str) -> Any:
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.version = code.calculate_version()
    return code


@lru_cache(maxsize=8)
def _best_mask(text: str) -> int:
    return int(_code(text).getBestMaskPattern())
