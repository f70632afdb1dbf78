"""Script dialog: what is talked through on the telephone, step by step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from butler_desktop.ui.i18n import translate
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.text import Text


class ScriptDialog(Dialog):
    """A tick a step, for the butler's eye while he speaks; nothing of it is kept."""

    def __init__(self, title: str, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            title,
            translate("ScriptDialog", "Copy"),
            width=560,
            cancel=translate("ScriptDialog", "Close"),
            parent=parent,
        )
        self._steps = tuple(steps)
        self.ticks: list[CheckBox] = []
        for number, step in enumerate(steps, 1):
            tick = CheckBox()
            tick.setAccessibleName(step)
            self.ticks.append(tick)
            row = HBox(gap=4)
            row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(f"{number}. {step}", wrap=True), 1)
            self.body.addLayout(row)
        self.acted.connect(self._copy)

    def _copy(self) -> None:
        numbered = (f"{number}. {step}" for number, step in enumerate(self._steps, 1))
        QApplication.clipboard().setText("\n".join(numbered))
