"""Workbook parts: what an .xlsx archive holds, looked at before the reader may unpack it.

The reader gives a formula's last value and lays a sheet out whole, up to the
last cell that says anything. So the XML is walked first, piece by piece: it
tells the formulas, and how large the sheet would become.
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

MOST_UNPACKED = 256 * 1024 * 1024
"""What the XML of an .xlsx may unpack to; 50,000 orders make 50 MB."""

PIECE = 256 * 1024
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
_LETTERS = re.compile(r"[A-Z]{1,3}")
_SAYING = ("v", "is", "f")
"""What a cell with content has inside; a cell without it is only dressed."""


class NoWorkbook(ValueError):
    """The archive holds something else."""


class Damaged(ValueError):
    """A part is missing, or is not what it must be."""


class TooLarge(ValueError):
    """Unpacked, the archive would be far larger than any order table."""


@dataclass(slots=True)
class SheetOutline:
    """The formulas of a sheet by (row, column) from 1, and its last row and column with content.

    ``errors`` are the places of error values (#REF!), which the reader gives as nothing.
    """

    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: set[tuple[int, int]] = field(default_factory=set)
    last_row: int = 0
    last_column: int = 0


class WorkbookParts:
    """The XML parts of an .xlsx."""

    def __init__(self, data: bytes) -> None:
        """Raises NoWorkbook, Damaged, TooLarge, BadZipFile."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (NotImplementedError, OverflowError, EOFError, struct.error) as error:
            raise Damaged(str(error)) from error
        self._names = {name.lower(): name for name in self._archive.namelist()}
        if WORKBOOK not in self._names:
            raise NoWorkbook
        self._measure()

    def outline(self, sheet_name: str) -> SheetOutline:
        """The outline of a sheet. Raises Damaged, BadZipFile."""
        parser = expat.ParserCreate()
        walk = _SheetWalk(parser)
        with self._open(self._part_of(sheet_name)) as stream:
            _parse(stream, parser)
        return walk.outline

    def _measure(self) -> None:
        """Unpack every XML part once and throw it away: what an archive says of itself may lie."""
        parts = [
            info
            for info in self._archive.infolist()
            if info.filename.lower().endswith((".xml", ".rels"))
        ]
        if sum(info.file_size for info in parts) > MOST_UNPACKED:
            raise TooLarge
        left = MOST_UNPACKED
        for info in parts:
            said, info.file_size = info.file_size, left + 1
            with self._open(info.filename) as stream:
                left -= sum(len(piece) for piece in _pieces(stream))
            info.file_size = said
            if left < 0:
                raise TooLarge

    def _part_of(self, sheet_name: str) -> str:
        targets: dict[str, str] = {}
        for name, given in self._elements(RELATIONS):
            if name == "Relationship":
                targets[given.get("Id", "")] = given.get("Target", "")
        for name, given in self._elements(WORKBOOK):
            if name == "sheet" and given.get("name") == sheet_name:
                relation = next((value for key, value in given.items() if key.endswith(" id")), "")
                return posixpath.normpath(posixpath.join("/xl", targets.get(relation, "")))[1:]
        raise Damaged(sheet_name)

    def _elements(self, part: str) -> list[tuple[str, Mapping[str, str]]]:
        """The elements of a small part, by name without namespace."""
        found: list[tuple[str, Mapping[str, str]]] = []
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = lambda name, given: found.append(
            (name.rpartition(" ")[2], given)
        )
        with self._open(part) as stream:
            _parse(stream, parser)
        return found

    def _open(self, part: str) -> IO[bytes]:
        try:
            return self._archive.open(self._names[part.lower()])
        except (KeyError, NotImplementedError, RuntimeError) as error:  # encrypted, unknown packing
            raise Damaged(part) from error


class _SheetWalk:
    """Walks through the cells of a sheet; those without a place follow the one before.

    Its names are those of the sheet's own namespace, by the prefix of the root
    (mostly none): an extension's ``xm:f`` is no cell's formula.
    """

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.outline = SheetOutline()
        self._parser = parser
        self._row = self._column = 0
        self._row_text = "0"
        self._columns: dict[str, int] = {}
        self._pieces: list[str] = []
        self._cell = self._line = self._formula = ""
        self._saying = frozenset[str]()
        parser.StartElementHandler = self._root

    def _root(self, name: str, _given: Mapping[str, str]) -> None:
        prefix = name[: name.rfind(":") + 1]
        self._cell, self._line, self._formula = prefix + "c", prefix + "row", prefix + "f"
        self._saying = frozenset(prefix + name for name in _SAYING)
        self._parser.StartElementHandler = self._start

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        if name == self._cell:
            place = given.get("r")
            self._column = self._column_of(place) if place else self._column + 1
            if given.get("t") == "e":
                self.outline.errors.add((self._row, self._column))
        elif name in self._saying:
            outline = self.outline
            outline.last_row = max(outline.last_row, self._row)
            outline.last_column = max(outline.last_column, self._column)
            if name == self._formula:
                self._pieces = []
                self._parser.CharacterDataHandler = self._pieces.append
                self._parser.EndElementHandler = self._formula_over
        elif name == self._line:
            self._row = _number(given["r"]) if "r" in given else self._row + 1
            self._row_text = str(self._row)
            self._column = 0

    def _formula_over(self, _name: str) -> None:
        self.outline.formulas[self._row, self._column] = "=" + "".join(self._pieces)
        self._parser.CharacterDataHandler = self._parser.EndElementHandler = None

    def _column_of(self, place: str) -> int:
        """The column of ``C7``; the reader goes by its 7, whatever the row says of itself."""
        letters = place.rstrip("0123456789")
        if (digits := place[len(letters) :]) != self._row_text:
            self._row, self._row_text = _number(digits), digits
            if not self._row:
                raise Damaged(place)
        if letters not in self._columns:
            self._columns[letters] = _column(letters)
        return self._columns[letters]


def _parse(stream: IO[bytes], parser: expat.XMLParserType) -> None:
    """Parse ``stream`` piece by piece.

    Raises Damaged where it is no XML, or XML with a document type, which a
    workbook never has and which could make entities grow without end.
    """

    def refuse(*_: object) -> None:
        raise Damaged("a document type")

    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    try:
        for piece in _pieces(stream):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Damaged(str(error)) from error


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    try:
        while piece := stream.read(PIECE):
            yield piece
    except (zlib.error, EOFError) as error:
        raise Damaged(str(error)) from error


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 7:
        raise Damaged(text)
    return int(text)


def _column(letters: str) -> int:
    if not _LETTERS.fullmatch(letters):
        raise Damaged(letters)
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
