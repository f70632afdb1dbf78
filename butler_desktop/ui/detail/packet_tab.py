"""Packet tab: the confirmation packet: its deadline, its versions, its pages."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.role import may_write
from butler_desktop.domain.transition import Action
from butler_desktop.errors import ButlerError
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.packets import packet_pdf
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.answer_evidence import AnswerEvidence
from butler_desktop.ui.detail.conditions_list import ConditionsList
from butler_desktop.ui.detail.deadline_card import DeadlineCard
from butler_desktop.ui.detail.packet_output import PacketOutput
from butler_desktop.ui.detail.packet_preview import PacketPreview
from butler_desktop.ui.detail.version_list import VersionList
from butler_desktop.ui.detail.version_papers import VersionPapers
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px

LEFT, WIDEST_LEFT = 344, 460  # px at 100 %; English takes more room
NARROW = 760  # below it the pages lie under the versions
MAKING = (FilingState.PREPARING, FilingState.INTERNAL_REVIEW, FilingState.REWORK)
"""States in which a version can be made to be looked at before it is issued."""


class PacketTab(Surface):
    """Paints a view; acts are asked for by ``act_wanted`` and ``make_wanted``."""

    act_wanted = Signal(object)
    make_wanted = Signal(bool)
    """A new version; true where only what changed since the confirmation shall be on it."""
    digest_changed = Signal(str)
    """The digest of the version that is looked at; empty for none."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._background = background
        self._view: FilingView | None = None
        self._shown_pdf = ""
        self._card: QWidget | None = None
        self._has_panel = True
        self.output = PacketOutput(background, self)
        self.strip = MessageStrip()
        self.deadline = DeadlineCard()
        self.conditions = ConditionsList()
        self.versions = VersionList()
        self.make_button = Button(
            self.tr("Make a new version"), icon="file-plus-2", size=Size.SMALL
        )
        self.delta_button = Button(self.tr("Only what changed"), size=Size.SMALL)
        self.changed = Text("", Role.META, "text_2", wrap=True)
        self.evidence = AnswerEvidence(background)
        self.papers = VersionPapers(self.output)
        self.preview = PacketPreview(background)
        self.empty = EmptyState()
        self._left = self._built_left()
        self.splitter = Splitter()
        self.splitter.addWidget(self._left)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(1, 1)
        frame = VBox(self)
        frame.setSizeConstraint(VBox.SizeConstraint.SetNoConstraint)
        frame.addWidget(self.splitter)
        self._join()

    def show_view(self, view: FilingView) -> None:
        """Show the packets of a filing."""
        if self._view is not None and self._view.filing.id != view.filing.id:
            self.strip.clear()
        self._view = view
        awaited = view.filing.state is FilingState.AWAITING_CONFIRMATION
        self.deadline.show_view(view, with_buttons=not self._has_panel)
        self.conditions.show_view(view)
        self.versions.show_versions(view.packets, view.now, is_awaited=awaited)
        may = may_write(view.role)
        can_make = may and view.filing.state in MAKING
        self.make_button.setVisible(can_make)
        since = view.changed_since if can_make else None
        since = since if since and since.labels else None
        self.delta_button.setVisible(since is not None)
        self.changed.setVisible(since is not None)
        if since is not None:
            told = self.tr("Changed since v%1 was confirmed (%2): %3")
            told = told.replace("%1", str(since.version)).replace("%2", str(len(since.labels)))
            self.changed.setText(told.replace("%3", self.tr(", ").join(since.labels)))
        self._head.setVisible(bool(view.packets) or can_make)
        self.preview.setVisible(bool(view.packets))
        self.preview.allow_delivery(awaited and may)
        self.preview.allow_copies(may)
        self.empty.show_words(
            self.tr(
                "No packet yet. It is made when the review is passed; the customer confirms it."
            )
        )
        self.empty.setVisible(not view.packets)
        self._show_chosen()

    def set_panel(self, shown: bool) -> None:
        """Whether the panel above the tabs has the buttons; else the card shows them."""
        if shown != self._has_panel:
            self._has_panel = shown
            if self._view is not None:
                self.deadline.show_view(self._view, with_buttons=not shown)

    def take_card(self, card: QWidget | None) -> None:
        """Hold the card of an act in the place of the deadline; ``None`` gives it back."""
        if self._card is not None and self._card is not card:
            self._stack.removeWidget(self._card)
            self._card.hide()
        self._card = card
        if card is not None:
            self._stack.insertWidget(1, card)
            card.show()
            self._scroll.verticalScrollBar().setValue(0)

    @property
    def has_deadline(self) -> bool:
        """Whether the card with the customer's deadline is there."""
        return not self.deadline.isHidden()

    @property
    def chosen(self) -> PacketVersion | None:
        """The version that is looked at."""
        packets = self._view.packets if self._view else ()
        return next((p for p in packets if p.id == self.versions.chosen_id), None)

    def ask_export(self) -> None:
        """Let the butler choose where the file goes."""
        packet, view = self.chosen, self._view
        if packet is not None and view is not None:
            name = self.tr("%1 confirmation v%2.pdf").replace("%1", view.filing.number)
            name = name.replace("%2", str(packet.version))
            self.output.ask_where(
                name, lambda path: self.output.export(view.filing.id, packet.id, path)
            )

    def ask_print(self) -> None:
        """Let the butler choose a printer."""
        packet, view = self.chosen, self._view
        if packet is not None and view is not None and self.preview.pages.pdf:
            title = f"{view.filing.number} v{packet.version}"
            pdf, filing_id = self.preview.pages.pdf, view.filing.id
            self.output.ask_printer(title, pdf, packet.page_count, filing_id, packet.id)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(NARROW)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        whole = self.width() if beside else self.height()
        length = max(px(LEFT), self._left.minimumWidth()) if beside else whole * 2 // 5
        if self.splitter.orientation() is not way or event.oldSize().width() <= 0:
            self.splitter.setOrientation(way)
            self.splitter.setSizes([length, whole - length])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The left part is at least as wide as its words, which English makes longer."""
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            needed = self._stack.totalMinimumSize().width()
            self._left.setMinimumWidth(min(needed, px(WIDEST_LEFT)))
        return super().eventFilter(watched, event)

    def _built_left(self) -> QWidget:
        self._page = page = QWidget()
        page.installEventFilter(self)
        self._stack = VBox(page, sides=(16, 14, 16, 16), gap=12)
        self._head = SectionHeader(self.tr("Versions"))
        self._head.add_right(self.delta_button)
        self._head.add_right(self.make_button)
        listed = VBox(gap=6)
        listed.addWidget(self._head)
        listed.addWidget(self.changed)
        listed.addWidget(self.versions)
        self._stack.addWidget(self.strip)
        self._stack.addWidget(self.deadline)
        self._stack.addWidget(self.conditions)
        self._stack.addLayout(listed)
        self._stack.addWidget(self.evidence)
        self._stack.addWidget(self.papers)
        self._stack.addWidget(self.empty)
        self._stack.addStretch(1)
        self._scroll = ScrollPage(page)
        left = Surface()
        VBox(left).addWidget(self._scroll)
        return left

    def _join(self) -> None:
        self.deadline.wanted.connect(self.act_wanted)
        self.conditions.wanted.connect(self.act_wanted)
        self.make_button.clicked.connect(lambda: self.make_wanted.emit(False))
        self.delta_button.clicked.connect(lambda: self.make_wanted.emit(True))
        self.versions.chosen.connect(lambda _id: self._show_chosen())
        self.preview.delivery_wanted.connect(lambda: self.act_wanted.emit(Action.RECORD_DELIVERY))
        self.preview.export_wanted.connect(self.ask_export)
        self.preview.print_wanted.connect(self.ask_print)
        self.output.exported.connect(self._exported)
        self.output.printing.connect(self._printing)
        self.output.printed.connect(self._printed)
        self.output.cancelled.connect(self._cancelled)
        self.strip.acted.connect(lambda _key: self.output.cancel_printing())
        self.output.failed.connect(self._failed)

    def _show_chosen(self) -> None:
        """Read the chosen version's file, unless it is on the screen already."""
        packet, view = self.chosen, self._view
        self.digest_changed.emit(packet.digest if packet else "")
        self.evidence.show_version(packet, view)
        self.papers.show_version(packet, view)
        key = f"{packet.id} {packet.voided_at}" if packet else ""  # a void one is crossed out
        if key == self._shown_pdf:
            return
        self._shown_pdf = key
        if packet is None or view is None:
            self.preview.show_pdf(b"")
            return
        self._background.ask(
            self,
            packet_pdf,
            view.filing.id,
            packet.id,
            then=self.preview.show_pdf,
            failed=self._failed,
        )

    def _exported(self, path: object) -> None:
        told = self.tr("Written: %1").replace("%1", str(path))
        self.strip.show_message("green", told, closable=True)

    def _printing(self, done: int, pages: int) -> None:
        told = self.tr("Printing: page %1 of %2").replace("%1", str(min(done + 1, pages)))
        cancel = (("cancel", self.tr("Cancel")),)
        self.strip.show_message("blue", told.replace("%2", str(pages)), cancel)

    def _cancelled(self) -> None:
        told = self.tr("Cancelled: nothing was printed, nothing is on record.")
        self.strip.show_message("amber", told, closable=True)

    def _printed(self, pages: int) -> None:
        told = self.tr("Sent to the printer: %1 pages").replace("%1", str(pages))
        self.strip.show_message("green", told, closable=True)

    def _failed(self, error: object) -> None:
        told = self.tr("The printer does not answer.")
        if isinstance(error, ButlerError):
            told = error.said(i18n.language())
        self.strip.show_message("red", told, closable=True)
