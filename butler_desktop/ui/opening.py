"""Opening: the workspace of the window, from the first try until it can be had.

A workspace whose network is away is tried again by itself; who asks for it
meanwhile waits.
"""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Protocol, Self

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from butler_desktop.errors import StoreAway
from butler_desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor
    from contextlib import AbstractContextManager

    from butler_desktop.domain.changes import Changes

AGAIN_MS = 5_000
"""The pause between two tries while the network is away."""

NOT_OPENED = Words("没有打开数据库。", "The database was not opened.")


class Workspace(Protocol):
    """What a workspace must give; storage's own fits, and the window need not load it."""

    def reading(self) -> AbstractContextManager[Any]:
        """A Work that only reads."""

    def editing(self) -> AbstractContextManager[Any]:
        """A Work that may save."""

    def telling(self, told: Callable[[Changes], None]) -> Self:
        """The same workspace, with ``told`` hearing of every commit."""

    def close(self) -> None:
        """Gives back the database."""


class Opening(QObject):
    """Opens on a worker; ``tried`` tells each try's error, None for the one that succeeded."""

    tried = Signal(object)
    _ended = Signal(object)

    def __init__(
        self,
        how: Callable[[], Workspace],
        lane: ThreadPoolExecutor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._how, self._lane = how, lane
        self._workspace: Future[Workspace] = Future()
        self._is_begun = self._is_over = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(AGAIN_MS)
        self.pause.timeout.connect(self.again)
        self._ended.connect(self._hear)

    @property
    def is_wanted(self) -> bool:
        """Whether somebody has asked for the workspace, and it can still be had."""
        return self._is_begun and not self._is_over

    def begin(self) -> None:
        """Tries for the first time; nothing where that was done already."""
        if not self._is_begun and not self._is_over:
            self._is_begun = True
            self._lane.submit(self._try)

    def again(self) -> None:
        """Tries once more, now; nothing where the last word is spoken."""
        if self.is_wanted and not self._workspace.done():
            self.pause.stop()
            self._lane.submit(self._try)

    def workspace(self) -> Workspace:
        """The workspace, waited for. Raises why it cannot be had."""
        return self._workspace.result()

    def end(self) -> None:
        """No more tries; who still waits gets an error."""
        self.pause.stop()
        if self.is_wanted:
            self._lane.submit(self._give_up)
        self._is_over = True

    def close(self) -> None:
        """Closes the workspace, if there is one; after ``end``, when the lane is empty."""
        if self._workspace.done() and self._workspace.exception() is None:
            self._workspace.result().close()

    def _try(self) -> None:
        if self._workspace.done():
            return  # two tries at once: the other one has told it
        error: Exception | None = None
        try:
            self._workspace.set_result(self._how())
        except StoreAway as caught:
            error = caught
        except Exception as caught:  # noqa: BLE001 - told on the UI thread, bugs included
            error = caught
            self._workspace.set_exception(caught)
        self._ended.emit(error)

    def _give_up(self) -> None:
        if not self._workspace.done():
            self._workspace.set_exception(StoreAway(NOT_OPENED))

    @Slot(object)
    def _hear(self, error: Exception | None) -> None:
        if isinstance(error, StoreAway) and not self._is_over:
            self.pause.start()
        self.tried.emit(error)
