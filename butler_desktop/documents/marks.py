"""Marks that are drawn, not set: boxes to tick, lines to write on, seals, QR codes."""

import itertools
from collections.abc import Sequence
from functools import lru_cache

import segno
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from butler_desktop.documents.faces import load
from butler_desktop.documents.styles import FAINT, INK


def draw_qr(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """A QR code, error level M, of ``size`` points without its quiet zone."""
    runs, count = _qr_runs(text)
    module = size / count
    path = canvas.beginPath()
    for row, start, length in runs:
        top = y + size - (row + 1) * module
        path.rect(x + start * module, top, length * module, module)
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=64)
def _qr_runs(text: str) -> tuple[tuple[tuple[int, int, int], ...], int]:
    """The dark runs of a code as (row, start, length), and its modules a side."""
    matrix = segno.make_qr(text, error="m", boost_error=False).matrix
    runs = []
    for row, modules in enumerate(matrix):
        place = 0
        for is_dark, group in itertools.groupby(modules):
            length = len(list(group))
            if is_dark:
                runs.append((row, place, length))
            place += length
    return tuple(runs), len(matrix)


class QrBlock(Flowable):
    """A QR code among text."""

    def __init__(self, text: str, size: float) -> None:
        super().__init__()
        self.text, self.width, self.height = text, size, size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the code."""
        draw_qr(self.canv, self.text, 0, 0, self.width)


class Ticks(Flowable):
    """Boxes to tick in a line, each with its words."""

    def __init__(
        self, choices: Sequence[str], *, face: str = "Serif", size: float = 9.8, gap: float = 12
    ) -> None:
        super().__init__()
        load(face)
        self.choices, self.face, self.size, self.gap = choices, face, size, gap
        self.box = size + 1.2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        self.height = self.size * 1.5
        return width, self.height

    def draw(self) -> None:
        """Draws boxes and words from the left."""
        x = 0.0
        self.canv.setLineWidth(0.9)
        self.canv.setStrokeColor(INK)
        self.canv.setFillColor(INK)
        self.canv.setFont(self.face, self.size)
        for choice in self.choices:
            self.canv.rect(x, self.height * 0.12, self.box, self.box)
            x += self.box + 5
            self.canv.drawString(x, self.height * 0.24, choice)
            x += stringWidth(choice, self.face, self.size) + self.gap


class Blanks(Flowable):
    """A line of words and lines to write on: a number is the width of a blank."""

    def __init__(self, parts: Sequence[str | float | Ticks], height: float = 30) -> None:
        super().__init__()
        load("Serif")
        self.parts, self.height = parts, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        return width, self.height

    def draw(self) -> None:
        """Draws the parts from the left."""
        x, base = 0.0, self.height * 0.35
        for part in self.parts:
            self.canv.setFillColor(INK)
            if isinstance(part, str):
                self.canv.setFont("Serif", 10.5)
                self.canv.drawString(x, base, part)
                x += stringWidth(part, "Serif", 10.5)
            elif isinstance(part, Ticks):
                part.wrap(0, 0)
                part.drawOn(self.canv, x, base - part.height * 0.24)
            else:
                self.canv.setLineWidth(0.7)
                self.canv.line(x, base - 3, x + part, base - 3)
                x += part


class Seal(Flowable):
    """The place of a seal, beside the lines before it: takes no room of its own."""

    def __init__(self, words: str, right: float, rise: float, radius: float = 51) -> None:
        super().__init__()
        load("Serif")
        self.words, self.right, self.rise, self.radius = words, right, rise, radius

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """No room: it is drawn beside what stands above."""
        self.room = width
        return width, 0

    def draw(self) -> None:
        """Draws a dashed ring with its words."""
        x, y = self.room - self.right - self.radius, self.rise
        self.canv.saveState()
        self.canv.setDash(2.4, 2.0)
        self.canv.setLineWidth(0.7)
        self.canv.setStrokeColor(FAINT)
        self.canv.circle(x, y, self.radius)
        self.canv.setFillColor(FAINT)
        self.canv.setFont("Serif", 9.8)
        self.canv.drawCentredString(x, y - 3, self.words)
        self.canv.restoreState()
