"""Head of the detail: the sponsor's name, the facts, and the buttons of the pane."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.masking import masked_phone
from butler_desktop.domain.presence import Presence
from butler_desktop.domain.role import may_write
from butler_desktop.domain.vocabulary import FILING_KIND_SHORT, FilingKind
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.facts_line import FactsLine
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.chips import StageChip
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import SIDE
from butler_desktop.ui.presence_look import PresenceHint


class DetailHead(QWidget):
    """In focus it also shows the stage, the place in the list, and the way to the neighbours."""

    order_clicked = Signal()
    previous_clicked = Signal()
    next_clicked = Signal()
    focus_clicked = Signal(bool)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_focused = False
        self._name = Text("", Role.DETAIL_TITLE, elide=True)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._chip: StageChip | None = None
        self.company = PresenceHint()
        self._place = Text("", Role.META, "text_3")
        self.previous_button = IconButton(
            "chevron-up", self.tr("Previous filing"), shortcut="Ctrl+Up"
        )
        self.next_button = IconButton("chevron-down", self.tr("Next filing"), shortcut="Ctrl+Down")
        self.focus_button = IconButton("maximize-2", self.tr("Focus"), shortcut="F11")
        self.menu_button = IconButton("ellipsis", self.tr("More acts"))
        self.claim = Button(self.tr("Claim"), icon="user", size=Size.SMALL)
        self.claim.hide()
        self.facts = FactsLine()
        self.facts.order_clicked.connect(self.order_clicked)
        self.previous_button.clicked.connect(self.previous_clicked)
        self.next_button.clicked.connect(self.next_clicked)
        self.focus_button.clicked.connect(lambda: self.focus_clicked.emit(not self._is_focused))
        self.menu_button.clicked.connect(self._ask_menu)

        self._row = HBox(gap=8)
        self._row.addWidget(self._name)
        self._row.addStretch(1)
        self._row.addWidget(self.company)
        self._row.addWidget(self.claim)
        self._row.addWidget(self._place)
        for button in (
            self.previous_button,
            self.next_button,
            self.focus_button,
            self.menu_button,
        ):
            self._row.addWidget(button)
        stack = VBox(self, sides=(SIDE, 13, SIDE, 0), gap=1)
        stack.addLayout(self._row)
        stack.addWidget(self.facts)
        self.set_focused(on=False)

    def show_view(self, view: FilingView) -> None:
        """Say which filing this is."""
        filing, form = view.filing, view.filing.particulars
        self._name.setText(form.subject.sponsor_name or view.order.customer)
        if self._chip is None:
            self._chip = StageChip(view.state.stage, bold=True)
            self._row.insertWidget(1, self._chip)
            self.set_focused(on=self._is_focused)
        self._chip.show_stage(view.state.stage)
        kind = FILING_KIND_SHORT[FilingKind(form.filing_kind)] if form.filing_kind else ""
        province = view.rulebook.provinces.named(form.province)
        before = [said(kind), said(province.short_words) if province else ""]
        if self._is_focused:
            before.append(form.service.domain or "")
        order = self.tr("Order %1").replace("%1", view.order.number)
        place = self.tr("site %1 of %2").replace("%1", str(view.place))
        place = place.replace("%2", str(view.counts.ordered))
        whose = self.tr("Butler %1").replace("%1", filing.butler)
        butler = whose if filing.butler else self.tr("To be claimed")
        self.claim.setVisible(not filing.butler and may_write(view.role))
        contact = f"{view.order.contact_name} {masked_phone(view.order.contact_phone)}".strip()
        after = [contact, butler] if self._is_focused else [butler]
        facts = [words for words in before if words]
        self.facts.show_facts(filing.number, facts, order, place, [a for a in after if a])

    def show_presence(self, company: Sequence[Presence]) -> None:
        """Say which colleagues are at this filing too."""
        self.company.show_presence(company)

    def show_place(self, text: str) -> None:
        """Say which row of the list this is (``7 / 11``), in focus."""
        self._place.setText(text)

    def set_focused(self, on: bool) -> None:
        """Show what the list and the stepper do not show in focus."""
        self._is_focused = on
        for part in (self._place, self.previous_button, self.next_button):
            part.setVisible(on)
        if self._chip is not None:
            self._chip.setVisible(on)
        self.focus_button.set_icon("minimize-2" if on else "maximize-2")
        self.focus_button.setCheckable(True)
        self.focus_button.setChecked(on)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    @property
    def title(self) -> str:
        """The sponsor's name."""
        return self._name.text()
