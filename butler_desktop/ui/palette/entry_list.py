"""Entry list: the palette's lines; the keyboard stays in the field and moves the choice here."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from butler_desktop.ui.kit.overlay_bar import OverlayBar
from butler_desktop.ui.palette.entry import Entry, Heading, Line
from butler_desktop.ui.palette.entry_delegate import EntryDelegate, height_of

Index = QModelIndex | QPersistentModelIndex
LineRole = Qt.ItemDataRole.UserRole


class EntryModel(QAbstractListModel):
    """The lines; headings can be neither chosen nor pressed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LineRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.text if isinstance(line, Heading) else line.told
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryList(QListView):
    """Shows entries; ``pressed_on`` carries the one that was clicked."""

    pressed_on = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = EntryModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(EntryDelegate(self))
        self.setAccessibleName(self.tr("Found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayBar(self)

    @property
    def current(self) -> Entry | None:
        """The chosen entry."""
        row = self.currentIndex().row()
        line = self._lines.lines[row] if 0 <= row < len(self._lines.lines) else None
        return line if isinstance(line, Entry) else None

    @property
    def entries(self) -> list[Entry]:
        """All that can be chosen, in order."""
        return [line for line in self._lines.lines if isinstance(line, Entry)]

    def show_lines(self, lines: Sequence[Line], chosen: str = "") -> None:
        """Show other lines; the entry ``chosen`` is chosen if it is there, else the first."""
        top = self.verticalScrollBar().value()
        self._lines.show(lines)
        places = [n for n, line in enumerate(lines) if isinstance(line, Entry)]
        wanted = [n for n in places if getattr(lines[n], "id", "") == chosen]
        self.verticalScrollBar().setValue(top if wanted else 0)
        if places:
            self._choose((wanted or places)[0])

    def step(self, steps: int) -> None:
        """Choose the entry so many further on; past an end it stays there, from an end it turns."""
        places = [n for n, line in enumerate(self._lines.lines) if isinstance(line, Entry)]
        if not places:
            return
        here = self.currentIndex().row()
        at = places.index(here) if here in places else -1
        to = at + steps
        if not 0 <= to < len(places):
            is_end = at == (len(places) - 1 if steps > 0 else 0)
            to = (
                (0 if steps > 0 else len(places) - 1)
                if is_end
                else max(0, min(to, len(places) - 1))
            )
        self._choose(places[to])

    def choose(self, id_: str) -> bool:
        """Choose the entry ``id_``; false where it is not there."""
        for row, line in enumerate(self._lines.lines):
            if isinstance(line, Entry) and line.id == id_:
                self._choose(row)
                return True
        return False

    @property
    def wanted_height(self) -> int:
        """The height of all lines together."""
        return sum(height_of(line) for line in self._lines.lines)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._lines.flags(index):
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._lines.lines[index.row()] if index.isValid() else None
        if isinstance(line, Entry) and event.button() is Qt.MouseButton.LeftButton:
            self.pressed_on.emit(line)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.wanted_height)

    def _choose(self, row: int) -> None:
        index = self._lines.index(row)
        self.setCurrentIndex(index)
        above = row > 0 and isinstance(self._lines.lines[row - 1], Heading)
        self.scrollTo(self._lines.index(row - 1) if above else index)
        self.scrollTo(index)
