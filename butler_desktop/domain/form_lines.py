"""Lines: the few words in which the layout of the form is written down.

``text("subject.sponsor_name", "主办者名称", "Sponsor name", 100).required()``
"""

from butler_desktop.domain.form_field import Entry, Field, FieldKind
from butler_desktop.domain.form_sections import section_of
from butler_desktop.words import Words


def text(path: str, zh: str, en: str, max_length: int = 0, entry: Entry = Entry.PROSE) -> Field:
    """A field of one line of text."""
    kind = FieldKind.TEXT
    return Field(path, Words(zh, en), kind, section_of(path), max_length=max_length, entry=entry)


def long_text(
    path: str, zh: str, en: str, max_length: int = 0, entry: Entry = Entry.PROSE
) -> Field:
    """A field of several lines of text."""
    kind = FieldKind.LONG_TEXT
    return Field(path, Words(zh, en), kind, section_of(path), max_length=max_length, entry=entry)


def texts(path: str, zh: str, en: str, entry: Entry = Entry.PROSE) -> Field:
    """A field of any number of short texts."""
    return Field(path, Words(zh, en), FieldKind.TEXTS, section_of(path), entry=entry)


def choice(path: str, zh: str, en: str, table: str) -> Field:
    """A field of one row of a code table."""
    return Field(path, Words(zh, en), FieldKind.CHOICE, section_of(path), table)


def choices(path: str, zh: str, en: str, table: str) -> Field:
    """A field of any number of rows of a code table."""
    return Field(path, Words(zh, en), FieldKind.CHOICES, section_of(path), table)


def date(path: str, zh: str, en: str) -> Field:
    """A field of a day, kept as ISO text."""
    return Field(path, Words(zh, en), FieldKind.DATE, section_of(path))


def tick(path: str, zh: str, en: str) -> Field:
    """A field of yes or no."""
    return Field(path, Words(zh, en), FieldKind.BOOLEAN, section_of(path))
