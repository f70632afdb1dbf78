"""Page bands: a page's picture cut crosswise where nothing is lost, to be printed bit by bit.

What a printer's driver makes of two pictures that meet may swallow the row
between them: a hairline, the foot of a letter. So they meet where the rows are
all alike, and overlap a little.
"""

from PySide6.QtGui import QImage

LEAST, MOST = 24, 112
"""Rows of a band: Qt takes some 10 ms for the most."""
OVERLAP = 3


def next_break(page: QImage, first: int) -> int:
    """Where the band that begins at row ``first`` ends: amid the longest run of equal rows."""
    if page.height() - first <= MOST:
        return page.height()
    wide, bits = page.bytesPerLine(), page.constBits()
    best, longest, start = first + MOST, 0, first + LEAST
    before = bytes(bits[start * wide : (start + 1) * wide])
    for row in range(start + 1, first + MOST):
        this = bytes(bits[row * wide : (row + 1) * wide])
        if this != before:
            start = row
        elif row - start > longest:
            longest, best = row - start, (row + start + 1) // 2
        before = this
    return best
