"""The page of policy and knowledge: the provinces at the left, what the chosen one wants."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.policy import group_words
from butler_desktop.domain.province_rules import NATIONAL
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.services.policy import PolicyPart, found, policy
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.line_field import Edit
from butler_desktop.ui.kit.nav_button import NavEntry
from butler_desktop.ui.kit.navigation import Navigation
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.policy.rule_row import PolicyRow, list_row, rule_row
from butler_desktop.words import Words

EVERYWHERE = Words("全国通用", "All provinces")


class PolicyPage(Surface):
    """Reads the rulebook alone; nothing on it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rulebook: Rulebook | None = None
        self._parts: tuple[PolicyPart, ...] = ()
        self._found: tuple[PolicyPart, ...] = ()
        self._code = NATIONAL
        self.search = Edit()
        self.search.setPlaceholderText(self.tr("Province, rule, source"))
        self.search.setAccessibleName(self.tr("Search the rules"))
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self._look)
        self.places = Navigation()
        self.places.chosen.connect(self.choose)
        self._title = Text("", Role.LIST_TITLE)
        self._rules = Text("", Role.META, "text_3")
        self._empty = EmptyState("", icon="search")
        self._inside = QWidget()
        self._stack = VBox(self._inside, sides=(24, 14, 24, 24), gap=14)
        self._shown: QWidget | None = None
        self._page = ScrollPage(self._inside)
        self._build()
        self.setFocusProxy(self.search)

    def _build(self) -> None:
        side = Surface("window", "r")
        column = VBox(side)
        head = QWidget()
        rows = VBox(head, sides=(16, 14, 16, 4), gap=8)
        rows.addWidget(Text(self.tr("Policy"), Role.LIST_TITLE))
        rows.addWidget(self.search)
        column.addWidget(head)
        column.addWidget(self.places, 1)
        top = HBox(gap=8)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._rules)
        self._stack.addLayout(top)
        self._stack.addWidget(self._empty)
        self._stack.addStretch(1)
        across = HBox(self)
        across.addWidget(side)
        across.addWidget(self._page, 1)

    @property
    def rows(self) -> list[PolicyRow]:
        """What is shown, from the top."""
        return self._shown.findChildren(PolicyRow) if self._shown else []

    @property
    def code(self) -> str:
        """The province that is shown."""
        return self._code

    def know(self, rulebook: Rulebook) -> None:
        """Show these rules; read when the page is shown first."""
        if rulebook is not self._rulebook:
            self._rulebook, self._parts = rulebook, ()

    def read(self) -> None:
        """The page is shown."""
        if self._rulebook is not None and not self._parts:
            self._parts = policy(self._rulebook)
            told = self.tr("Rules of version %1, in force from %2")
            told = told.replace("%1", self._rulebook.version)
            self._rules.setText(told.replace("%2", self._rulebook.effective_from.isoformat()))
            self._look()

    def choose(self, code: str) -> None:
        """Show what a province wants."""
        self._code = code
        self.places.select(code)
        self._show()

    def _look(self) -> None:
        """Offer the places that the search finds, and stay where it is if that is among them."""
        self._found = found(self._parts, self.search.text())
        self.places.set_entries([NavEntry(part.code, _name(part)) for part in self._found])
        self.places.set_counts({part.code: (part.count, 0) for part in self._found})
        codes = [part.code for part in self._found]
        self.choose(self._code if self._code in codes or not codes else codes[0])

    def _show(self) -> None:
        part = next((it for it in self._found if it.code == self._code), None)
        if self._shown is not None:
            self._stack.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        self._empty.setVisible(part is None)
        self._empty.show_words(self.tr("No rule speaks of “%1”.").replace("%1", self.search.text()))
        self._title.setText(_name(part) if part else "")
        if part is not None:
            self._shown = _drawn(part)
            self._stack.insertWidget(1, self._shown)
        self._page.verticalScrollBar().setValue(0)


def _name(part: PolicyPart) -> str:
    return said(part.province.short_words if part.province else EVERYWHERE)


def _drawn(part: PolicyPart) -> QWidget:
    """Everything that a place wants, by group."""
    page = QWidget()
    stack = VBox(page, gap=18)
    is_national = part.province is None
    for group, rules in groupby(part.rules, key=lambda it: it.group):
        rows = [rule_row(it, is_national=is_national) for it in rules]
        stack.addWidget(_section(group_words(group), rows))
    for section, lists in groupby(part.lists, key=lambda it: it.section):
        stack.addWidget(_section(section, [list_row(it) for it in lists]))
    return page


def _section(title: Words, rows: Iterable[QWidget]) -> QWidget:
    section = QWidget()
    stack = VBox(section, gap=6)
    stack.addWidget(SectionHeader(said(title)))
    inside = VBox()
    for row in rows:
        inside.addWidget(row)
    stack.addLayout(inside)
    return section
