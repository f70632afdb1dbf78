"""What can go wrong that the butler can do something about.

    ButlerError
    ├── Refused              the rules do not allow it; carries the findings
    ├── Overtaken            somebody else was first; carries who and when
    │   └── FieldOvertaken   at one field of the form; carries its path and present value
    ├── NotFound             no such order, filing or file
    ├── StoreUnavailable     the database cannot be reached or written
    │   ├── StoreAway        the network to the shared database is away
    │   ├── StoreTooNew      made by a newer version of the program
    │   └── StoreTooOld      too old to be brought up to date
    ├── RulebookWrong        a shipped rule file is broken
    ├── ImportRefused        a file cannot be taken in
    └── DocumentFailed       a document cannot be made or read

Each carries a sentence (what happened) and a cure (what to do), in both
languages. Anything else that is raised is a bug.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from butler_desktop.words import Words

NO_CURE = Words("", "")
MARKS = ("。", ".", "！", "!", "？", "?")


class ButlerError(Exception):
    """Something that the butler can do something about."""

    def __init__(self, sentence: Words, cure: Words = NO_CURE) -> None:
        super().__init__(sentence.zh)
        self.sentence = sentence
        self.cure = cure

    def said(self, language: str) -> str:
        """The sentence and its cure in one line."""
        english = language.startswith("en")
        parts = (self.sentence.said(language), self.cure.said(language))
        mark, gap = (".", " ") if english else ("。", "")
        return gap.join(part if part.endswith(MARKS) else part + mark for part in parts if part)


class Refused(ButlerError):
    """The rules of the service do not allow the act; ``findings`` say why, one by one."""

    def __init__(
        self, sentence: Words, cure: Words = NO_CURE, findings: Sequence[Any] = ()
    ) -> None:
        super().__init__(sentence, cure)
        self.findings = tuple(findings)


class Overtaken(ButlerError):
    """Somebody else changed the order first."""

    def __init__(self, sentence: Words, who: str, when: datetime, cure: Words = NO_CURE) -> None:
        super().__init__(sentence, cure)
        self.who = who
        self.when = when


class FieldOvertaken(Overtaken):
    """Somebody else changed a field of the form since the caller saw it; nothing was written."""

    def __init__(
        self,
        sentence: Words,
        who: str,
        when: datetime,
        *,
        path: str,
        present: Any,
        cure: Words = NO_CURE,
    ) -> None:
        super().__init__(sentence, who, when, cure)
        self.path = path
        self.present = present


class NotFound(ButlerError):
    """No such order, filing or file."""


class StoreUnavailable(ButlerError):
    """The database cannot be reached, opened or written."""


class StoreAway(StoreUnavailable):
    """The shared database cannot be reached now; it is tried again without being asked."""


class StoreTooNew(StoreUnavailable):
    """The database was made by a newer version of the program."""


class StoreTooOld(StoreUnavailable):
    """The database is older than this version can bring up to date."""


class RulebookWrong(ButlerError):
    """A file of the rulebook is broken."""


class ImportRefused(ButlerError):
    """A file cannot be taken in at all."""


class DocumentFailed(ButlerError):
    """A document cannot be made or read."""
