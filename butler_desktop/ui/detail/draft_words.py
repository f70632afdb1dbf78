"""Draft words: what is said under a field whose value is not saved, and what can be done."""

from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.masking import masked
from butler_desktop.domain.particulars import is_same
from butler_desktop.domain.time_words import clock_text, near_moment_text
from butler_desktop.services.drafts import leaf_of
from butler_desktop.services.history import Writer
from butler_desktop.ui.detail.field_widgets import text_of
from butler_desktop.ui.detail.form_saving import LeftOver
from butler_desktop.ui.i18n import language, said, translate
from butler_desktop.ui.kit.field import FieldFinding

SAVE, DISCARD, COPY, MINE, THEIRS = "save", "discard", "copy", "mine", "theirs"
LONGEST = 40
"""A value longer than this is shortened in a sentence; the field shows one's own whole."""


@dataclass(frozen=True, slots=True)
class Present:
    """What stands in the database at a field's path now, and who wrote it."""

    leaf: Leaf
    writer: Writer | None
    is_editable: bool
    now: datetime


def draft_finding(
    left: LeftOver, field: Field, present: Present, tables: CodeTables
) -> FieldFinding:
    """The sentence and the buttons for a draft that stands still."""
    draft = left.draft
    mine = leaf_of(field, draft.typed)
    typed_at = when(draft.at, present.now)
    is_other = not is_same(present.leaf, draft.seen) and not is_same(present.leaf, mine)
    if is_other and present.is_editable and present.writer is not None:
        told = translate("DraftWords", "%1 wrote “%2” at %3; yours, typed at %4: “%5”.")
        parts = (
            present.writer.actor,
            value_words(field, present.leaf, tables),
            when(present.writer.at, present.now),
            typed_at,
            value_words(field, mine, tables),
        )
        mine_words = translate("DraftWords", "Use mine")
        choice = ((MINE, mine_words), (THEIRS, translate("DraftWords", "Use theirs")))
        return FieldFinding("amber", _filled(told, *parts), choice, is_long=True)
    again, it = translate("DraftWords", "Save again"), translate("DraftWords", "Save it")
    links: tuple[tuple[str, str], ...] = ((SAVE, again if left.refusal else it),)
    if not present.is_editable:
        links = () if field.personal else ((COPY, translate("DraftWords", "Copy")),)
    links = (*links, (DISCARD, translate("DraftWords", "Discard")))
    if left.refusal is not None:
        told = _filled(translate("DraftWords", "Not saved: %1"), left.refusal.said(language()))
        return FieldFinding("red", told, links)
    told = translate("DraftWords", "Draft not saved, typed at %1")
    return FieldFinding("amber", _filled(told, typed_at), links)


def changed_note(present: Present) -> str:
    """Who changed a value while it is typed over (周启明 10:40 改过)."""
    if present.writer is None:
        return ""
    told = translate("DraftWords", "%1 changed it at %2")
    return _filled(told, present.writer.actor, when(present.writer.at, present.now))


def value_words(field: Field, leaf: Leaf, tables: CodeTables) -> str:
    """A value as a sentence quotes it; a personal one masked."""
    if leaf is None or leaf in ("", ()):
        return translate("DraftWords", "(empty)")
    if isinstance(leaf, bool):
        return translate("DraftWords", "yes") if leaf else translate("DraftWords", "no")
    if field.personal:
        return masked(field, text_of(leaf))
    if field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        keys = leaf if isinstance(leaf, tuple) else (leaf,)
        words = [said(tables.words(field.table, key)) for key in keys]
        text = translate("DraftWords", ", ").join(words)
    else:
        text = text_of(leaf)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def when(at: datetime, now: datetime) -> str:
    """The time; with the day where it was not today."""
    is_today = local_date(at) == local_date(now)
    return clock_text(at) if is_today else said(near_moment_text(at, now))


def _filled(told: str, *parts: str) -> str:
    """Puts the parts in at one go: a value may itself hold a ``%2``."""
    pieces = told.split("%")
    return pieces[0] + "".join(parts[int(piece[0]) - 1] + piece[1:] for piece in pieces[1:])
