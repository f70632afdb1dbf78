"""Answer field: yes, no, or not answered yet."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.measure import CONTROL

_ANSWERS = (True, False)


class AnswerField(Field):
    """A labelled yes or no; its value is ``True``, ``False`` or ``None``."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        words = (self.tr("Yes"), self.tr("No"))
        self._segments = Segments(words, label, wide=True, ticked=True, height=CONTROL)
        self._segments.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._segments.set_index(-1)
        self._segments.chosen.connect(lambda _index: self._picked())
        self._take(self._segments)

    def value(self) -> bool | None:
        index = self._segments.index()
        return _ANSWERS[index] if index >= 0 else None

    def _show(self, value: object) -> None:
        self._segments.set_index(-1 if value is None else _ANSWERS.index(bool(value)))
