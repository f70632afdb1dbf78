"""Detail tabs: the tab bar with its counts, and the pages; a page reads only when it is seen."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from butler_desktop.domain.checks import INFO
from butler_desktop.domain.transition import Action
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.materials_view import materials_view
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.act_card import ActCard
from butler_desktop.ui.detail.contacts_tab import ContactsTab
from butler_desktop.ui.detail.findings_tab import FindingsTab
from butler_desktop.ui.detail.form_saving import FormSaving
from butler_desktop.ui.detail.form_tab import FormTab
from butler_desktop.ui.detail.materials_desk import MaterialsDesk
from butler_desktop.ui.detail.packet_tab import PacketTab
from butler_desktop.ui.detail.timeline_tab import TimelineTab
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.tab_bar import TabBar

SIDE_OF_TABS = 26
LEAST = (320, 120)
"""Logical pixels at any zoom: what is too large for its place scrolls."""


class Tab(IntEnum):
    """The tabs, in their order."""

    FORM = 0
    MATERIALS = 1
    FINDINGS = 2
    PACKET = 3
    CONTACTS = 4
    TIMELINE = 5


PACKET_ACTS = (
    Action.ISSUE_PACKET,
    Action.RECORD_DELIVERY,
    Action.RECORD_REMINDER,
    Action.CHANGE_DEADLINE,
    Action.CONFIRM,
    Action.RETURN_FOR_MODIFICATION,
)
CONTACT_ACTS = (
    Action.CONTACT_CUSTOMER,
    Action.LOG_CONTACT,
    Action.CHASE_MATERIALS,
    Action.TELL_CUSTOMER,
)


def tab_of(action: Action) -> Tab:
    """Where the form of an act opens."""
    if action in PACKET_ACTS:
        return Tab.PACKET
    return Tab.CONTACTS if action in CONTACT_ACTS else Tab.FORM


def tab_at(number: int) -> Tab:
    """The tab of this number; the first where there is none."""
    return Tab(number) if number in set(Tab) else Tab.FORM


class DetailTabs(QWidget):
    """Holds every tab; the one in use stays while filings change."""

    tab_changed = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saving = FormSaving(background, self)
        self.form = FormTab(self.saving)
        self.materials = MaterialsDesk(background, self)
        self.findings = FindingsTab()
        self.packet = PacketTab(background)
        self.contacts = ContactsTab()
        self.timeline = TimelineTab()
        self._pages: dict[Tab, QWidget] = {
            Tab.FORM: self.form,
            Tab.MATERIALS: self.materials.tab,
            Tab.FINDINGS: self.findings,
            Tab.PACKET: self.packet,
            Tab.CONTACTS: self.contacts,
            Tab.TIMELINE: self.timeline,
        }
        self._view: FilingView | None = None
        self._stale: set[Tab] = set()
        self._holder: Tab | None = None
        self.strip = MessageStrip(flush=True)
        self.bar = TabBar(self._words(), side=SIDE_OF_TABS)
        self.bar.chosen.connect(lambda _index: self._changed())
        self.stack = QStackedWidget()
        self.stack.setMinimumSize(*LEAST)
        for page in self._pages.values():
            self.stack.addWidget(page)
        box = VBox(self)
        box.addWidget(self.bar)
        box.addWidget(self.strip)
        box.addWidget(self.stack, 1)

    @property
    def tab(self) -> Tab:
        """The tab in use."""
        return Tab(self.bar.index())

    def go_to(self, tab: Tab) -> None:
        """Use another tab."""
        self.bar.set_index(tab)

    def show_view(self, view: FilingView) -> None:
        """Show a filing: the tab in use now, the others when they are seen."""
        self._view = view
        self._stale = set(Tab)
        papers = materials_view(view)
        done = sum(group.done for group in papers.groups)
        needed = sum(group.needed for group in papers.groups)
        told = (it for it in view.findings if it.is_open and not it.is_question)
        findings = sum(it.severity != INFO for it in told)
        packet = f"v{view.packets[0].version}" if view.packets else ""
        contacts = len(view.contacts) + bool(view.order.remark)
        counts = ["", f"{done}/{needed}", str(findings or ""), packet, str(contacts or ""), ""]
        self.bar.set_tabs(self._words(), counts)
        self._show_tab()

    def take_card(self, tab: Tab, card: ActCard | None) -> None:
        """Hold an act's card in a tab; ``None`` gives it back."""
        if self._holder is not None and self._holder is not tab:
            self._take(self._holder, None)
        self._holder = tab if card is not None else None
        self._take(tab, card)

    def _take(self, tab: Tab, card: ActCard | None) -> None:
        page = {
            Tab.FORM: self.form,
            Tab.FINDINGS: self.findings,
            Tab.CONTACTS: self.contacts,
            Tab.TIMELINE: self.timeline,
        }.get(tab, self.packet)
        page.take_card(card)
        if self._view is not None and page is self.contacts:
            self.contacts.show_view(self._view)

    def _words(self) -> list[str]:
        return [
            self.tr("Filing form"),
            self.tr("Papers"),
            self.tr("Checks"),
            self.tr("Packet"),
            self.tr("Contacts"),
            self.tr("Timeline"),
        ]

    def _changed(self) -> None:
        self._show_tab()
        self.tab_changed.emit()

    def _show_tab(self) -> None:
        tab = self.tab
        if self._view is not None and tab in self._stale:
            self._stale.discard(tab)
            page = self._pages[tab]
            if tab is Tab.MATERIALS:
                self.materials.show_view(self._view)
            else:
                page.show_view(self._view)  # type: ignore[attr-defined]
        self.stack.setCurrentWidget(self._pages[tab])
