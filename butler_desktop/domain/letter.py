"""Letter: a paper that the program drafts for a filing, to be signed by the customer.

A template is data (``resources/letters``): blocks of text with ``{slots}`` that
the form fills, and who signs. A letter is what one form makes of it; in a
letter no slot is left.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from butler_desktop.words import Words

NOTHING = Words("", "")


class BlockSort(StrEnum):
    """What a block of a letter is."""

    TEXT = "text"
    """A paragraph."""
    HEADING = "heading"
    FACTS = "facts"
    """Rows of a label and what it says."""
    GRID = "grid"
    """A table; its first row is the head."""
    COPY = "copy"
    """A sentence that is copied by hand, with lines to write on."""
    WRITE = "write"
    """What the customer writes himself: what is asked, and lines to write on."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block; ``lines`` are those to write on, ``widths`` a grid's columns in proportion."""

    sort: BlockSort
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    lines: int = 0
    widths: tuple[float, ...] = ()

    def texts(self) -> Iterator[str]:
        """Everything that it says."""
        yield self.text
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A block of a template, on forms where all of ``when`` hold, in ``provinces`` if any."""

    block: Block
    when: tuple[str, ...] = ()
    provinces: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, on forms where all of ``when`` hold."""

    text: str
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which forms a template is for.

    ``provinces`` are codes; with none it is for each province that has no
    template of its own for the paper. ``topics`` are those of which it may say
    that the service has nothing to do with them, ``but_topics`` those of which
    the province takes no such word; ``refuses_others`` where it takes it of no
    others. ``words`` are looked for in name and business scope.
    """

    provinces: frozenset[str] = frozenset()
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    about_topics: bool = False
    topics: frozenset[str] = frozenset()
    but_topics: frozenset[str] = frozenset()
    refuses_others: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A template. One with ``refused`` has no text: it says why the province takes no such paper.

    ``kind`` is the material that the signed paper is. ``hint`` is for the butler.
    """

    id: str
    kind: str
    words: Words
    scope: Scope
    title: str = ""
    addressee: str = ""
    blocks: tuple[TemplateBlock, ...] = ()
    signers: tuple[Signer, ...] = ()
    sealed: bool = True
    hint: Words = NOTHING
    refused: Words | None = None
    source: str = ""
    confidence: str = "low"
    as_of: date = date.min

    def texts(self) -> Iterator[str]:
        """Everything in which slots may stand."""
        yield self.title
        yield self.addressee
        for each in self.blocks:
            yield from each.block.texts()
        for signer in self.signers:
            yield signer.text


class LetterTemplates:
    """All templates, in the order in which papers are offered; read when the first is wanted."""

    def __init__(self, read: Callable[[], tuple[LetterTemplate, ...]] = tuple) -> None:
        self._read = read

    def __iter__(self) -> Iterator[LetterTemplate]:
        return iter(self._rows)

    def get(self, template_id: str) -> LetterTemplate | None:
        """The template with this id."""
        return next((row for row in self._rows if row.id == template_id), None)

    @cached_property
    def _rows(self) -> tuple[LetterTemplate, ...]:
        return self._read()


@dataclass(frozen=True, slots=True, repr=False)
class Letter:
    """A filled letter. ``party`` is in whose name it is; ``mark`` the seal or fingerprint.

    ``values`` are the filled slots by what they are called: who draws the letter
    names the field where a character cannot be drawn.
    """

    id: str
    title: str
    addressee: str
    blocks: tuple[Block, ...]
    signers: tuple[str, ...]
    party: str
    mark: str
    values: tuple[tuple[str, str], ...]

    def texts(self) -> Iterator[str]:
        """Everything that it says."""
        yield self.title
        yield self.addressee
        for block in self.blocks:
            yield from block.texts()
        yield from self.signers
        yield self.party
