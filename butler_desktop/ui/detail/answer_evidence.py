"""Answer evidence: who answered a packet version and how, and what came back of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.returned_page import ReturnedPage
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.workflow_inputs import CHANNEL_WORDS
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.returned_sheet import ReturnedSheetDialog
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.text import Link, Text

DOT = " ・ "


class AnswerEvidence(QWidget):
    """Of the version that is looked at; hidden where there is nothing to tell."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._shown: tuple[object, ...] = ()
        self.links: list[Link] = []
        self._head = SectionHeader(self.tr("Answer and returned papers"))
        self.answer = Text("", Role.META, "text_2", wrap=True)
        self._rows = QWidget()
        self._stack = VBox(self._rows, gap=2)
        stack = VBox(self, gap=6)
        stack.addWidget(self._head)
        stack.addWidget(self.answer)
        stack.addWidget(self._rows)

    def show_version(self, packet: PacketVersion | None, view: FilingView | None) -> None:
        """Tell of this version."""
        is_there = packet is not None and view is not None
        back = view.returned_pages if view else ()
        pages = [it for it in back if packet is not None and it.packet_id == packet.id]
        told = self._answer(packet, view) if packet is not None and view is not None else ""
        self.answer.setText(told)
        self.answer.setVisible(bool(told))
        self.setVisible(is_there and bool(told or pages))
        if packet is not None and view is not None and self._shown != (*pages,):
            self._shown = (*pages,)
            self._list(pages, packet, view)

    def _answer(self, packet: PacketVersion, view: FilingView) -> str:
        """Who, how, when, and by what."""
        at, how = packet.confirmed_at, packet.confirmed_how
        words = self.tr("Confirmed")
        if packet.returned_at is not None:
            at, how, words = packet.returned_at, packet.returned_how, self.tr("Returned")
        if at is None:
            return ""
        channel = CHANNEL_WORDS.get(how)
        told = [words, said(channel) if channel else "", packet.answered_by]
        line = DOT.join(it for it in (*told, said(near_moment_text(at, view.now))) if it)
        return f"{line}\n{packet.evidence}" if packet.evidence else line

    def _list(self, pages: list[ReturnedPage], packet: PacketVersion, view: FilingView) -> None:
        for old in self._rows.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = []
        for page in pages:
            row = QWidget()
            line = HBox(row, gap=8)
            link = Link(self._words(page))
            link.clicked.connect(lambda page=page: self._open(page, packet, view))
            self.links.append(link)
            line.addWidget(link)
            line.addStretch(1)
            when = said(near_moment_text(page.received_at, view.now))
            line.addWidget(Text(f"{when}{DOT}{page.received_by}", Role.META, "text_3"))
            self._stack.addWidget(row)
        self._rows.setVisible(bool(pages))

    def _words(self, page: ReturnedPage) -> str:
        if page.is_whole:
            return self.tr("Whole file")
        return self.tr("Page %1").replace("%1", str(page.page))

    def _open(self, page: ReturnedPage, packet: PacketVersion, view: FilingView) -> None:
        title = f"{view.filing.number} v{packet.version}{DOT}{self._words(page)}"
        dialog = ReturnedSheetDialog(
            self._background, title, page, packet.page_count, self.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
