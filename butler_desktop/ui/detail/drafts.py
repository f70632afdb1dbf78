"""Drafts: what is typed into forms and not saved, in memory and in the desk's own file.

Nobody else's act touches a draft. The file is written on a worker, at most
``SOON_MS`` after a key.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from butler_desktop.errors import ButlerError
from butler_desktop.services.drafts import Draft, Key, saved_drafts
from butler_desktop.ui import draft_file
from butler_desktop.ui.background import Background

SOON_MS = 150

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


class Drafts(QObject):
    """The drafts of every filing; without a file they live as long as the window."""

    restored = Signal()
    """The drafts of an earlier start are there."""

    kept = Signal()
    """All that was typed so far is in the file."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._now: Clock = utc_now
        self._drafts: dict[Key, Draft] = {}
        self._restored: set[Key] = set()
        self._changed: dict[Key, Draft | None] = {}
        self._path: Path | None = None
        self._is_told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.flush)

    def open(self, path: Path, now: Clock = utc_now) -> None:
        """Keep drafts in this file from now on, and show those that it holds."""
        self._path, self._now = path, now
        self._background.keep(self, draft_file.load, path, then=self._loaded)

    def find(self, key: Key) -> Draft | None:
        """The draft of one field."""
        return self._drafts.get(key)

    def of(self, filing_id: str) -> dict[str, Draft]:
        """The drafts of a filing, by path."""
        return {path: draft for (owner, path), draft in self._drafts.items() if owner == filing_id}

    def waiting(self) -> list[str]:
        """The filings with drafts of an earlier start."""
        return sorted({filing_id for filing_id, _ in self._restored})

    def is_restored(self, key: Key) -> bool:
        """Whether the draft is of an earlier start, and was not typed on since."""
        return key in self._restored

    def now(self) -> datetime:
        """The time of what is typed now, in UTC."""
        return self._now().astimezone(UTC)

    def put(self, key: Key, draft: Draft) -> None:
        """Keep what is typed."""
        self._restored.discard(key)
        if self._drafts.get(key) != draft:
            self._drafts[key] = draft
            self._write_soon(key, draft)

    def drop(self, key: Key) -> bool:
        """It is saved or given up; False where there was none."""
        self._restored.discard(key)
        if self._drafts.pop(key, None) is None:
            return False
        self._write_soon(key, None)
        return True

    def flush(self) -> None:
        """Write now what the file does not have yet, on the worker."""
        self._soon.stop()
        if self._path is None or not self._changed:
            return
        changes, self._changed = self._changed, {}
        self._background.keep(
            self,
            draft_file.change,
            self._path,
            changes,
            then=lambda _none: self._written(),
            failed=lambda error: self._not_written(changes, error),
        )

    def _write_soon(self, key: Key, draft: Draft | None) -> None:
        self._changed[key] = draft
        if not self._soon.isActive():
            self._soon.start()

    def _written(self) -> None:
        self._is_told = False
        if not self._changed:
            self.kept.emit()

    def _not_written(self, changes: dict[Key, Draft | None], error: ButlerError) -> None:
        """Tried again with the next key; told once, not at every key."""
        self._changed = changes | self._changed
        if not self._is_told:
            self._is_told = True
            self._background.failed.emit(error)

    def _loaded(self, found: dict[Key, Draft]) -> None:
        if found:
            self._background.ask(
                self,
                saved_drafts,
                found,
                then=lambda saved: self._restore(found, saved),
                failed=lambda _away: self._restore(found, frozenset()),
            )
        else:
            self.restored.emit()

    def _restore(self, found: dict[Key, Draft], saved: frozenset[Key]) -> None:
        for key, draft in found.items():
            if key in saved:
                self._write_soon(key, None)
            elif key not in self._drafts:
                self._drafts[key] = draft
                self._restored.add(key)
        self.restored.emit()
