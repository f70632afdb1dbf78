"""Chinese text: runs of one paragraph, broken into lines by the rules of Chinese typesetting.

Text is never markup: what a customer's name holds is drawn as it stands.
Widths and places are points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from butler_desktop.documents.fonts import Face, face_of, typeface
from butler_desktop.documents.line_breaks import CLOSING, break_before, is_squeezed
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.printable import printable
from butler_desktop.documents.styles import HAIRLINE, MIDDLE, Align, TextStyle

CELL_WIDTH = 0.56
"""Of a digit or letter of a code, in em: codes stand in columns."""
MARK_SIZE, MARK_PAD, MARK_GAP = 0.82, 3.6, 6.0
"""A framed mark: its type against the text's, its inner margin, the gap before it."""
MOST_STRETCH = 2.0
"""Em that a justified line may lack; one that lacks more stays ragged."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner: bold, as a code in columns, or as a framed mark."""

    text: str
    bold: bool = False
    code: bool = False
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that is drawn in one stroke; ``x`` from the line's start."""

    x: float
    width: float
    text: str
    face: Face
    run: Run


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``is_ended`` where the text, not the width, ended it."""

    pieces: tuple[Piece, ...]
    width: float
    is_ended: bool

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(piece.text for piece in self.pieces)


class _Atom(NamedTuple):
    """What no line break divides: a character, or a framed mark.

    ``squeeze`` is what a closing mark gives up of its blank half.
    """

    text: str
    width: float
    face: Face
    run: Run
    squeeze: float = 0.0


class ZhParagraph:
    """A paragraph of runs in one style. ``field`` is named where a character has no shape."""

    def __init__(self, text: str | Sequence[Run], style: TextStyle, field: str = "") -> None:
        self.runs = (Run(text),) if isinstance(text, str) else tuple(text)
        self.style = style
        self.field = field or "".join(run.text for run in self.runs)

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines within ``width``; one empty line for no text. Raises DocumentFailed."""
        return broken(self.runs, self.style, width, self.field)

    def height(self, width: float) -> float:
        """The height of the lines within ``width``."""
        return len(self.lines(width)) * self.style.leading


def paint_lines(
    paper: Paper, lines: Sequence[Line], style: TextStyle, x: float, top: float, width: float
) -> None:
    """Draws lines below ``top`` in a column of ``width``."""
    baseline = top + style.leading / 2 + MIDDLE * style.size
    for line in lines:
        slack = width - line.width
        start, spread = x, style.tracking * style.size
        if style.align is Align.CENTRE:
            start += slack / 2
        elif style.align is Align.RIGHT:
            start += slack
        elif _is_stretched(line, slack, style):
            spread += slack / max(1, len(line.text) - 1)
        _paint_line(paper, line, style, start, baseline, spread)
        baseline += style.leading


def _is_stretched(line: Line, slack: float, style: TextStyle) -> bool:
    is_full = not line.is_ended and slack <= MOST_STRETCH * style.size
    return style.align is Align.JUSTIFY and is_full


def _paint_line(
    paper: Paper, line: Line, style: TextStyle, x: float, baseline: float, spread: float
) -> None:
    moved = 0.0
    tracking = style.tracking * style.size
    for piece in line.pieces:
        place = x + piece.x + moved
        if piece.run.mark:
            _paint_mark(paper, piece, style, place, baseline)
        elif piece.run.code:
            paper.code(place, baseline, piece.text, piece.face, style.size, CELL_WIDTH)
        else:
            paper.text(place, baseline, piece.text, piece.face, style.size, spread, style.grey)
        moved += (spread - tracking) * len(piece.text)


def _paint_mark(paper: Paper, piece: Piece, style: TextStyle, x: float, baseline: float) -> None:
    size = style.size * MARK_SIZE
    height = size * 1.5
    top = baseline - MIDDLE * style.size - height / 2
    paper.box(x + MARK_GAP, top, piece.width - MARK_GAP, height, HAIRLINE)
    middle = top + height / 2 + MIDDLE * size
    paper.text(x + MARK_GAP + MARK_PAD, middle, piece.text, piece.face, size)


