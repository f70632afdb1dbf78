"""Field flow: fields in two columns, wide ones across both; one column where it is narrow.

Hidden fields leave no gap, so a condition of the form can make fields come
and go without any of them being built anew.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from butler_desktop.ui.measure import px

GAP, ROW_GAP = 16, 8
NARROW = 520  # px at 100 %; the pane without its sides


class FieldFlow(QLayout):
    """A layout of fields, in the order of the last ``arrange``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[tuple[QLayoutItem, bool]] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def arrange(self, fields: Sequence[tuple[QWidget, bool]]) -> None:
        """Hold these fields, each with whether it is wide; the others must be hidden."""
        known = {item.widget(): item for item, _wide in self._items}
        items = []
        for widget, wide in fields:
            item = known.get(widget)
            if item is None:
                self.addChildWidget(widget)
                item = QWidgetItem(widget)
            items.append((item, wide))
        self._items = items
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append((item, False))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index][0] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index)[0] if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            rows = list(self._rows(width))
            gaps = px(ROW_GAP) * max(len(rows) - 1, 0)
            self._heights[width] = sum(height for _row, height in rows) + gaps
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        return QSize(px(NARROW), self.heightForWidth(px(NARROW)))

    def minimumSize(self) -> QSize:
        return QSize(px(200), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for row, height in self._rows(rect.width()):
            for item, left, width in row:
                item.setGeometry(QRect(rect.left() + left, top, width, height))
            top += height + px(ROW_GAP)

    def _rows(self, width: int) -> Iterator[tuple[list[tuple[QLayoutItem, int, int]], int]]:
        """Each row: its items with left edge and width, and its height."""
        single = width < px(NARROW)
        half = width if single else (width - px(GAP)) // 2
        row: list[tuple[QLayoutItem, int, int]] = []
        for item, wide in self._items:
            if item.isEmpty():
                continue
            if row and (wide or single or len(row) == 2):
                yield row, _height(row)
                row = []
            if wide:
                row.append((item, 0, width))
                yield row, _height(row)
                row = []
            else:
                left = (width - half) if row else 0
                row.append((item, left, half))
        if row:
            yield row, _height(row)


def _height(row: list[tuple[QLayoutItem, int, int]]) -> int:
    return max(
        item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        for item, _left, width in row
    )
