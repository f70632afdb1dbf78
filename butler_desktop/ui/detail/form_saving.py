"""Form saving: each field by itself, as it is left; what cannot be saved is kept and said.

Drafts belong to a filing, not to the screen: going to another filing and back
shows them again.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from butler_desktop.domain.form_shape import Leaf
from butler_desktop.errors import ButlerError
from butler_desktop.services.filings import edit_form
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.field_editor import Draft


class FormSaving(QObject):
    """Sends values to the edits lane and remembers those that came back."""

    settled = Signal(str, str)
    """The value of a filing's path is saved, or has become a draft."""

    drafts_changed = Signal(str)
    """The drafts of this filing are others now."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._drafts: dict[str, dict[str, Draft]] = {}

    def save(self, filing_id: str, path: str, leaf: Leaf) -> None:
        """Save one value of the form."""
        self._background.do(
            self,
            edit_form,
            filing_id,
            {path: leaf},
            then=partial(self._saved, filing_id, path),
            failed=partial(self._failed, filing_id, path, leaf),
        )

    def discard(self, filing_id: str, path: str) -> None:
        """Give up a value that could not be saved."""
        if self._drafts.get(filing_id, {}).pop(path, None) is not None:
            self.drafts_changed.emit(filing_id)

    def drafts(self, filing_id: str) -> dict[str, Draft]:
        """The values of a filing that are not saved, by path."""
        return self._drafts.get(filing_id, {})

    def _saved(self, filing_id: str, path: str, _filing: object) -> None:
        self.settled.emit(filing_id, path)
        self.discard(filing_id, path)

    def _failed(self, filing_id: str, path: str, leaf: Leaf, error: ButlerError) -> None:
        draft = Draft(leaf, error.said(i18n.language()))
        self._drafts.setdefault(filing_id, {})[path] = draft
        self.settled.emit(filing_id, path)
        self.drafts_changed.emit(filing_id)
