"""A desk for tests of the inbox: a real workspace, a real Background, and the page."""

from pathlib import Path
from random import Random

from pytestqt.qtbot import QtBot

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.packets import packet_pdf
from butler_desktop.ui.background import Background
from butler_desktop.ui.inbox.inbox_page import InboxPage
from butler_desktop.ui.inbox.inbox_rows import Fate, InboxRow
from tests.builders import Clock, a_workspace
from tests.services.scans_back import scanned_pages
from tests.services.scenario import reached


class InboxDesk:
    """What a butler who sorts what came back sits at."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.workspace = a_workspace(folder)
        self.background = Background(lambda: self.workspace)
        self.crashes: list[BaseException] = []
        self.background.crashed.connect(self.crashes.append)
        self.background.open()
        self.page = InboxPage(self.background, Clock())
        self.background.changed.connect(self.page.follow)
        qtbot.addWidget(self.page)
        self.page.resize(1232, 800)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is running."""
        while not self.background.is_idle:
            with self.qtbot.waitSignal(self.background.idle):
                pass

    def awaited(self) -> str:
        """A filing whose packet waits for its customer."""
        return reached(self.workspace, S.AWAITING_CONFIRMATION)

    def pdf(self, filing_id: str) -> bytes:
        """The file of its packet."""
        with self.workspace.reading() as work:
            packet = work.dossier_of(filing_id).latest_packet(filing_id)
            assert packet is not None
            return packet_pdf(work, filing_id, packet.id)

    def pages(self, filing_id: str) -> list[bytes]:
        """The pages of its packet as they come back."""
        return scanned_pages(self.pdf(filing_id), Random(1))

    def take(self, **files: bytes) -> None:
        """Drop these files."""
        for name, data in files.items():
            (self.folder / name.replace("_", ".")).write_bytes(data)
        self.page.take_in([self.folder / name.replace("_", ".") for name in files])
        self.settle()

    def go_to(self, fate: Fate) -> InboxRow:
        """Look at the first row with this fate."""
        row = next(row for row in self.page.rows if row.fate is fate)
        self.page.list.go_to(row.id)
        self.settle()
        return row

    def fates(self) -> list[Fate]:
        """What became of the sheets, in the order of the list."""
        return [row.fate for row in self.page.rows]

    def close(self) -> None:
        """End of the working day."""
        self.settle()
        self.page.close()
        self.background.close()
        assert self.crashes == []
