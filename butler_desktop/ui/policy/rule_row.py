"""Rule row: one rule as a sentence, how sure it is, for whom, from where, what else is known."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.policy import CONFIDENCE_WORDS, PolicyList, PolicyRule
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.chips import Chip
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.surface import Surface

DOT = " ・ "
TINTS = {"high": "green", "medium": "blue", "low": "grey"}


class PolicyRow(Surface):
    """A sentence with its chips at the right, and quiet lines under it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", "t", parent)
        self.words = MarkedText(Role.BODY_BOLD)
        self.words.show_words("", words, "text")
        self._head = HBox(gap=6)
        self._head.addWidget(self.words, 1)
        self._stack = VBox(self, sides=(0, 8, 0, 8), gap=2)
        self._stack.addLayout(self._head)
        self.setAccessibleName(words)

    def add_chip(self, text: str, tint: str) -> None:
        """Say a verdict at the right."""
        self._head.addWidget(Chip(text, tint))

    def add_line(self, text: str, ink: str, role: Role = Role.META) -> None:
        """Say something quietly; nothing where there is nothing to say."""
        if text:
            line = MarkedText(role)
            line.show_words("", text, ink)
            self._stack.addWidget(line)


def rule_row(told: PolicyRule, *, is_national: bool) -> PolicyRow:
    """The row of a rule; among those of a province the national ones are named so."""
    row = PolicyRow(said(told.words))
    if told.differs:
        row.add_chip(translate("PolicyPage", "Not as elsewhere"), "amber")
    elif not told.is_own and not is_national:
        row.add_chip(translate("PolicyPage", "National"), "grey")
    confidence = told.rule.confidence
    row.add_chip(said(CONFIDENCE_WORDS[confidence]), TINTS[confidence])
    row.add_line(said(told.rule.note), "text_2", Role.BODY)
    audience = said(told.audience) or translate("PolicyPage", "for all")
    sources = "; ".join(told.sources)
    row.add_line(DOT.join((audience, sources, told.rule.as_of.isoformat())), "text_3")
    return row


def list_row(told: PolicyList) -> PolicyRow:
    """The row of a paper, a letter or a list of words."""
    row = PolicyRow(said(told.title))
    row.add_line(said(told.words), "text_2", Role.BODY)
    return row
