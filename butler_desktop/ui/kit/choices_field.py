"""Choices field: any number of known values, as check boxes in columns."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px


class ChoicesField(Field):
    """A labelled list of check boxes; its value is a tuple of the chosen keys, in their order."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent)
        self._columns = columns
        self._boxes: dict[str, CheckBox] = {}
        self._list = QWidget()
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self._list)
        self._take(self._list)
        self.set_choices(choices)
        self._dress()
        look().changed.connect(self._dress)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words); what is chosen stays chosen if it is still there."""
        chosen = self.value()
        for box in self._boxes.values():
            box.deleteLater()
        self._boxes = {}
        for number, (key, words) in enumerate(choices):
            box = CheckBox(words)
            box.setChecked(key in chosen)
            box.clicked.connect(lambda _on=False: self._picked())
            self._grid.addWidget(box, number // self._columns, number % self._columns)
            self._boxes[key] = box
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))
        self._dress()

    def value(self) -> tuple[str, ...]:
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def set_columns(self, columns: int) -> None:
        """Lay the boxes out in so many columns."""
        self._columns = columns
        for number, box in enumerate(self._boxes.values()):
            self._grid.addWidget(box, number // columns, number % columns)

    def _show(self, value: object) -> None:
        chosen = value if isinstance(value, (tuple, list, set, frozenset)) else ()
        for key, box in self._boxes.items():
            box.setChecked(key in chosen)

    def _dress(self) -> None:
        self._grid.setContentsMargins(0, px(3), 0, px(3))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(4))
        for box in self._boxes.values():
            box.updateGeometry()
