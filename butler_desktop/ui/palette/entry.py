"""Entries of the palette: a line that can be chosen, and the headings between."""

from collections.abc import Callable
from dataclasses import dataclass, field

from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.due import DueText
from butler_desktop.ui.kit.found_text import FoundText
from butler_desktop.ui.palette.subject import Subject

Deed = Callable[[], None]

DOT = " ・ "
CAPS = {"Return": "↵", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group; ``note`` says at the right how much of it is here."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what is done, found or opened; ``keys`` is its shortcut (``Ctrl+L``).

    ``first`` and ``second`` are the texts of its one or two lines, with dots
    between those of the second. An entry with a ``subject`` is a record: acts
    on it are offered beside it.
    """

    id: str
    first: tuple[FoundText, ...]
    deed: Deed = field(compare=False)
    second: tuple[FoundText, ...] = ()
    icon: str = ""
    stage: Stage | None = None
    due: DueText | None = None
    note: str = ""
    keys: str = ""
    subject: Subject | None = None

    @property
    def caps(self) -> str:
        """The shortcut as it stands on a cap: ``Ctrl ↵``."""
        return cap(self.keys)

    @property
    def told(self) -> str:
        """All that the line says, for those who hear it."""
        stage = said(STAGE_WORDS[self.stage]) if self.stage is not None else ""
        texts = (text.text.strip() for text in (*self.first, *self.second))
        due = self.due.text if self.due is not None else ""
        return "，".join(t for t in (*texts, stage, due, self.note, self.caps) if t)


Line = Heading | Entry


def cap(keys: str) -> str:
    """A shortcut as it stands on a cap."""
    return " ".join(CAPS.get(part, part) for part in keys.split("+")) if keys else ""
