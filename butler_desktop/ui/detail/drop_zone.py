"""Drop zone: where files are dropped or chosen whose paper is not settled yet."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.detail.dropped_files import dropped_files, has_files
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px
from butler_desktop.ui.theme import colour

_HEIGHT, _SLIM = 66, 38


class DropZone(QWidget):
    """A dashed field that takes files, with a button for those who do not drag."""

    dropped = Signal(object)
    choose_wanted = Signal()

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aimed_at = self._slim = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = words or self.tr("Drop scans or photos here or on a row")
        self._words = Hint("upload", words, "text_2", Role.BODY, 16)
        self._choose = Button(self.tr("Choose files"), size=Size.SMALL)
        self._choose.clicked.connect(self.choose_wanted)
        row = HBox(self, sides=(12, 0, 12, 0), gap=10)
        row.addStretch(1)
        row.addWidget(self._words)
        row.addWidget(self._choose)
        row.addStretch(1)
        self.setAccessibleName(words)

    def set_slim(self, slim: bool) -> None:
        """Take less height, where the room is needed."""
        self._slim = slim
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(_SLIM if self._slim else _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        radius = px(CARD_RADIUS)
        if self._aimed_at:
            paint.box(painter, self.rect(), theme.accent_ground, None, radius)
        line = theme.accent_text if self._aimed_at else theme.field_line
        paint.dashed_box(painter, self.rect(), colour(line).name(), radius)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_files(event.mimeData()):
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(False)
        if paths := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _aim(self, aimed_at: bool) -> None:
        self._aimed_at = aimed_at
        self.update()
