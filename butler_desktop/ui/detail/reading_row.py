"""Reading row: one item that was read on a scan, its picture beside it, and the form's value."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.proposal import Proposal, Standing
from butler_desktop.domain.read_line import Box
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

_LINE, _STACK, _SIDE, _CROP = 30, 54, 8, 22
SHARES = (0.18, 0.38, 0.2, 0.24)
SETTLED = (Standing.SAME, Standing.TOLD)
NARROW = 560
"""Below it what the form says goes: the result says whether it is the same."""

Sheet = Callable[[], QImage | None]


class Crop(QWidget):
    """The strip of the scan on which the item was read."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._box: Box | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_box(self, box: Box) -> None:
        """Show another strip."""
        self._box = box
        self.update()

    def width_for(self, room: int) -> int:
        """How wide the strip is at its height, in at most ``room`` pixels."""
        strip = self._strip()
        if strip.isEmpty():
            return 0
        return min(round(strip.width() * px(_CROP) / strip.height()), room)

    def _strip(self) -> QRect:
        """The strip in the sheet's pixels, with a little room around it."""
        image, box = self._sheet(), self._box
        if image is None or box is None:
            return QRect()
        width, height = image.width(), image.height()
        room = box.height * height * 0.15
        left, top = box.left * width - room, box.top * height - room
        wide, high = box.width * width + 2 * room, box.height * height + 2 * room
        return QRectF(left, top, wide, high).toAlignedRect().intersected(image.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        image, strip = self._sheet(), self._strip()
        if image is None or strip.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = min(self.width() / strip.width(), self.height() / strip.height())
        spot = QRectF(0, 0, strip.width() * scale, strip.height() * scale)
        spot.moveTop((self.height() - spot.height()) / 2)
        painter.drawImage(spot, image, QRectF(strip))
        painter.setPen(colour(look().theme.border))
        painter.drawRect(spot.adjusted(0, 0, -1, -1))
        painter.end()


class ReadingRow(QWidget):
    """Shows a ``Proposal``; nothing is written before ``accepted``.

    What is to be compared stands right under its strip of the scan; what is
    settled takes one line.
    """

    accepted = Signal(object)
    """This Proposal is to be written."""
    pointed = Signal(object)
    """The Box that is looked at; None where none is any more."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal: Proposal | None = None
        self.is_editable = False
        self._name = Text("", Role.BODY, "text_2", elide=True, parent=self)
        self._crop = Crop(sheet, self)
        self._read = Text("", elide=True, parent=self)
        self._held = Text("", Role.BODY, "text_2", elide=True, parent=self)
        self.link = Link("", Role.BODY, parent=self)
        self._mark = Hint(parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.link.clicked.connect(self._accept)
        self.link.installEventFilter(self)

    def show_proposal(self, proposal: Proposal, *, editable: bool) -> None:
        """Show another item, or the same one beside another form."""
        self.proposal, self.is_editable = proposal, editable
        self._name.setText(said(proposal.words))
        self._crop.show_box(proposal.box)
        self._read.setText(proposal.read)
        self._held.setText(proposal.held or self.tr("(empty)"))
        offered = editable and proposal.is_offered
        self.link.set_text(
            translate("ReadingRow", "Take over")
            if proposal.standing is Standing.OPEN
            else translate("ReadingRow", "Replace")
        )
        self.link.setVisible(offered)
        self.link.setAccessibleName(f"{self.link.text()} {said(proposal.words)}: {proposal.read}")
        icon, text, ink = _result(proposal)
        self._mark.show_hint(icon, text, ink)
        self._mark.setToolTip(text)
        self.setAccessibleName(
            ", ".join((said(proposal.words), proposal.read, self._held.text(), text))
        )
        self.updateGeometry()
        self._arrange()

    def update_crop(self) -> None:
        """The page is another drawing now."""
        self._crop.update()
        self._arrange()

    @property
    def _is_compared(self) -> bool:
        return self.proposal is not None and self.proposal.standing not in SETTLED

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(_STACK if self._is_compared else _LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def enterEvent(self, _event: QEvent) -> None:
        self._point()

    def leaveEvent(self, _event: QEvent) -> None:
        self.pointed.emit(None)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.link and event.type() is QEvent.Type.FocusIn:
            self._point()
        elif watched is self.link and event.type() is QEvent.Type.FocusOut:
            self.pointed.emit(None)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(look().theme.border))
        painter.end()

    def _point(self) -> None:
        if self.proposal is not None:
            self.pointed.emit(self.proposal.box)

    def _accept(self) -> None:
        if self.proposal is not None:
            self.accepted.emit(self.proposal)

    def _arrange(self) -> None:
        name, read, held, result = columns(self.width())
        _put(self._name, name, self.height())
        self._crop.setVisible(self._is_compared)
        if self._is_compared:
            top, wide = px(5), self._crop.width_for(read.width())
            self._crop.setGeometry(read.left(), top, wide, px(_CROP))
            line = self._read.sizeHint().height()
            self._read.setGeometry(read.left(), top + px(_CROP) + px(2), read.width(), line)
        else:
            _put(self._read, read, self.height())
        self._held.setVisible(not held.isEmpty())
        _put(self._held, held, self.height())
        left = result.left()
        if not self.link.isHidden():
            size = self.link.sizeHint()
            self.link.setGeometry(
                left, (self.height() - size.height()) // 2, size.width(), size.height()
            )
            left += size.width() + px(10)
        _put(self._mark, QRect(left, 0, max(result.right() - left, 0), 0), self.height())


def columns(width: int) -> tuple[QRect, QRect, QRect, QRect]:
    """Where name, text read, value held and result lie; the third is empty where it is narrow."""
    shares = list(SHARES)
    if width < px(NARROW):
        shares = [0.24, 0.46, 0, 0.3]
    spots, left = [], 0.0
    for share in shares:
        right = left + width * share
        spots.append(QRect(round(left) + px(_SIDE), 0, round(right - left) - 2 * px(_SIDE), 1))
        left = right
    name, read, held, result = spots
    return name, read, held if held.width() > 0 else QRect(), result


def _put(widget: QWidget, spot: QRect, height: int) -> None:
    line = widget.sizeHint().height()
    widget.setGeometry(spot.left(), (height - line) // 2, max(spot.width(), 0), line)


def _result(proposal: Proposal) -> tuple[str, str, str]:
    """Icon, words and colour of how what was read stands to the form."""
    note = said(proposal.note) if proposal.note else ""
    if proposal.standing is Standing.TOLD:
        return "", "", "text_3"
    if proposal.standing is Standing.UNSOUND:
        return "circle-alert", note, "red"
    if proposal.is_expired:
        return "calendar-x-2", note, "red"
    if proposal.standing is Standing.SAME:
        return "check", translate("ReadingRow", "The same"), "green"
    if proposal.standing is Standing.DIFFERENT:
        return "triangle-alert", note or translate("ReadingRow", "Differs"), "amber"
    return "", note, "text_3"
