"""Failures: the one place where errors are told that no page took.

A ButlerError is told with its cure above the content and can be closed. A bug
is told as one sentence with the place of the log.
"""

from PySide6.QtWidgets import QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.logs import CrashReports
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.message_strip import MessageStrip


class Failures(MessageStrip):
    """The strip above the pages."""

    def __init__(self, reports: CrashReports, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._reports = reports
        self.closed.connect(self.clear)
        self.clear()

    def tell(self, error: ButlerError) -> None:
        """Tells an error that nobody else told."""
        self.show_message("red", error.said(language()), closable=True)

    def tell_bug(self, error: BaseException) -> None:
        """Tells that the program erred, and where its report lies."""
        place = self._reports.report(error)
        told = self.tr("The program made an error; what you saved is kept.")
        if place is not None:
            told += " " + self.tr("Report: %1").replace("%1", str(place))
        self.show_message("red", told, closable=True)
