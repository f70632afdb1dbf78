"""Material list: the groups of papers, one chosen paper, and the keys that move among them."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.services.materials_view import MaterialRow, MaterialsView
from butler_desktop.ui.detail.material_card import MaterialCard
from butler_desktop.ui.detail.material_row import THUMB, MaterialRowView
from butler_desktop.ui.detail.scan_sheet import Scans
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.measure import px

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_J)
_UP = (Qt.Key.Key_Up, Qt.Key.Key_K)


class MaterialList(QWidget):
    """All papers of a filing. ↑ ↓ move, Enter opens, Insert chooses a file, Delete takes it away.

    ``chosen`` names the kind of the chosen paper; ``dropped`` the kind and the
    paths of files that were dropped on its row.
    """

    chosen = Signal(str)
    opened = Signal(str)
    dropped = Signal(str, object)
    menu_wanted = Signal(str, QPoint)
    draft_wanted = Signal(str)
    choose_wanted = Signal(str)
    remove_wanted = Signal(str)
    row_shown = Signal(QWidget)
    """A row was chosen and should be in sight."""

    def __init__(self, scans: Scans, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scans = scans
        self._cards: dict[str, MaterialCard] = {}
        self._chosen = ""
        self._drawn: dict[str, str] = {}
        self._stack = VBox(self, gap=8)

    def show_materials(self, view: MaterialsView) -> None:
        """Show the papers anew; the choice stays while its paper is listed."""
        present = {group.section for group in view.groups}
        for gone in [known for known in self._cards if known not in present]:
            self._cards.pop(gone).deleteLater()
        for place, group in enumerate(view.groups):
            card = self._cards.get(group.section)
            if card is None:
                card = self._cards[group.section] = MaterialCard()
            self._stack.removeWidget(card)
            self._stack.insertWidget(place, card)
            for made in card.show_group(group):
                self._join(made)
            for row in group.rows:
                if shown := card.view(row.kind):
                    shown.set_editable(view.is_editable)
                    self._draw(shown)
        if self._view(self._chosen) is None:
            self._chosen = ""
            self.choose(self._first())
        else:
            self._mark()

    def show_only_unfinished(self, only: bool) -> None:
        """Leave out the papers that leave nothing to do."""
        for card in self._cards.values():
            card.show_only_unfinished(only)

    def chosen_kind(self) -> str:
        """The kind of the chosen paper; empty where there is none."""
        return self._chosen

    def choose(self, kind: str) -> None:
        """Choose a paper; ``chosen`` is sent if it is another one."""
        if kind == self._chosen or (kind and self._view(kind) is None):
            return
        self._chosen = kind
        for card in self._cards.values():
            card.unfold(kind)
        self._mark()
        self.chosen.emit(kind)
        if view := self._view(kind):
            self.row_shown.emit(view)

    def views(self) -> list[MaterialRowView]:
        """The rows that can be seen, from the top."""
        ordered = sorted(self._cards.values(), key=self._stack.indexOf)
        return [view for card in ordered for view in card.views()]

    def _join(self, view: MaterialRowView) -> None:
        view.chosen.connect(self.choose)
        view.opened.connect(self.opened)
        view.dropped.connect(self._take_drop)
        view.menu_wanted.connect(self.menu_wanted)
        view.draft_wanted.connect(self.draft_wanted)

    def _take_drop(self, kind: str, paths: object) -> None:
        self.choose(kind)
        self.dropped.emit(kind, paths)

    def _draw(self, view: MaterialRowView) -> None:
        """Ask for the thumbnail of the newest file, unless it is drawn already."""
        row: MaterialRow = view.row
        newest = row.files[-1] if row.files else None
        key = newest.sha256 if newest else ""
        if self._drawn.get(row.kind, "") == key:
            return
        self._drawn[row.kind] = key
        if newest is not None:
            ratio = view.devicePixelRatioF()
            box = QSize(px(THUMB.width()), px(THUMB.height())) * ratio * 2
            self._scans.thumbnail(view, newest, box, view.show_thumbnail)

    def _first(self) -> str:
        """The first paper that leaves something to do, else the first."""
        views = self.views()
        waiting = next((view for view in views if not view.row.is_done), None)
        return (waiting or views[0]).row.kind if views else ""

    def _view(self, kind: str) -> MaterialRowView | None:
        found = (card.view(kind) for card in self._cards.values())
        return next((view for view in found if view is not None), None)

    def _mark(self) -> None:
        for card in self._cards.values():
            for view in card.all_views():
                view.set_selected(view.row.kind == self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (*_DOWN, *_UP):
            self._step(1 if key in _DOWN else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._chosen)
        elif key == Qt.Key.Key_Insert:
            self.choose_wanted.emit(self._chosen)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(self._chosen)
        elif key == Qt.Key.Key_Menu:
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def _step(self, steps: int) -> None:
        views = self.views()
        kinds = [view.row.kind for view in views]
        if self._chosen not in kinds:
            return
        place = min(max(kinds.index(self._chosen) + steps, 0), len(views) - 1)
        self.choose(kinds[place])
        views[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self) -> None:
        view = self._view(self._chosen)
        if view is not None:
            self.menu_wanted.emit(self._chosen, view.mapToGlobal(view.rect().center()))
