"""Scan viewer: the files of the chosen paper, page by page, with what is wrong and its cures."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from butler_desktop.domain.material import Material
from butler_desktop.domain.scan import warned_codes
from butler_desktop.domain.verdict import consequence, warnings
from butler_desktop.errors import ButlerError
from butler_desktop.services.materials_view import MaterialRow
from butler_desktop.ui import i18n
from butler_desktop.ui.detail.dropped_files import dropped_files, has_files
from butler_desktop.ui.detail.reading_table import Reading
from butler_desktop.ui.detail.scan_canvas import ScanCanvas
from butler_desktop.ui.detail.scan_facts import ScanFacts
from butler_desktop.ui.detail.scan_head import ScanHead
from butler_desktop.ui.detail.scan_sheet import Scans, ScanSheet
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.measure import px
from butler_desktop.words import Words

_RESCAN, _REPLACE = "rescan", "replace"
_FACTS_FROM = 420  # px of height; below it the scan has the room for itself


class ScanViewer(Surface):
    """Shows the paper that was chosen in the list."""

    choose_wanted = Signal(str)
    """A file for the paper of this kind."""
    replace_wanted = Signal(object)
    """Another file in place of this material."""
    rescan_wanted = Signal(str)
    """The customer shall send the paper of this kind again."""
    menu_wanted = Signal(str, QPoint)
    dropped = Signal(str, object)
    """Files for the paper that is looked at."""
    looked = Signal()
    """Another page is looked at, or none any more."""

    def __init__(self, scans: Scans, parent: QWidget | None = None) -> None:
        super().__init__("surface", "", parent)
        self._scans = scans
        self._row: MaterialRow | None = None
        self._sheets: list[tuple[Material, int]] = []
        self._at = 0
        self._editable = False
        self.head = ScanHead()
        self.strip = MessageStrip(flush=True)
        self.canvas = ScanCanvas()
        self.facts = ScanFacts()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.canvas)
        self._busy = BusyBar(self.canvas)
        column = VBox(self)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        column.addWidget(self.facts)
        self.head.stepped.connect(self.step)
        self.head.zoom_stepped.connect(self.canvas.step_zoom)
        self.head.turn_wanted.connect(self.canvas.turn)
        self.head.menu_wanted.connect(self._open_menu)
        self.canvas.zoomed.connect(self._tell_zoom)
        self.canvas.turned_page.connect(self.step)
        self.facts.reading.pointed.connect(self.canvas.mark)
        self.strip.acted.connect(self._act)
        self._empty.acted.connect(lambda: self.choose_wanted.emit(self._kind))
        self.show_row(None, editable=False)

    @property
    def material(self) -> Material | None:
        """The file that is looked at."""
        return self._sheets[self._at][0] if self._sheets else None

    @property
    def page(self) -> int:
        """Which of its pages, from 0."""
        return self._sheets[self._at][1] if self._sheets else 0

    def show_row(self, row: MaterialRow | None, *, editable: bool) -> None:
        """Show a paper: the first file that is no good, else its newest.

        The sheet stays where the files are the same.
        """
        files = row.files if row else ()
        sheets = [(file, page) for file in files for page in range(max(file.page_count, 1))]
        same = bool(sheets) and self._row is not None and sheets == self._sheets
        self._row, self._sheets, self._editable = row, sheets, editable
        self.setAcceptDrops(editable and row is not None)
        self.head.show_title(said(row.words) if row else "")
        self.head.more.setVisible(row is not None)
        if not sheets:
            self._at = 0
            self._show_empty(row)
        elif same:
            self._tell()
        else:
            shown = next((file for file in files if warned_codes(file)), files[-1])
            self._at = next(at for at, (file, _) in enumerate(sheets) if file is shown)
            self._load()

    def show_reading(self, reading: Reading | None) -> None:
        """Say what was read on the page that is looked at."""
        self.facts.show_reading(reading, editable=self._editable)

    def step(self, steps: int) -> None:
        """Go to another sheet, if there is one."""
        wanted = self._at + steps
        if 0 <= wanted < len(self._sheets):
            self._at = wanted
            self._load()

    @property
    def _kind(self) -> str:
        return self._row.kind if self._row else ""

    def _show_empty(self, row: MaterialRow | None) -> None:
        self._stack.setCurrentWidget(self._empty)
        self.canvas.show_sheet(None)
        self.strip.clear()
        self.facts.hide()
        self.head.show_place(0, 0, "")
        self.head.show_zoom(None)
        self.looked.emit()
        if row is None:
            self._empty.show_words(self.tr("Choose a paper to look at its files."))
            return
        words = self.tr("“{name}” has no file yet.").format(name=said(row.words))
        if reason := said(row.second):
            words = f"{words}\n{reason}"
        self._empty.show_words(words, self.tr("Choose files") if self._editable else "")

    def _load(self) -> None:
        """Ask for the sheet; the one before stays until it is there."""
        self._tell()
        self._stack.setCurrentWidget(self.canvas)
        self._busy.start()
        material, page = self._sheets[self._at]
        self.facts.reading.show_sheet(None)
        self.looked.emit()
        self._scans.sheet(self, material, page, self._show_sheet, self._show_failure)

    def _show_sheet(self, sheet: ScanSheet) -> None:
        self._busy.stop()
        self.canvas.show_sheet(sheet)
        self.facts.reading.show_sheet(sheet.levels[0])
        self.canvas.setAccessibleName(said(self._row.words) if self._row else "")

    def _show_failure(self, error: ButlerError) -> None:
        self._busy.stop()
        self.canvas.show_sheet(None)
        cures = ((_REPLACE, self.tr("Replace the file")),) if self._editable else ()
        self.strip.show_message("red", error.said(i18n.language()), cures)

    def _tell(self) -> None:
        material = self._sheets[self._at][0]
        if self._row is None:
            return
        self.head.show_place(self._at, len(self._sheets), self._place_words())
        self.facts.show_material(material, self._row.limits)
        self._settle_facts()
        wrong, expired = warnings((material,), self._row.limits), self._row.expired
        if expired is not None:
            told = self.tr("The authority returns what has expired; rule {rule}, {day}.")
            told = told.format(rule=expired.rule, day=expired.as_of)
            self._say("red", self._row.second, told, "calendar-x-2")
        elif wrong:
            self._say("amber", wrong[0].message, said(consequence(wrong[0])))
        else:
            self.strip.clear()

    def _say(self, level: str, what: Words, told: str, icon: str = "") -> None:
        """What is wrong with the file, what follows from it, and its cures."""
        cures = (
            (_RESCAN, self.tr("Ask for a new scan")),
            (_REPLACE, self.tr("Replace the file")),
        )
        end = "。" if i18n.language() == i18n.CHINESE else ". "
        shown = cures if self._editable else ()
        self.strip.show_message(level, told, shown, title=said(what) + end, icon=icon)

    def _place_words(self) -> str:
        """Which file of several, and which page of several."""
        material, page = self._sheets[self._at]
        files = self._row.files if self._row else ()
        parts = []
        if len(files) > 1:
            parts.append(
                self.tr("file {at} / {all}").format(at=files.index(material) + 1, all=len(files))
            )
        if material.page_count > 1:
            parts.append(self.tr("page {at} / {all}").format(at=page + 1, all=material.page_count))
        return " · ".join(parts)

    def _tell_zoom(self) -> None:
        self.head.show_zoom(self.canvas.zoom if self.canvas.sheet is not None else None)

    def _act(self, key: str) -> None:
        if key == _RESCAN:
            self.rescan_wanted.emit(self._kind)
        elif self.material is not None:
            self.replace_wanted.emit(self.material)

    def _open_menu(self) -> None:
        self.menu_wanted.emit(self._kind, self.head.more.mapToGlobal(QPoint(0, px(30))))

    def _settle_facts(self) -> None:
        self.facts.setVisible(bool(self._sheets) and self.height() >= px(_FACTS_FROM))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(self._kind, paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle_facts()
