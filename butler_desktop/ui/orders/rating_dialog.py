"""Recording the rating of sites that were refunded before a filing was begun."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.order import Order
from butler_desktop.domain.workflow_rating import RATING_INPUTS
from butler_desktop.errors import ButlerError
from butler_desktop.services.orders import rate_order
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, said, translate
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.stars import StarsField
from butler_desktop.ui.kit.text_field import TextField
from butler_desktop.ui.measure import px


class RatingDialog(Dialog):
    """Closes when the rating is on record; it takes both stars, the comment is free."""

    def __init__(self, background: Background, order: Order, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("RatingDialog", "Record the rating"),
            translate("RatingDialog", "Record the rating"),
            sentence=translate(
                "RatingDialog", "%1: sites refunded before a filing was begun"
            ).replace("%1", order.customer),
            width=460,
            parent=parent,
        )
        self._background, self._order_id = background, order.id
        speed, quality, comment = (said(it.words) for it in RATING_INPUTS)
        self.speed, self.quality = StarsField(speed), StarsField(quality)
        self.comment = TextField(comment)
        self.comment.lines.setMinimumHeight(px(48))
        stars = HBox(gap=16)
        for field in (self.speed, self.quality):
            stars.addWidget(field, 1)
            field.edited.connect(self._judge)
        self.body.addLayout(stars)
        self.body.addWidget(self.comment)
        self.acted.connect(self._rate)
        self._judge()

    def _judge(self) -> None:
        self.act_button.setEnabled(bool(self.speed.value() and self.quality.value()))

    def _rate(self) -> None:
        self.act_button.setEnabled(False)  # until the answer: two presses are one rating
        self._background.do(
            self,
            rate_order,
            self._order_id,
            int(self.speed.value() or 0),
            int(self.quality.value() or 0),
            str(self.comment.value() or ""),
            then=lambda _dossier: self.accept(),
            failed=self._refused,
        )

    def _refused(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))
        self._judge()