@lru_cache(maxsize=4096)
def text_width(text: str, face: Face, size: float) -> float:
    """The width of ``text`` in one face, which has all its characters."""
    widths = typeface(face).widths
    return sum([widths[character] for character in text]) * size / 1000


@lru_cache(maxsize=2048)
def broken(runs: tuple[Run, ...], style: TextStyle, width: float, field: str) -> tuple[Line, ...]:
    """The lines of a paragraph; most of what a packet says is the same in all packets."""
    atoms = [atom for run in runs for atom in _atoms(run, style, field)]
    indent = style.indent * style.size
    parts = enumerate(_parts(atoms, width, indent, style.size))
    return tuple(
        _line(part, 0.0 if number else indent, is_ended=is_ended)
        for number, (part, is_ended) in parts
    )


def _atoms(run: Run, style: TextStyle, field: str) -> Iterator[_Atom]:
    wanted = Face.SERIF_BOLD if run.bold or style.bold else Face.SERIF
    if run.code:
        wanted = Face.SANS
    text = printable(run.text)
    if run.mark:
        width = text_width(text, wanted, style.size * MARK_SIZE) + 2 * MARK_PAD + MARK_GAP
        yield _Atom(text, width, wanted, run)
        return
    known, widths = typeface(wanted).known, typeface(wanted).widths
    tracking, scale = style.tracking * style.size, style.size / 1000
    for character, after in pairwise(f"{text} "):
        if character in known:
            face, width = wanted, widths[character] * scale
        elif character == "\n":
            face, width = wanted, -tracking
        else:
            face = face_of(character, wanted, field)
            width = typeface(face).widths[character] * scale
        if run.code and character.isascii():
            width = CELL_WIDTH * style.size
        squeeze = style.size / 2 if is_squeezed(character, after) else 0.0
        yield _Atom(character, width + tracking - squeeze, face, run, squeeze)


def _parts(
    atoms: list[_Atom], width: float, indent: float, em: float
) -> Iterator[tuple[list[_Atom], bool]]:
    """The atoms of each line, and whether the text ended it.

    A closing mark may stand at the end with its blank half in the margin.
    """
    texts = [atom.text for atom in atoms]
    start, used, place = 0, indent, 0
    while place < len(atoms):
        text = texts[place]
        if text == "\n":
            yield atoms[start:place], True
            start = place = place + 1
            used = 0.0
            continue
        used += atoms[place].width
        room = width + em / 2 if text in CLOSING else width
        if used <= room + 1e-6 or place == start or text == " ":
            place += 1
            continue
        end = break_before(texts, start, place)
        yield atoms[start:end], False
        while end < len(atoms) and texts[end] == " ":
            end += 1
        start = place = end
        used = 0.0
    yield atoms[start:], True


def _line(atoms: list[_Atom], indent: float, *, is_ended: bool) -> Line:
    while atoms and atoms[-1].text == " ":
        atoms.pop()
    pieces: list[Piece] = []
    x = indent
    for members in _strokes(atoms):
        width = sum([atom.width for atom in members])
        text = "".join([atom.text for atom in members])
        pieces.append(Piece(x, width, text, members[0].face, members[0].run))
        x += width
    return Line(tuple(pieces), x, is_ended)


def _strokes(atoms: list[_Atom]) -> Iterator[list[_Atom]]:
    """The atoms that can be drawn together: of one run and face, none squeezed but the last."""
    stroke: list[_Atom] = []
    for atom in atoms:
        last = stroke[-1] if stroke else atom
        if last.squeeze or last.face is not atom.face or last.run is not atom.run:
            if stroke:
                yield stroke
            stroke = []
        stroke.append(atom)
    if stroke:
        yield stroke
