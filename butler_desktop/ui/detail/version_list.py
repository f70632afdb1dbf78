"""Version list: the confirmation packets of a filing, newest first, and what became of each."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.domain.packet import PacketContent, short_digest
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.chips import chip_width, draw_chip
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, CHIP, px
from butler_desktop.ui.theme import colour

_LEFT, _INDENT, _TOP = 13, 45, 9


class VersionRow(QAbstractButton):
    """One version: number, state, pages; when and by whom; its fate."""

    def __init__(self, packet: PacketVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.packet = packet
        self._chip = ("grey", "", "")
        self._lines = ("", "")
        self._pages = ""
        self._edges = (False, False)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(
        self, chip: tuple[str, str, str], lines: tuple[str, str], pages: str, tip: str
    ) -> None:
        """``chip`` is tint, words and icon; the second line may be empty."""
        self._chip, self._lines, self._pages = chip, lines, pages
        self.setToolTip(tip)
        self.setAccessibleName(f"v{self.packet.version} {chip[1]} {pages} {' '.join(lines)}")
        self.updateGeometry()
        self.update()

    def set_edges(self, *, first: bool, last: bool) -> None:
        """Where the card's round corners are."""
        self._edges = (first, last)

    def sizeHint(self) -> QSize:
        lines = 1 + bool(self._lines[1])
        return QSize(px(260), 2 * px(_TOP) + px(CHIP) + px(2) + lines * px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        first, last = self._edges
        ground = theme.selected if self.isChecked() else theme.hover if self.underMouse() else ""
        if ground:
            radius = px(CARD_RADIUS) - 1
            grow = self.rect().adjusted(0, 0 if first else -radius, 0, 0 if last else radius)
            path = QPainterPath()
            path.addRoundedRect(grow, radius, radius)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(self.rect())
            painter.fillPath(path, colour(ground))
        if not first:
            painter.fillRect(0, 0, self.width(), 1, colour(theme.border))
        top = px(_TOP)
        head = QRect(px(_LEFT), top, px(_INDENT), px(CHIP))
        paint.words(painter, head, Role.BODY_BOLD, theme.text, f"v{self.packet.version}")
        tint, words, icon = self._chip
        chip = QRect(px(_INDENT), top, chip_width(words, bool(icon)), px(CHIP))
        draw_chip(painter, chip, theme, tint, words, icon=icon)
        side = QRect(0, top, self.width() - px(_LEFT), px(CHIP))
        paint.words(painter, side, Role.META, theme.text_2, self._pages, paint.RIGHT)
        line = QRect(px(_INDENT), top + px(CHIP) + px(2), self.width() - px(_INDENT + 8), px(20))
        for text in self._lines:
            paint.words(painter, line, Role.META, theme.text_2, text)
            line.translate(0, px(20))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, px(CARD_RADIUS))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class VersionList(Card):
    """The versions in a card; one is chosen."""

    chosen = Signal(str)
    """The id of the version to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: list[VersionRow] = []
        self._stack = VBox(self, sides=(1, 1, 1, 1))

    @property
    def rows(self) -> Sequence[VersionRow]:
        """The rows, newest version first."""
        return self._rows

    @property
    def chosen_id(self) -> str:
        """The version that is looked at; empty for none."""
        return next((row.packet.id for row in self._rows if row.isChecked()), "")

    def show_versions(
        self, packets: Sequence[PacketVersion], now: datetime, *, is_awaited: bool
    ) -> None:
        """Show the versions; the chosen one stays, unless there is a newer or another filing's."""
        known = {row.packet.id: row for row in self._rows}
        if [p.id for p in packets] != list(known):
            self._rebuild(packets)
        for number, (row, packet) in enumerate(zip(self._rows, packets, strict=True)):
            row.packet = packet
            self._tell(row, now, is_awaited=is_awaited and number == 0)
        self.setVisible(bool(packets))

    def _rebuild(self, packets: Sequence[PacketVersion]) -> None:
        for old in self._rows:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._rows = [VersionRow(packet) for packet in packets]
        for number, row in enumerate(self._rows):
            row.set_edges(first=number == 0, last=number == len(packets) - 1)
            row.clicked.connect(self._chose)
            self._stack.addWidget(row)
        if self._rows:
            self._rows[0].setChecked(True)

    def _chose(self) -> None:
        self.chosen.emit(self.chosen_id)

    def _tell(self, row: VersionRow, now: datetime, *, is_awaited: bool) -> None:
        packet = row.packet
        made = f"{said(near_moment_text(packet.made_at, now))} ・ {packet.made_by}"
        pages = self.tr("%1 pages").replace("%1", str(packet.page_count))
        chip = self._chip(packet, is_awaited=is_awaited)
        tip = self.tr("Digest %1").replace("%1", short_digest(packet.digest))
        row.show_words(chip, (made, self._fate(packet, now)), pages, tip)

    def _chip(self, packet: PacketVersion, *, is_awaited: bool) -> tuple[str, str, str]:
        if packet.confirmed_at is not None and packet.voided_at is None:
            return "green", self.tr("Confirmed"), "check"
        if packet.returned_at is not None:
            return "red", self.tr("Returned"), "undo-2"
        if packet.voided_at is not None:
            return "grey", self.tr("Void"), "ban"
        if is_awaited:
            return "teal", self.tr("Awaiting confirmation"), "hourglass"
        return "grey", self.tr("Not sent"), "file-text"

    def _fate(self, packet: PacketVersion, now: datetime) -> str:
        """What became of the version, or how it differs from the one before."""
        told = []
        for at, words in (
            (packet.confirmed_at, self.tr("confirmed %1")),
            (packet.returned_at, self.tr("returned %1")),
            (packet.delivered_at, self.tr("delivered %1")),
        ):
            if at is not None:
                told.append(words.replace("%1", said(near_moment_text(at, now))))
                break
        if packet.void_reason.startswith("v"):
            told.append(self.tr("replaced by %1").replace("%1", packet.void_reason))
        elif packet.changed_labels:
            words = self.tr("changed: %1")
            told.append(words.replace("%1", packet.changed_labels))
        elif packet.voided_at is not None:
            told.append(self.tr("the content changed"))
        content = PacketContent.from_document(packet.content)
        changes = content.changes
        if content.delta is not None:
            only = self.tr("only the %1 changes since v%2").replace("%1", str(len(changes)))
            told.append(only.replace("%2", str(content.delta.version)))
        elif changes and packet.voided_at is None:
            less = self.tr("%1 changes from v%2").replace("%1", str(len(changes)))
            told.append(less.replace("%2", str(packet.version - 1)))
        return " ・ ".join(told)
