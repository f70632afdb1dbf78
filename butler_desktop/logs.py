"""Logs: what the program writes down about itself, without anybody's personal numbers.

Everything passes one formatter that masks after the text is complete, so that
arguments, tracebacks and the messages of exceptions are covered alike.
"""

import logging
import re
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import platformdirs

from butler_desktop import PROGRAM, __version__

FILE = "butler-desktop.log"
BYTES_A_FILE, FILES_KEPT = 1_000_000, 5

_CREDIT = "[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]"
_ALONE, _TO_HERE = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_MASKS = [
    # Passwords of shared databases, in URLs (to the last sign that may end one) and as options.
    (re.compile(r"(postgres(?:ql)?(?:\+\w+)?://[^\s:/@]*):.*@"), r"\1:[password]@"),
    (re.compile(r"""(password['"]?\s*[=:]\s*)('[^']*'|"[^"]*"|[^\s&'",)]+)"""), r"\1[password]"),
    (re.compile(r"[\w.%+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+"), "[e-mail]"),
    # A resident's number, as one run or in the groups that people type; then
    # the 15 digits of old cards, and any longer run, such as a bank card.
    (re.compile(rf"(?<!\d)\d{{6}}[ -]?\d{{8}}[ -]?\d{{3}}[\dXx]{_TO_HERE}"), "[id]"),
    (re.compile(rf"{_ALONE}{_CREDIT}{{2}}\d{{6}}{_CREDIT}{{10}}{_TO_HERE}"), "[credit code]"),
    (re.compile(r"(?<!\d)\d{15,}[Xx]?"), "[id]"),
    (re.compile(r"(?<!\d)(?:\+?86[ -]?)?[1１][3-9３-９]\d(?:[ -]?\d{4}){2}(?!\d)"), "[mobile]"),
]

log = logging.getLogger(__name__)


def masked(text: str) -> str:
    """``text`` with passwords, e-mail addresses, mobile, identity and credit numbers hidden."""
    for pattern, mark in _MASKS:
        text = pattern.sub(mark, text)
    return text


class MaskingFormatter(logging.Formatter):
    """Formats a record, its traceback included, and masks the whole."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


def default_folder() -> Path:
    """Where the logs of this user lie."""
    return platformdirs.user_log_path(PROGRAM, appauthor=False)


def start(folder: Path | None = None) -> logging.Handler:
    """Log to a rotating file in ``folder`` from now on; to standard error where that cannot be.

    Returns the handler, for who wants to stop it again.
    """
    from logging.handlers import RotatingFileHandler

    folder = folder or default_folder()
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE, maxBytes=BYTES_A_FILE, backupCount=FILES_KEPT, encoding="utf-8"
        )
        refusal = None
    except OSError as error:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
        refusal = error
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(min(root.level, logging.INFO))
    if refusal is not None:
        log.warning("no log file: %s", refusal)
    return handler


class CrashReports:
    """Writes one report for each bug that nobody caught, the first time it shows.

    A report is a text file beside the log: version, system, masked traceback.
    ``tell`` hears where it lies, so that a window can say so.
    """

    def __init__(
        self, folder: Path | None = None, tell: Callable[[Path], None] | None = None
    ) -> None:
        self._folder = folder or default_folder()
        self._tell = tell
        self._seen: set[str] = set()
        self._lock = threading.Lock()

    def install(self) -> None:
        """Hear of every uncaught exception, of the main thread, of others and of Qt's slots."""
        sys.excepthook = self._of_main
        threading.excepthook = self._of_thread

    def report(self, error: BaseException) -> Path | None:
        """Log ``error``; the path of its report, None where it is known already."""
        import platform

        where = error.__traceback__
        log.critical("uncaught %s", type(error).__name__, exc_info=(type(error), error, where))
        text = masked(self._text(error))
        with self._lock:
            if text in self._seen:
                return None
            self._seen.add(text)
        at = datetime.now(UTC)
        path = self._folder / f"crash-{at:%Y%m%dT%H%M%S.%fZ}.txt"
        head = (
            f"butler-desktop {__version__}\nat {at.isoformat()}\n"
            f"Python {platform.python_version()} on {platform.platform()}\n\n"
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(head + text, encoding="utf-8")
        except OSError as refusal:
            log.warning("no crash report: %s", refusal)
            return None
        if self._tell is not None:
            self._tell(path)
        return path

    @staticmethod
    def _text(error: BaseException) -> str:
        return logging.Formatter().formatException((type(error), error, error.__traceback__))

    def _of_main(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        self.report(error.with_traceback(where))

    def _of_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)
