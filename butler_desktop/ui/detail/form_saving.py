"""Form saving: each field by itself, as it is left; what is not saved stays a draft.

Drafts belong to a filing, not to the screen: going to another filing and back
shows them again, and so does the next start. Each save says what the field
showed when typing began, so that nobody's change is written over unseen.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.form import field_at
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import is_same
from butler_desktop.errors import ButlerError, FieldOvertaken, Refused
from butler_desktop.services.drafts import Draft, Key, leaf_of
from butler_desktop.services.filings import edit_form
from butler_desktop.services.reveals import reveal
from butler_desktop.ui.background import Background, Failed
from butler_desktop.ui.detail.drafts import Drafts


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A draft that stands still: of an earlier start, or refused for a reason."""

    draft: Draft
    refusal: ButlerError | None


class FormSaving(QObject):
    """Sends values to the edits lane and keeps those that are not saved."""

    sent = Signal(str)
    """The value at this path is on its way."""

    settled = Signal(str, str)
    """The value of a filing's path is saved, or has become a draft."""

    drafts_changed = Signal(str)
    """The drafts of this filing are others now; of every filing where empty."""

    overtaken = Signal(str)
    """Somebody else changed a field of this filing: what is shown is out of date."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.drafts = Drafts(background, self)
        self._refusals: dict[Key, ButlerError] = {}
        self._flying: defaultdict[Key, list[Leaf]] = defaultdict(list)
        self.drafts.restored.connect(lambda: self.drafts_changed.emit(""))

    def type(self, key: Key, typed: Leaf, leaf: Leaf, shown: Leaf) -> None:
        """A value is being typed: ``leaf`` is what it means, ``shown`` what stood there before."""
        known = self.drafts.find(key)
        seen = known.seen if known else self._seen(key, shown)
        if is_same(leaf, seen) and not self._flying[key] and self.left_over(key) is None:
            self.drafts.drop(key)
        else:
            self.drafts.put(key, Draft(typed, seen, self.drafts.now()))

    def save(self, key: Key, leaf: Leaf, shown: Leaf) -> None:
        """Save one value of the form."""
        filing_id, path = key
        draft = self.drafts.find(key) or Draft(leaf, shown, self.drafts.now())
        seen = self._seen(key, draft.seen)
        self._flying[key].append(leaf)
        self._background.do(
            self,
            edit_form,
            filing_id,
            {path: leaf},
            {path: seen},
            then=partial(self._saved, key, leaf, draft),
            failed=partial(self._failed, key, leaf, draft),
        )
        self.sent.emit(path)

    def save_over(self, key: Key, leaf: Leaf, present: Leaf) -> None:
        """Save one's own value in the place of somebody else's that was seen."""
        draft = self.drafts.find(key)
        if draft is not None:
            self.drafts.put(key, replace(draft, seen=present))
        self.save(key, leaf, present)

    def discard(self, key: Key) -> None:
        """Give up what was typed."""
        self._refusals.pop(key, None)
        if self.drafts.drop(key):
            self.drafts_changed.emit(key[0])

    def left_over(self, key: Key) -> LeftOver | None:
        """The draft of a field that says why it is not saved; None while it is typed."""
        draft, refusal = self.drafts.find(key), self._refusals.get(key)
        if draft is None or not (refusal or self.drafts.is_restored(key)):
            return None
        return LeftOver(draft, refusal)

    def left_paths(self, filing: Filing) -> list[str]:
        """The paths of a filing's form where a draft stands still.

        Drafts that say what is saved by now are dropped.
        """
        left = []
        for path, draft in self.drafts.of(filing.id).items():
            key = filing.id, path
            if self.left_over(key) is None or self._flying[key]:
                continue
            try:
                is_saved = is_same(
                    filing.particulars.get(path), leaf_of(field_at(path), draft.typed)
                )
            except Refused:  # of a newer version of the program: kept, but not for this form
                continue
            if is_saved:
                self._refusals.pop(key, None)
                self.drafts.drop(key)
            else:
                left.append(path)
        return left

    def reveal(self, key: Key, then: Callable[[Leaf], None], failed: Failed) -> None:
        """Get a personal value; it comes after its event is written."""
        self._background.do(self, reveal, *key, then=then, failed=failed)

    def _seen(self, key: Key, otherwise: Leaf) -> Leaf:
        """What will stand at a path before the next save."""
        return self._flying[key][-1] if self._flying[key] else otherwise

    def _saved(self, key: Key, leaf: Leaf, draft: Draft, _filing: object) -> None:
        self._flying[key].pop(0)
        stood_still = self._refusals.pop(key, None) is not None or self.drafts.is_restored(key)
        present = self.drafts.find(key)
        if present is not None and present.typed == draft.typed:
            self.drafts.drop(key)
        elif present is not None:  # typed on meanwhile
            self.drafts.put(key, replace(present, seen=leaf))
        self.settled.emit(*key)
        if stood_still:
            self.drafts_changed.emit(key[0])

    def _failed(self, key: Key, leaf: Leaf, draft: Draft, error: ButlerError) -> None:
        self._flying[key].pop(0)
        present = self.drafts.find(key)
        if isinstance(error, FieldOvertaken) and is_same(error.present, draft.seen) and present:
            self.save(key, leaf, draft.seen)  # the save before did not come through
            self.settled.emit(*key)
            return
        if present is not None:
            self._refusals[key] = error
        self.settled.emit(*key)
        self.drafts_changed.emit(key[0])
        if isinstance(error, FieldOvertaken):
            self.overtaken.emit(key[0])
