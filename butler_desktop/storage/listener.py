"""The listener: hears at once when a shared database has news, on a connection of its own.

It only wakes: what is new is asked for as ever. It waits at the connection's
socket and at a socket of its own, so that it ends at once when it is told to.
A connection that breaks is made again by itself, after pauses that grow.
"""

import logging
import selectors
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import cast

import psycopg

from butler_desktop.storage.database import Database

log = logging.getLogger(__name__)

JOURNAL, PRESENCE = "butler_journal", "butler_presence"
CHANNELS = (JOURNAL, PRESENCE)
"""What the database's triggers notify."""

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 30.0
"""Seconds between two tries; each pause is twice the one before."""

PATIENCE = 1.0
"""Seconds that ``end`` waits for the thread; one that is just connecting ends by itself."""


class Listener:
    """Calls ``woken`` with a channel's name, on a thread of its own.

    Each time the connection is made anew it calls for every channel, for what
    was said meanwhile is lost; when it breaks, once for the journal.
    """

    def __init__(self, woken: Callable[[str], None]) -> None:
        self._woken = woken
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._over = threading.Event()
        self._bell, self._rope = socket.socketpair()
        self.is_hearing = False
        """Whether it would be told now. Another thread may ask."""

    def begin(self, database: Database) -> None:
        """Listens from now on; nothing where it was ended already, or on a file."""
        if not database.is_shared:
            return
        with self._guard:
            if self._thread is None and not self._over.is_set():
                self._thread = threading.Thread(
                    target=self._run, args=(database,), name="listener", daemon=True
                )
                self._thread.start()

    def end(self) -> None:
        """Listens no more; afterwards ``woken`` is not called again."""
        with self._guard:
            if self._over.is_set():
                return
            # First: the thread that sees the end closes the rope.
            self._rope.send(b"!")
            self._over.set()
            thread = self._thread
        if thread is not None:
            thread.join(PATIENCE)
        else:
            self._hang_up()

    def _run(self, database: Database) -> None:
        pause = FIRST_PAUSE
        with selectors.DefaultSelector() as selector:
            selector.register(self._bell, selectors.EVENT_READ)
            while not self._over.is_set():
                try:
                    with _connected(database) as connection:
                        self.is_hearing, pause = True, FIRST_PAUSE
                        self._wake(*CHANNELS)
                        self._listen(connection, selector)
                except Exception as error:  # noqa: BLE001 - whatever it is, polling goes on
                    # The kind alone: a driver's sentence may carry more than the log may know.
                    log.info("the listener lost its connection: %s", type(error).__name__)
                was_hearing, self.is_hearing = self.is_hearing, False
                if was_hearing:
                    self._wake(JOURNAL)  # who waited to be told has to look by himself now
                if not self._over.is_set():
                    selector.select(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)
        self._hang_up()

    def _listen(self, connection: psycopg.Connection, selector: selectors.BaseSelector) -> None:
        wire = connection.fileno()
        selector.register(wire, selectors.EVENT_READ)
        try:
            while not self._over.is_set():
                # In one burst each channel is called once.
                self._wake(*{news.channel for news in connection.notifies(timeout=0)})
                selector.select()
        finally:
            with suppress(KeyError, ValueError):
                selector.unregister(wire)

    def _wake(self, *channels: str) -> None:
        for channel in channels:
            if not self._over.is_set():
                self._woken(channel)

    def _hang_up(self) -> None:
        self._bell.close()
        self._rope.close()


@contextmanager
def _connected(database: Database) -> Iterator[psycopg.Connection]:
    """A connection that is not the pool's, listening to every channel."""
    with database.engine.connect() as pooled:
        driver = cast(psycopg.Connection, pooled.connection.driver_connection)
        pooled.detach()
        driver.rollback()
        driver.set_autocommit(True)
        for channel in CHANNELS:
            driver.execute(f"LISTEN {channel}".encode())
        yield driver
