"""Words card: what somebody else wrote, unchanged, with who and when."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text


class WordsCard(Card):
    """管局原文 and 客户意见: a quotation on a sunken ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title = Hint("", "", "text", Role.BODY_BOLD, size=16)
        self._when = Text("", Role.META, "text_3")
        self._quote = MarkedText(Role.BODY)
        head = HBox(gap=8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._when)
        stack = VBox(self, sides=(16, 12, 16, 12), gap=4)
        stack.addLayout(head)
        stack.addWidget(self._quote)
        self.hide()

    def show_words(self, icon: str, title: str, when: str, quote: str) -> None:
        """Show a quotation; an empty one hides the card."""
        self._title.show_hint(icon, title, "text")
        self._when.setText(when)
        self._quote.show_words("", self.tr("“%1”").replace("%1", quote), "text")
        self.setAccessibleName(f"{title} {when} {quote}")
        self.setVisible(bool(quote))
