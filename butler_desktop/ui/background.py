"""Background: the one door between the window and the services.

A page never calls a service: it hands the service and plain values to one of
its lanes and gets frozen values back on the UI thread.

- ``do``: an act. One worker, in order, one Work, committed; then ``changed``.
- ``ask``: a question. Two workers; a newer question of the same owner and
  topic replaces an older one.
- ``keep``: a small file of the desk's own (drafts). One worker, in order; no database.
- ``run``: something long (a packet, an import). One worker; the service takes
  the Workspace and opens short Works.
- ``sync``: a round with the shared database. One worker of its own, so that
  neither a packet nor a network that hangs holds up the other.
- ``post``: a round of mail, for the same reason.
- ``recognise``: the text of a scan. One worker of its own; a newer question of the
  same owner replaces an older one; the service takes the Workspace.

Where the owner is gone the result is dropped, the ``Changes`` are not.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from butler_desktop.errors import ButlerError, StoreAway
from butler_desktop.ui.opening import Opening, Workspace
from butler_desktop.words import Words

log = logging.getLogger(__name__)

Then = Callable[[Any], None]
Failed = Callable[[ButlerError], None]

NOT_WRITTEN = Words("没有写入：", "Nothing was written: ")


@dataclass(frozen=True, slots=True)
class _Job:
    owner: QObject
    topic: str
    ticket: int
    lane: ThreadPoolExecutor
    then: Then | None = None
    failed: Failed | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: _Job
    value: Any = None
    error: BaseException | None = None


class Background(QObject):
    """Runs services off the UI thread. Lives as long as the program."""

    changed = Signal(object)
    """``Changes`` of an act that was committed."""

    failed = Signal(object)
    """A ButlerError whose owner did not ask to hear of it."""

    missed = Signal()
    """Something could not be reached; who watches the database finds out what."""

    crashed = Signal(object)
    """An exception that is a bug."""

    ready = Signal()
    """The workspace is open."""

    away = Signal(object)
    """The network to the workspace is away (a StoreAway); it is tried again by itself."""

    unopened = Signal(object)
    """The ButlerError for which the workspace cannot be opened."""

    idle = Signal()
    """Nothing is running or waiting."""

    _arrived = Signal(object)
    _committed = Signal(object)

    def __init__(self, opening: Callable[[], Workspace], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = ThreadPoolExecutor(1, "edits")
        self._reads = ThreadPoolExecutor(2, "reads")
        self._long = ThreadPoolExecutor(1, "long")
        self._files = ThreadPoolExecutor(1, "files")
        self._sync = ThreadPoolExecutor(1, "sync")
        self._post = ThreadPoolExecutor(1, "post")
        self._recognition = ThreadPoolExecutor(1, "recognition")
        self._latest: WeakKeyDictionary[QObject, dict[str, int]] = WeakKeyDictionary()
        self._ticket = 0
        self._running = 0
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._committed.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self.opening = Opening(lambda: opening().telling(self._committed.emit), self._edits, self)
        self.opening.tried.connect(self._opened, Qt.ConnectionType.QueuedConnection)
        self._running += 1
        self._is_closed = False

    def open(self) -> None:
        """Opens the workspace, on a worker; until then what is asked waits."""
        self.opening.begin()

    @property
    def _questions(self) -> tuple[ThreadPoolExecutor, ...]:
        """The lanes whose answers nobody needs once the window is gone."""
        return self._reads, self._recognition

    @property
    def is_idle(self) -> bool:
        """Whether nothing is running or waiting."""
        return self._running == 0

    def do(
        self,
        owner: QObject,
        service: Callable[..., Any],
        *args: Any,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Does an act; ``then`` hears the service's answer after the commit."""
        self._submit(self._edits, self._edit, owner, "", service, args, then, failed)

    def ask(
        self,
        owner: QObject,
        service: Callable[..., Any],
        *args: Any,
        then: Then,
        topic: str = "",
        failed: Failed | None = None,
    ) -> None:
        """Asks a question; an unanswered one of the same owner and topic is forgotten."""
        topic = topic or getattr(service, "__qualname__", str(service))
        self._submit(self._reads, self._read, owner, topic, service, args, then, failed)

    def compute(
        self,
        owner: QObject,
        function: Callable[..., Any],
        *args: Any,
        then: Then,
        topic: str = "",
        failed: Failed | None = None,
    ) -> None:
        """Like ``ask`` for what needs no database (scaling a picture)."""
        topic = topic or getattr(function, "__qualname__", str(function))
        self._submit(self._reads, self._plain, owner, topic, function, args, then, failed)

    def keep(
        self,
        owner: QObject,
        function: Callable[..., Any],
        *args: Any,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Reads or writes a small file of the desk's own; what was begun is finished."""
        self._submit(self._files, self._plain, owner, "", function, args, then, failed)

    def run(
        self,
        owner: QObject,
        service: Callable[..., Any],
        *args: Any,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Runs something long; the service gets the Workspace."""
        self._submit(self._long, self._whole, owner, "", service, args, then, failed)

    def sync(
        self,
        owner: QObject,
        service: Callable[..., Any],
        *args: Any,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Runs a round of sync; the service gets the Workspace."""
        self._submit(self._sync, self._whole, owner, "", service, args, then, failed)

    def post(
        self,
        owner: QObject,
        service: Callable[..., Any],
        *args: Any,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Speaks with the mail server; the service gets the Workspace."""
        self._submit(self._post, self._whole, owner, "", service, args, then, failed)

    def recognise(
        self,
        owner: QObject,
        service: Callable[..., Any],
        *args: Any,
        then: Then,
        failed: Failed,
    ) -> None:
        """Reads the text of a scan; an unanswered question of the same owner is forgotten."""
        topic = "recognition"
        self._submit(self._recognition, self._whole, owner, topic, service, args, then, failed)

    def forget(self, owner: QObject, topic: str) -> None:
        """Drops the answer to a question that nobody needs any more."""
        self._latest.setdefault(owner, {})[topic] = -1

    def close(self) -> None:
        """Finishes what was begun and ends the workers; then the workspace is closed."""
        self._is_closed = True
        self.opening.end()
        acts = (self._sync, self._post, self._long, self._edits, self._files)
        for lane in (*self._questions, *acts):
            lane.shutdown(wait=True, cancel_futures=lane in self._questions)
        self.opening.close()

    def _submit(
        self,
        lane: ThreadPoolExecutor,
        how: Callable[..., Any],
        owner: QObject,
        topic: str,
        service: Callable[..., Any],
        args: tuple[Any, ...],
        then: Then | None,
        failed: Failed | None,
    ) -> None:
        if self._is_closed and lane in (*self._questions, self._files):
            return  # the window is gone: nobody would see the answer
        self.open()
        self._ticket += 1
        if topic:
            self._latest.setdefault(owner, {})[topic] = self._ticket
        self._running += 1
        job = _Job(owner, topic, self._ticket, lane, then, failed)
        lane.submit(partial(self._do, job, how, service, args))

    def _do(
        self,
        job: _Job,
        how: Callable[..., Any],
        service: Callable[..., Any],
        args: tuple[Any, ...],
    ) -> None:
        value, error = None, None
        if not job.topic or self._is_latest(job):
            try:
                value = how(service, args)
            except Exception as caught:  # noqa: BLE001 - told on the UI thread, bugs included
                error = caught
        self._arrived.emit(_Outcome(job, value, error))

    def _is_latest(self, job: _Job) -> bool:
        return self._latest.get(job.owner, {}).get(job.topic) == job.ticket

    def _edit(self, service: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        with self.opening.workspace().editing() as work:
            return service(work, *args)

    def _read(self, service: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        with self.opening.workspace().reading() as work:
            return service(work, *args)

    def _whole(self, service: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        return service(self.opening.workspace(), *args)

    @staticmethod
    def _plain(function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        return function(*args)

    @Slot(object)
    def _opened(self, error: Exception | None) -> None:
        if error is None:
            self.ready.emit()
        elif isinstance(error, StoreAway):
            self.away.emit(error)
            return  # who asked still waits
        elif isinstance(error, ButlerError):
            self.failed.emit(error)
            self.unopened.emit(error)
        else:
            log.error("the workspace did not open", exc_info=error)
            self.crashed.emit(error)
        self._end_one()

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        job = outcome.job
        wanted = shiboken6.isValid(job.owner) and (not job.topic or self._is_latest(job))
        if outcome.error is not None:
            self._tell(job, outcome.error, wanted)
        elif wanted and job.then is not None:
            job.then(outcome.value)
        self._end_one()

    def _end_one(self) -> None:
        self._running -= 1
        if self._running == 0:
            self.idle.emit()

    def _tell(self, job: _Job, error: BaseException, wanted: bool) -> None:
        if not isinstance(error, ButlerError):
            log.error("a service failed", exc_info=error)
            self.crashed.emit(error)
            return
        is_away = isinstance(error, StoreAway)
        if is_away and job.lane is self._edits:
            error = StoreAway(NOT_WRITTEN + error.sentence, error.cure)
        if wanted and job.failed is not None:
            job.failed(error)
        elif not (is_away and job.lane is self._reads):
            # What is on the screen stays, and is read again when the network is back.
            self.failed.emit(error)
        if is_away:
            self.missed.emit()
