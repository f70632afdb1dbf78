"""Materials tab: the papers of a filing at the left, the file that is looked at on the right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.material import Material
from butler_desktop.domain.verdict import TO_REPLACE
from butler_desktop.errors import ButlerError
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.materials_view import MaterialRow, MaterialsView, materials_view
from butler_desktop.ui import i18n
from butler_desktop.ui.detail.assign_dialog import AssignDialog
from butler_desktop.ui.detail.drop_zone import DropZone
from butler_desktop.ui.detail.file_choice import FileChoice
from butler_desktop.ui.detail.material_list import MaterialList
from butler_desktop.ui.detail.material_menu import MaterialMenu
from butler_desktop.ui.detail.scan_sheet import Scans
from butler_desktop.ui.detail.scan_viewer import ScanViewer
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.measure import px

_LIST_WIDTH = 560
_NARROW = 880  # below it the scan lies under the list


class MaterialsTab(Surface):
    """Paints a ``MaterialsView`` and asks for acts by signals; it changes nothing itself."""

    attach_requested = Signal(str, object)
    """(kind, path): attach a file as this paper."""
    replace_requested = Signal(object, object)
    """(material, path): a file takes the place of a material."""
    withdraw_requested = Signal(object)
    """Take this material away."""
    rescan_requested = Signal(str)
    """Ask the customer for this paper again."""
    open_requested = Signal(object)
    """Open this material with another program."""
    pictures_requested = Signal(object)
    """Export the submission picture of this material."""
    draft_requested = Signal(str)
    """Draft this paper; with an empty kind, any."""

    def __init__(self, scans: Scans, parent: QWidget | None = None) -> None:
        super().__init__("surface", "", parent)
        self._view: MaterialsView | None = None
        self._card: QWidget | None = None
        self._choice = FileChoice(self)
        self._rules = Hint("scale", "", "text_2")
        self._only = Button(self.tr("Unfinished only"), size=Size.SMALL)
        self._only.setCheckable(True)
        self.letters = Button(self.tr("Draft letters…"), size=Size.SMALL)
        self.strip = MessageStrip(flush=True)
        self.list = MaterialList(scans)
        self.zone = DropZone()
        self.viewer = ScanViewer(scans)
        self.splitter = Splitter()
        self.splitter.addWidget(self._left())
        self.splitter.addWidget(self.viewer)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(_LIST_WIDTH), px(_LIST_WIDTH)])  # until there is a size
        frame = VBox(self)
        frame.setSizeConstraint(VBox.SizeConstraint.SetNoConstraint)
        frame.addWidget(self.splitter)
        self._join()

    def show_view(self, view: FilingView) -> None:
        """Show the papers of a filing."""
        self.show_materials(materials_view(view))

    def take_card(self, card: QWidget | None) -> None:
        """Hold the card of an act above the list; ``None`` gives it back."""
        if self._card is not None and self._card is not card:
            self._inner.removeWidget(self._card)
            self._card.hide()
        self._card = card
        if card is not None:
            self._inner.insertWidget(0, card)
            card.show()
            self._scroll.verticalScrollBar().setValue(0)

    def show_materials(self, view: MaterialsView) -> None:
        """Show the papers of a filing; another filing begins with its first unfinished paper."""
        if self._view is not None and self._view.filing_id != view.filing_id:
            self.list.choose("")
            self.strip.clear()
        self._view = view
        self._rules.show_hint(
            "scale", self.tr("Rules: {rules}").format(rules=said(view.rules)), "text_2"
        )
        self.letters.setVisible(view.has_letters)
        self.zone.setVisible(view.is_editable)
        self.list.show_materials(view)
        self._show_chosen()

    def show_refusal(self, file_name: str, error: ButlerError) -> None:
        """Say why a file was not attached."""
        self.strip.show_message(
            "red", error.said(i18n.language()), title=f"{file_name}  ", closable=True
        )

    def go_to(self, kind: str) -> None:
        """Choose a paper and bring it into sight."""
        self.list.choose(kind)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(_NARROW)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() is not way:
            self.zone.set_slim(not beside)
            self.splitter.setOrientation(way)
            length = px(_LIST_WIDTH) if beside else self.height() * 3 // 5
            whole = self.width() if beside else self.height()
            self.splitter.setSizes([length, whole - length])

    def _left(self) -> QWidget:
        head = HBox(sides=(20, 9, 21, 8), gap=8)
        head.addWidget(self._rules)
        head.addStretch(1)
        head.addWidget(self.letters)
        head.addWidget(self._only)
        page = QWidget()
        self._inner = VBox(page, sides=(20, 0, 21, 0), gap=8)
        self._inner.addWidget(self.list)
        self._inner.addStretch(1)
        self._scroll = ScrollPage(page)
        foot = VBox(sides=(20, 8, 21, 10))
        foot.addWidget(self.zone)
        left = Surface()
        column = VBox(left)
        column.addWidget(self.strip)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        return left

    def _join(self) -> None:
        self._only.toggled.connect(self.list.show_only_unfinished)
        self.list.chosen.connect(lambda _kind: self._show_chosen())
        self.list.opened.connect(self._open)
        self.list.dropped.connect(self._take)
        self.list.choose_wanted.connect(self.choose_files)
        self.list.remove_wanted.connect(self._remove)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.draft_wanted.connect(self.draft_requested)
        self.letters.clicked.connect(lambda: self.draft_requested.emit(""))
        self.list.row_shown.connect(self._scroll.ensureWidgetVisible)
        self.zone.dropped.connect(self._sort)
        self.zone.choose_wanted.connect(lambda: self.choose_files(""))
        self.viewer.choose_wanted.connect(self.choose_files)
        self.viewer.replace_wanted.connect(self.choose_replacement)
        self.viewer.rescan_wanted.connect(self.rescan_requested)
        self.viewer.menu_wanted.connect(self._show_menu)
        self.viewer.dropped.connect(self._take)

    @property
    def _is_editable(self) -> bool:
        return self._view is not None and self._view.is_editable

    def _row(self, kind: str) -> MaterialRow | None:
        return self._view.row(kind) if self._view else None

    def _show_chosen(self) -> None:
        row = self._row(self.list.chosen_kind())
        self.viewer.show_row(row, editable=self._is_editable)

    def _open(self, kind: str) -> None:
        """Enter on a row: look at its file, or choose one."""
        row = self._row(kind)
        if row is not None and row.files:
            self.viewer.canvas.setFocus()
        else:
            self.choose_files(kind)

    def choose_files(self, kind: str) -> None:
        """Let the butler choose files for a paper; for an empty ``kind`` they are sorted then."""
        if self._is_editable:
            self._choice.several(lambda paths: self._chosen(kind, paths))

    def choose_replacement(self, material: Material) -> None:
        """Let the butler choose the file that takes the place of ``material``."""
        if self._is_editable:
            self._choice.one(lambda path: self.replace_requested.emit(material, path))

    def _chosen(self, kind: str, paths: Sequence[Path]) -> None:
        if kind:
            self._take(kind, paths)
        else:
            self._sort(paths)

    def _take(self, kind: str, paths: Sequence[Path]) -> None:
        """Files for a known paper. One file takes the place of one that is no good."""
        self.strip.clear()
        row = self._row(kind)
        if row is not None and len(paths) == 1 == len(row.files) and row.verdict in TO_REPLACE:
            self.replace_requested.emit(row.files[0], paths[0])
            return
        for path in paths:
            self.attach_requested.emit(kind, path)

    def _sort(self, paths: Sequence[Path]) -> None:
        """Files whose paper is not settled: ask, with a guess."""
        if self._view is None:
            return
        row = self._row(self.list.chosen_kind())
        waiting = row.kind if row is not None and not row.files else ""
        dialog = AssignDialog(self._view, paths, waiting, self)
        dialog.assigned.connect(self._take_sorted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_sorted(self, assigned: Sequence[tuple[str, Path]]) -> None:
        for kind, path in assigned:
            self._take(kind, (path,))

    def _remove(self, kind: str) -> None:
        material = self._looked_at(kind)
        if self._is_editable and material is not None:
            self.withdraw_requested.emit(material)

    def _looked_at(self, kind: str) -> Material | None:
        """The file of the paper that the viewer shows, else its newest."""
        row = self._row(kind)
        if row is None or not row.files:
            return None
        shown = self.viewer.material
        return shown if shown in row.files else row.files[-1]

    def _show_menu(self, kind: str, at: QPoint) -> None:
        material = self._looked_at(kind)
        row = self._row(kind)
        menu = MaterialMenu(
            has_file=material is not None,
            editable=self._is_editable,
            has_letter=row is not None and row.has_letter,
            parent=self,
        )
        menu.draft.connect(lambda: self.draft_requested.emit(kind))
        menu.choose.connect(lambda: self.choose_files(kind))
        menu.rescan.connect(lambda: self.rescan_requested.emit(kind))
        menu.remove.connect(lambda: self._remove(kind))
        if material is not None:
            menu.open.connect(lambda: self.open_requested.emit(material))
            menu.pictures.connect(lambda: self.pictures_requested.emit(material))
            menu.replace.connect(lambda: self.choose_replacement(material))
        menu.popup(at)
