"""Detail pane: one filing with everything on it, and the one next thing to do for it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.presence import Presence
from butler_desktop.domain.role import may_write
from butler_desktop.domain.stage import Stage
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.transition import Action
from butler_desktop.errors import ButlerError, NotFound, StoreAway
from butler_desktop.services.filing_view import FilingView, filing_view
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.act_desk import ActDesk
from butler_desktop.ui.detail.actions import DetailActions
from butler_desktop.ui.detail.authority_list import AuthorityList
from butler_desktop.ui.detail.choices_strip import ChoicesStrip
from butler_desktop.ui.detail.clock_list import ClockList
from butler_desktop.ui.detail.detail_tabs import DetailTabs, Tab
from butler_desktop.ui.detail.head import DetailHead
from butler_desktop.ui.detail.intake_desk import IntakeDesk
from butler_desktop.ui.detail.letters_desk import LettersDesk
from butler_desktop.ui.detail.pictures_desk import PicturesDesk
from butler_desktop.ui.detail.seen_dialog import SeenDialog
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.next_action import NextAction
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.stepper import Stepper
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.measure import SIDE, px

NARROWEST = 480


class DetailPane(Surface):
    """Shows one filing at a time; what is on the screen stays until the next one is read."""

    order_requested = Signal(str)
    previous_requested = Signal()
    next_requested = Signal()
    focus_toggled = Signal(bool)
    title_changed = Signal(str)
    filing_wanted = Signal(str)
    """The number of another filing that stands in the way of this one."""

    digest_changed = Signal(str)
    """The digest of the packet that is looked at, in its tab; else empty."""

    claim_wanted = Signal(str)
    hand_over_wanted = Signal(str)
    choices_wanted = Signal(str)
    """The choices that wait in this filing are to be made."""

    left = Signal()
    """Esc where nothing is left to collapse: back to the list."""

    shown = Signal(str)
    """The filing with this id is on the screen."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._background = background
        self._wanted: str | None = None
        self._view: FilingView | None = None
        self._is_focused = False
        self._presence: Mapping[str, tuple[Presence, ...]] = {}
        self.head = DetailHead()
        self.stepper = Stepper()
        self.panel = NextAction()
        self.choices = ChoicesStrip()
        self.clocks = ClockList()
        self.authority = AuthorityList()
        self.tabs = DetailTabs(background)
        self.desk = ActDesk(background, self.panel, self.tabs, self)
        self.intake = IntakeDesk(background, self.tabs.strip, self)
        self.letters = LettersDesk(background, self.tabs.strip, self)
        self.pictures = PicturesDesk(background, self.tabs.strip, self)
        self._empty = EmptyState(self.tr("Choose a filing in the list."))
        self._whole = QStackedWidget()
        self._whole.addWidget(self._empty)
        self._whole.addWidget(self._built())
        VBox(self).addWidget(self._whole)
        self._busy = BusyBar(self)
        self.setMinimumWidth(px(NARROWEST))
        self.setFocusProxy(self.tabs.bar)
        self.acts = DetailActions(self)
        self._add_keys()
        self._join()

    # what is shown

    @property
    def filing_id(self) -> str | None:
        """The filing that is shown, or about to be."""
        return self._wanted

    @property
    def view(self) -> FilingView | None:
        """What is on the screen."""
        return self._view

    def show_filing(self, filing_id: str | None) -> None:
        """Show a filing; None shows that none is chosen."""
        if filing_id == self._wanted:
            return
        self._wanted = filing_id
        if filing_id is None:
            self.tabs.form.finish()
            self._background.forget(self, "view")
            self._busy.stop()
            self._view = None
            self._whole.setCurrentWidget(self._empty)
            self.title_changed.emit("")
        else:
            self.reload()

    def reload(self) -> None:
        """Read the filing again."""
        if self._wanted is not None:
            self._busy.start()
            self._background.ask(
                self,
                filing_view,
                self._wanted,
                then=self._arrived,
                failed=self._failed,
                topic="view",
            )

    def follow(self, changes: Changes) -> None:
        """Somebody acted: read the filing again if it is concerned."""
        if changes.everything or self._wanted in changes.filing_ids:
            self.reload()

    def tick(self) -> None:
        """A minute has passed: say the clocks anew."""
        self.reload()

    def keep_drafts(self, path: Path, now: Callable[[], datetime]) -> None:
        """Keep what is typed and not saved in this file, and show what it holds."""
        self.tabs.saving.drafts.open(path, now)

    def finish(self) -> None:
        """Save what was typed (Ctrl+S, and before the window closes)."""
        self.tabs.form.finish()
        self.tabs.saving.drafts.flush()

    def mark_choices(self, choices: dict[str, int]) -> None:
        """Say where choices wait, by filing."""
        self.choices.know(choices)

    def mark_presence(self, by_filing: Mapping[str, tuple[Presence, ...]]) -> None:
        """Say which colleagues are at the filing that is shown."""
        self._presence = by_filing
        self._show_presence()

    def _show_presence(self) -> None:
        shown = self._view.filing.id if self._view is not None else ""
        self.head.show_presence(self._presence.get(shown, ()))

    def set_focused(self, on: bool) -> None:
        """In focus the list is hidden: the stage stands in the head instead of the stepper."""
        self._is_focused = on
        self.head.set_focused(on)
        if self._view is not None:
            self.head.show_view(self._view)
        self._settle()

    def show_place(self, text: str) -> None:
        """Say which row of the list this is (``7 / 11``)."""
        self.head.show_place(text)

    @property
    def tab(self) -> Tab:
        """The tab in use."""
        return self.tabs.tab

    def go_to(self, place: str) -> None:
        """Bring a place of the filing to the eye: ``form:path``, ``material:kind``, ``packet``."""
        self.desk.go_to(place)

    def draft_letter(self, kind: str = "") -> None:
        """Let the butler draft a letter; the one for a kind of paper, or any."""
        if self._view is not None:
            self.letters.ask_which(self._view.filing.id, kind)

    def export_pictures(self) -> None:
        """Let the butler export the submission pictures of all papers."""
        if self._view is not None:
            self.pictures.ask_all(self._view.filing.id)

    def show_seen(self) -> None:
        """Show what the customer confirmed beside the filing as it is now."""
        if self._view is not None:
            view = self._view
            dialog = SeenDialog(self._background, view.filing.id, view.now, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _built(self) -> QWidget:
        page = QWidget()
        stack = VBox(page)
        stack.addWidget(self.head)
        self._steps = QWidget()
        VBox(self._steps, sides=(SIDE, 12, SIDE, 0)).addWidget(self.stepper)
        self._next = QWidget()
        VBox(self._next, sides=(SIDE, 10, SIDE, 0)).addWidget(self.panel)
        stack.addWidget(self.choices)
        stack.addWidget(self._steps)
        stack.addWidget(self._next)
        stack.addWidget(self.clocks)
        stack.addWidget(self.authority)
        stack.addSpacing(px(10))
        stack.addWidget(self.tabs, 1)
        return page

    def _arrived(self, view: FilingView) -> None:
        if view.filing.id != self._wanted:
            return
        self._busy.stop()
        is_first = self._view is None
        self._view = view
        self.setUpdatesEnabled(False)
        try:
            self.head.show_view(view)
            self._show_presence()
            self.choices.show_filing(view.filing.id)
            self.stepper.show_stage(view.state.stage, self._done_steps(view))
            self.clocks.show_view(view)
            self.authority.show_view(view)
            self.tabs.show_view(view)
            self.desk.show_view(view)
            self._settle()
            if is_first:
                self._whole.setCurrentIndex(1)
        finally:
            self.setUpdatesEnabled(True)
        self.title_changed.emit(f"{view.filing.number} {self.head.title}")
        self.shown.emit(view.filing.id)

    def _read_again(self, filing_id: str) -> None:
        if filing_id == self._wanted:
            self.reload()

    def _failed(self, error: ButlerError) -> None:
        self._busy.stop()
        if isinstance(error, NotFound):
            self.show_filing(None)
        if isinstance(error, StoreAway):
            return  # what is on the screen stays; the frame says that the network is away
        self.tabs.strip.show_message("red", error.said(i18n.language()), closable=True)

    def _done_steps(self, view: FilingView) -> dict[Stage, str]:
        return {
            stage: f"{said(near_moment_text(line.at, view.now))} {line.actor}"
            for stage, line in view.steps.items()
        }

    def _settle(self) -> None:
        """In focus the stepper makes room, and the packet's own card stands for the panel."""
        own = self.tabs.tab is Tab.PACKET and self.tabs.packet.has_deadline
        self._steps.setVisible(not self._is_focused)
        has_panel = not (self._is_focused and own and self.desk.card is None)
        self._next.setVisible(has_panel)
        self.tabs.packet.set_panel(has_panel)
        on_packet = self.tabs.tab is Tab.PACKET
        for name in ("export", "print"):
            self.acts[name].setEnabled(on_packet)
        view = self._view
        self.acts["letters"].setEnabled(view is not None and bool(view.letters))
        has_papers = view is not None and bool(view.materials) and may_write(view.role)
        self.acts["pictures"].setEnabled(has_papers)
        packet = self.tabs.packet.chosen if on_packet else None
        self.digest_changed.emit(packet.digest if packet else "")

    # keys, menu and joints

    def _add_keys(self) -> None:
        add, bar = self.acts.add, self.tabs.bar
        add("act", self.tr("Do the next step"), "Ctrl+Return", self.desk.press)
        add("collapse", self.tr("Collapse"), "Esc", self._leave, inside=True)
        add("contact", self.tr("Log a contact"), "Ctrl+L", self.desk.log_contact)
        add("next", self.tr("Next to mend"), "F8", lambda: self.desk.walk(1))
        add("previous", self.tr("Previous to mend"), "Shift+F8", lambda: self.desk.walk(-1))
        add("tab", self.tr("Next tab"), "Ctrl+Tab", lambda: bar.step(1))
        add("back_tab", self.tr("Previous tab"), "Ctrl+Shift+Tab", lambda: bar.step(-1))
        add("save", self.tr("Save now"), "Ctrl+S", self.finish)
        add("export", self.tr("Export the packet"), "Ctrl+E", self.tabs.packet.ask_export)
        add("print", self.tr("Print the packet"), "Ctrl+P", self.tabs.packet.ask_print)
        add("letters", self.tr("Draft a letter…"), "", self.draft_letter)
        add("pictures", self.tr("Export submission pictures…"), "", self.export_pictures)
        add("seen", self.tr("What the customer saw"), "F7", self.show_seen)

    def _join(self) -> None:
        self.head.order_clicked.connect(self._go_to_order)
        self.choices.wanted.connect(self.choices_wanted)
        self.head.previous_clicked.connect(self.previous_requested)
        self.head.next_clicked.connect(self.next_requested)
        self.head.focus_clicked.connect(self.focus_toggled)
        self.head.menu_wanted.connect(self._show_menu)
        self.head.claim.clicked.connect(lambda: self.claim_wanted.emit(self._wanted))
        self.tabs.tab_changed.connect(self._settle)
        self.tabs.saving.overtaken.connect(self._read_again)
        self.tabs.packet.digest_changed.connect(lambda _digest: self._settle())
        self.authority.act_wanted.connect(
            lambda act, given: self.desk.start_action(Action(act), given)
        )
        self.desk.filing_wanted.connect(self.filing_wanted)
        self.tabs.materials.tab.draft_requested.connect(self.draft_letter)
        self.letters.place_wanted.connect(self.go_to)
        self.desk.reload_wanted.connect(self.reload)
        self.desk.card_changed.connect(self._settle)
        self.desk.acts.making.connect(lambda on: self._busy.start() if on else self._busy.stop())

    def _leave(self) -> None:
        if self.desk.card is not None:
            self.desk.collapse()
        else:
            self.left.emit()

    def _go_to_order(self) -> None:
        if self._view is not None:
            self.order_requested.emit(self._view.order.id)

    def _show_menu(self, at: QPoint) -> None:
        if self._view is None:
            return
        menu = QMenu(self)
        offers = [self._view.secondary] if self._view.secondary else []
        for offer in (*offers, *self._view.others):
            if offer.row.in_place:
                continue
            action = menu.addAction(said(offer.row.words))
            action.triggered.connect(lambda _on=False, offer=offer: self.desk.offer(offer))
        menu.addSeparator()
        filing = self._view.filing
        if not filing.butler:
            claim = menu.addAction(self.tr("Claim the filing"))
            claim.triggered.connect(lambda: self.claim_wanted.emit(filing.id))
        hand_over = menu.addAction(self.tr("Hand over to another butler…"))
        hand_over.triggered.connect(lambda: self.hand_over_wanted.emit(filing.id))
        self.intake.offer(menu, self._view)
        menu.addSeparator()
        for name in ("next", "save", "letters", "seen", "pictures", "export", "print"):
            menu.addAction(self.acts[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
