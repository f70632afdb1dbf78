"""Mail frame: sends mail at once and by the minute, and says what needs a butler."""

from PySide6.QtCore import QObject, QTimer, Signal

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.mail import MAIL_STATE_WORDS, MailState
from butler_desktop.services.mail_round import MailNews, mails_for_butler, send_mails
from butler_desktop.services.mails import MAIL, NEW_MAIL
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.message_strip import MessageStrip

ROUND_MS = 60_000
"""The pause between two looks for mail whose time has come."""

MOST = 3
"""So many filings are named."""


class MailFrame(QObject):
    """Begins when the workspace is open, at a desk that may write."""

    filing_wanted = Signal(str)
    """A filing whose mail needs a word; carries its id."""

    def __init__(self, background: Background, strip: MessageStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._strip = background, strip
        self._is_running = self._is_wanted = False
        self._told: set[str] = set()
        self._named: dict[str, str] = {}
        background.changed.connect(self._follow)
        strip.acted.connect(self._go)
        self.timer = QTimer(self)
        self.timer.setInterval(ROUND_MS)
        self.timer.timeout.connect(self.send)
        self.timer.start()
        self._ask()
        self.send()

    def send(self) -> None:
        """A round now; while one is on its way, another one after it."""
        self._is_wanted = self._is_running
        if not self._is_running:
            self._is_running = True
            # What fails here for the database is tried again in a minute.
            self._background.post(
                self, send_mails, then=lambda _: self._sent(), failed=lambda _: self._sent()
            )

    def stop(self) -> None:
        """The window closes."""
        self.timer.stop()
        self._is_wanted = False

    def _follow(self, changes: Changes) -> None:
        if NEW_MAIL in changes.kinds:
            self.send()
        if changes.kinds & {MAIL, NEW_MAIL}:
            self._ask()

    def _sent(self) -> None:
        self._is_running = False
        if self._is_wanted:
            self.send()

    def _ask(self) -> None:
        self._background.ask(self, mails_for_butler, then=self._tell, failed=lambda _: None)

    def _tell(self, waiting: tuple[MailNews, ...]) -> None:
        """Says once what waits for a butler; what went out is in its filing."""
        waiting = tuple(it for it in waiting if it.filing)
        before, self._told = self._told, {it.mail_id for it in waiting}
        if self._named and not waiting:
            self._named = {}
            self._strip.clear()
        if self._told <= before:
            return
        self._named = {it.filing_id: it.filing for it in waiting[:MOST]}
        is_known = all(it.state is MailState.FAILED for it in waiting)
        state = MailState.FAILED if is_known else MailState.UNKNOWN
        told = self.tr("%n e-mail(s): ", "", len(waiting)) + said(MAIL_STATE_WORDS[state])
        self._strip.show_message("amber", told, tuple(self._named.items()), closable=True)

    def _go(self, key: str) -> None:
        if key in self._named:
            self._named = {}
            self._strip.clear()
            self.filing_wanted.emit(key)
