"""Finding line: what is wrong with a field, under it, with the links that mend it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.text import Link

INDENT = 18
"""Where the words begin, after the icon."""

_ICONS = {"red": "circle-alert", "amber": "triangle-alert", "blue": "info"}


@dataclass(frozen=True, slots=True)
class FieldFinding:
    """What is wrong with a field's value, and links that mend it: (key, words) each."""

    level: str  # "red" stops, "amber" warns, "blue" tells
    text: str
    links: tuple[tuple[str, str], ...] = ()
    is_long: bool = False
    """Whether the links stand under the sentence, so that it has the whole width."""


class FindingLine(QWidget):
    """An icon, a sentence in the level's colour, and links at the right or under it."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = MarkedText()
        self._links: list[Link] = []
        stack = VBox(self, gap=2)
        self._row = HBox(sides=(0, 1, 0, 0), gap=12)
        self._row.addWidget(self._words, 1)
        self._foot = HBox(sides=(INDENT, 0, 0, 0), gap=12)
        self._foot.addStretch(1)
        stack.addLayout(self._row)
        stack.addLayout(self._foot)

    def show_finding(self, finding: FieldFinding | None) -> None:
        """Show a finding; ``None`` empties the line."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links.clear()
        if finding is None:
            self._words.show_words("", "", "text_3")
            return
        self._words.show_words(_ICONS[finding.level], finding.text, finding.level)
        for key, words in finding.links:
            link = Link(words, Role.META)
            link.clicked.connect(lambda key=key: self.link_clicked.emit(key))
            if finding.is_long:
                self._foot.insertWidget(len(self._links), link)
            else:
                self._row.addWidget(link)
            self._links.append(link)
