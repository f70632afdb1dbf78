"""Handing over: to whom, and what it is that goes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.services.assignment import Assigned, Charge, hand_over
from butler_desktop.ui.assignment.shift_desk import ShiftDesk
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, translate
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.text import Text


class HandOverDialog(Dialog):
    """``handed(Assigned)`` after it is handed over."""

    handed = Signal(object)

    def __init__(
        self, background: Background, charge: Charge, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("HandOverDialog", "Hand over"),
            translate("HandOverDialog", "Hand over"),
            sentence=" ",
            width=460,
            parent=parent,
        )
        self._background, self._charge = background, charge
        self.sentence.setText(self._what(charge))
        holders = charge.holders
        self.to = ComboField(translate("HandOverDialog", "To which butler"), [])
        self.to.set_choices(
            [(name, name) for name in charge.names if not (len(holders) == 1 and name in holders)]
        )
        self.body.addWidget(self.to)
        if charge.orders:
            along = translate(
                "HandOverDialog",
                "Open filings go along, unless they have a butler of their own.",
            )
            self.body.addWidget(Text(along, ink="text_2", wrap=True))
        self.shift = ShiftDesk(background, self.strip, self)
        self.sheet = self.add_button(translate("HandOverDialog", "Shift sheet"))
        self.sheet.clicked.connect(self._offer_sheet)
        self.to.edited.connect(self._say)
        self.acted.connect(self._hand_over)
        if not any(name for name in charge.names if name not in holders):
            self.strip.show_message(
                "amber", translate("HandOverDialog", "No other butler is known here.")
            )
        self._say()

    def _say(self) -> None:
        name = str(self.to.value() or "")
        if name:
            act = translate("HandOverDialog", "Hand over to %1").replace("%1", name)
        else:
            act = translate("HandOverDialog", "Hand over")
        self.set_act(act, enabled=bool(name))

    def _offer_sheet(self) -> None:
        """Of exactly what goes over."""
        self.shift.offer(self.sheet, tuple(self._charge.orders), tuple(self._charge.filings))

    def _hand_over(self) -> None:
        self._background.do(
            self,
            hand_over,
            str(self.to.value()),
            self._charge.orders,
            self._charge.filings,
            then=self._handed,
            failed=self._refused,
        )

    def _handed(self, assigned: Assigned) -> None:
        self.handed.emit(assigned)
        self.accept()

    def _refused(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))

    def _what(self, charge: Charge) -> str:
        """How many of what, and who is in charge of them now."""
        if charge.orders:
            what = self.tr("%n order(s)", "", len(charge.orders))
        else:
            what = self.tr("%n filing(s)", "", len(charge.filings))
        names = self.tr(", ").join(name or self.tr("nobody yet") for name in charge.holders)
        return self.tr("%1, in charge now: %2").replace("%1", what).replace("%2", names)
