"""A network that breaks: a proxy before a PostgreSQL socket that cuts at a chosen statement.

It follows the frontend's messages. ``cut_at(n)`` breaks the network before the
n-th statement from now reaches the server; with ``after`` the server gets it
and does it, and the answer is lost. A broken network refuses every connection
until it is mended.
"""

import socket
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

ENDS_A_STATEMENT = (b"Q", b"S")
PORT_FILE = ".s.PGSQL.5432"


class CuttingProxy:
    """Stands before the server whose socket is in ``behind``."""

    def __init__(self, behind: Path) -> None:
        self._behind = str(behind / PORT_FILE)
        self.folder = Path(tempfile.mkdtemp(prefix="butlercut"))
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self.folder / PORT_FILE))
        self._listener.listen(64)
        self._guard = threading.Lock()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._threads: list[threading.Thread] = []
        self.statements = 0
        self.is_cut = False
        self._left: int | None = None
        self._after = False
        self._answer_is_lost: socket.socket | None = None
        self._start(self._accept)

    def cut_at(self, statement: int, *, after: bool = False) -> None:
        """Breaks the network at the n-th statement from now (1 is the next)."""
        with self._guard:
            self._left, self._after = statement, after

    def cut(self) -> None:
        """Breaks the network now."""
        with self._guard:
            self._break()

    def mend(self) -> None:
        """Lets everything through again."""
        with self._guard:
            self.is_cut, self._left = False, None

    def close(self) -> None:
        """Ends the proxy."""
        self.cut()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()
        (self.folder / PORT_FILE).unlink(missing_ok=True)
        self.folder.rmdir()

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                front, _ = self._listener.accept()
                with self._guard:
                    if self.is_cut:
                        front.close()
                        continue
                    back = socket.socket(socket.AF_UNIX)
                    back.connect(self._behind)
                    self._pairs.append((front, back))
                self._start(self._forth, front, back)
                self._start(self._back, front, back)

    def _forth(self, front: socket.socket, back: socket.socket) -> None:
        """From the client, message by message; the first has no type."""
        with suppress(OSError):
            kind = b""
            while True:
                head = kind + _exactly(front, 4)
                body = _exactly(front, int.from_bytes(head[-4:]) - 4)
                if kind in ENDS_A_STATEMENT and self._is_broken_by(back, head + body):
                    return  # the other direction closes it, where the answer is still to come
                back.sendall(head + body)
                kind = _exactly(front, 1)
        _closed(front, back)

    def _is_broken_by(self, back: socket.socket, message: bytes) -> bool:
        with self._guard:
            self.statements += 1
            if self.is_cut:
                return True
            if self._left is None:
                return False
            self._left -= 1
            if self._left > 0:
                return False
            if self._after:
                self._answer_is_lost = back
                back.sendall(message)
            else:
                self._break()
            return True

    def _back(self, front: socket.socket, back: socket.socket) -> None:
        with suppress(OSError):
            while data := back.recv(65536):
                if back is self._answer_is_lost:
                    with self._guard:
                        self._break()
                    return
                front.sendall(data)
        _closed(front, back)

    def _break(self) -> None:
        self.is_cut, self._answer_is_lost = True, None
        for pair in self._pairs:
            _closed(*pair)
        self._pairs.clear()


def _exactly(source: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = source.recv(size - len(data))
        if not piece:
            raise ConnectionResetError
        data += piece
    return data


def _closed(*sockets: socket.socket) -> None:
    for it in sockets:
        with suppress(OSError):
            it.shutdown(socket.SHUT_RDWR)
        it.close()
