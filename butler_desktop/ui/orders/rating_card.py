"""Rating card: the customer's stars, filing by filing, and those that are still to be recorded."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.rating import Rating
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.orders import OrderView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.stars import Stars
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px
from butler_desktop.words import Words

DOT = " ・ "


class RatingCard(QWidget):
    """Stands while the page is painted anew: its button keeps the keyboard."""

    rate_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = SectionHeader(self.tr("Ratings"))
        head.show_status(self.tr("once a site, when it is filed or refunded"))
        card = Card()
        self._rows = VBox(gap=8)
        self.rate_button = Button(self.tr("Record the rating"))
        self.rate_button.clicked.connect(self.rate_wanted)
        self._open = QWidget()
        line = HBox(self._open, gap=8)
        told = self.tr("Refunded before a filing was begun: not rated yet")
        line.addWidget(Text(told, Role.META, "text_2", elide=True), 1)
        line.addWidget(self.rate_button)
        column = VBox(card, sides=(14, 10, 10, 10), gap=8)
        column.addLayout(self._rows)
        column.addWidget(self._open)
        stack = VBox(self, gap=8)
        stack.addSpacing(px(8))
        stack.addWidget(head)
        stack.addWidget(card)
        self.hide()

    def show_view(self, view: OrderView, now: datetime) -> None:
        """Show an order's ratings; nothing where there is none, and none to record."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        numbers = {filing.id: filing.number for filing in view.dossier.filings}
        for rating in view.dossier.ratings:
            about = numbers.get(rating.filing_id or "", self.tr("Refunded sites"))
            self._rows.addWidget(_row(rating, about, now))
        self._open.setVisible(view.can_rate)
        self.setVisible(view.can_rate or bool(view.dossier.ratings))


def _row(rating: Rating, about: str, now: datetime) -> QWidget:
    ground = QWidget()
    column = VBox(ground, gap=8)
    row = HBox(gap=8)
    for words, stars in (
        (Words("响应速度", "Response"), rating.response_speed),
        (Words("服务质量", "Quality"), rating.service_quality),
    ):
        row.addWidget(Text(said(words), Role.META, "text_2"))
        row.addWidget(Stars(said(words), stars))
        row.addSpacing(px(8))
    row.addStretch(1)
    at = said(near_moment_text(rating.at, now))
    row.addWidget(Text(f"{about}{DOT}{at}", Role.META, "text_2"))
    column.addLayout(row)
    if rating.comment:
        column.addWidget(Text(f"“{rating.comment}”", Role.BODY, "text_2", wrap=True))
    return ground
