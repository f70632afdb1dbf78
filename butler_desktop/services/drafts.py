"""Drafts: what a butler has typed into the form and not saved, and whether it is saved after all.

A desk keeps drafts in a file of its own. A program that ends between a commit
and the drop of its draft leaves one that the journal knows to be saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form import field_at, parse_value
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import is_same
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.history import FORM
from butler_desktop.storage import journal
from butler_desktop.storage.work import Work

Key = tuple[str, str]
"""A filing's id, and a path of its form."""

CLOCKS_APART = timedelta(minutes=2)
"""How far the desk's clock may be ahead of the database's."""

TYPED_KINDS = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.DATE, FieldKind.TEXTS)
NO_TABLES = CodeTables()


@dataclass(frozen=True, slots=True)
class Draft:
    """One value as it was typed. ``seen`` is what the field showed before; ``at`` is UTC."""

    typed: Leaf
    seen: Leaf
    at: datetime


def leaf_of(field: Field, typed: Leaf) -> Leaf:
    """The value that a draft gives: typed text tidied, a choice as it is."""
    if isinstance(typed, str) and field.kind in TYPED_KINDS:
        return parse_value(field, typed, NO_TABLES)
    return typed


def saved_drafts(work: Work, drafts: Mapping[Key, Draft]) -> frozenset[Key]:
    """Which of the drafts stand in the database already, or stood there by this desk's hand."""
    return frozenset(key for key, draft in drafts.items() if _is_saved(work, key, draft))


def _is_saved(work: Work, key: Key, draft: Draft) -> bool:
    filing_id, path = key
    try:
        leaf = leaf_of(field_at(path), draft.typed)
        dossier = work.dossier_of(filing_id)
    except (NotFound, Refused):  # of another database, or of a newer version of the program
        return False
    if is_same(dossier.filing(filing_id).particulars.get(path), leaf):
        return True
    return any(
        change.id == filing_id and _pair(change.fields.get(FORM + path)) == (draft.seen, leaf)
        for entry in journal.entries(work.connection, dossier.order.id)
        if entry.actor == work.actor and entry.at >= draft.at - CLOCKS_APART
        for change in entry.changes
    )


def _pair(sides: tuple[object, object] | None) -> tuple[object, object] | None:
    """Both sides of a change as the form has them: a list of the journal is a tuple there."""
    if sides is None:
        return None
    old, new = (tuple(side) if isinstance(side, list) else side for side in sides)
    return old, new
