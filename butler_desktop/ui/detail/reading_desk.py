"""Reading desk: has the scan that is looked at read, and takes over what the butler accepts.

What was read stays in memory alone, for as long as the program runs: it is
personal, and can be read again.
"""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.material import Material
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.proposal import Proposal, paper_of
from butler_desktop.domain.read_line import ReadLine
from butler_desktop.errors import ButlerError
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.recognition import (
    Reader,
    accept_reading,
    local_reader,
    proposals_of,
    read_paper,
)
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.reading_table import Reading
from butler_desktop.ui.detail.scan_viewer import ScanViewer
from butler_desktop.ui.kit.message_strip import MessageStrip

KEPT = 64
"""Pages whose lines are kept."""

Page = tuple[str, int]
"""The hash of a file, and which of its pages."""


class ReadingDesk(QObject):
    """Reads each page that is looked at once; compares it with the form whenever that changes."""

    def __init__(
        self,
        background: Background,
        viewer: ScanViewer,
        strip: MessageStrip,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._viewer, self._strip = background, viewer, strip
        self._filing_id = ""
        self._form: Particulars | None = None
        self._today = date.min
        self._known: dict[Page, tuple[ReadLine, ...] | ButlerError] = {}
        self._asked: Page | None = None
        viewer.looked.connect(self._look)
        viewer.facts.reading.accepted.connect(self._accept)

    def show_view(self, view: FilingView) -> None:
        """The form is another now; the viewer follows by itself."""
        self._filing_id = view.filing.id
        self._form, self._today = view.filing.particulars, local_date(view.now)
        self._look()

    def _look(self) -> None:
        """Say what is known of the page that is looked at, and have it read where it is not."""
        material, form = self._viewer.material, self._form
        if (
            material is None
            or form is None
            or material.filing_id != self._filing_id
            or paper_of(material.material_kind) is None
        ):
            self._viewer.show_reading(None)
            return
        page = material.sha256, self._viewer.page
        known = self._known.get(page)
        if isinstance(known, ButlerError):
            self._viewer.show_reading(Reading(error=known))
        elif known is not None:
            found = proposals_of(material, known, form, self._today)
            self._viewer.show_reading(Reading(found))
        elif reader := local_reader():
            self._viewer.show_reading(Reading())
            self._ask(reader, material, page)
        else:
            self._viewer.show_reading(Reading(is_missing=True))

    def _ask(self, reader: Reader, material: Material, page: Page) -> None:
        if self._asked == page:
            return
        self._asked = page
        self._background.recognise(
            self,
            read_paper,
            reader,
            material,
            page[1],
            then=partial(self._learn, page),
            failed=partial(self._learn, page),
        )

    def _learn(self, page: Page, known: tuple[ReadLine, ...] | ButlerError) -> None:
        if self._asked == page:
            self._asked = None
        while len(self._known) >= KEPT:
            self._known.pop(next(iter(self._known)))
        self._known[page] = known
        self._look()

    def _accept(self, proposal: Proposal) -> None:
        material = self._viewer.material
        if material is None:
            return
        self._strip.clear()
        self._background.do(
            self,
            accept_reading,
            self._filing_id,
            material.id,
            proposal.path,
            proposal.value,
            proposal.seen,
            failed=self._refused,
        )

    def _refused(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(i18n.language()), closable=True)
