"""Field: a label, an editor, where its value came from, and what is wrong with it.

The frame of every form field; ``line_field``, ``combo_field`` and the others
put their editor into it. A field sends ``edited`` at each key and
``committed`` when its value is to be saved: on leaving it and, for typed
text, a second after the last key, but never while an input method composes.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.finding_line import FieldFinding, FindingLine
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.text import Text

__all__ = ["SAVE_AFTER", "Field", "FieldFinding"]

SAVE_AFTER = 1000  # ms after the last key


class Field(QWidget):
    """The frame of a form field; subclasses hand over their editor with ``_take``."""

    edited = Signal()
    committed = Signal()
    link_clicked = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text(label, Role.META, "text_2")
        self._origin = Hint(size=icons.CHIP)
        self._note = Text("", Role.META, "text_3")
        self._finding = FindingLine()
        self._finding.link_clicked.connect(self.link_clicked)
        self._origin.hide()
        self._note.hide()
        self._finding.hide()
        self._editor: QWidget | None = None
        self._saved: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self._rested)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

        self._head = HBox(gap=8)
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        self._head.addWidget(self._origin)
        self._stack = VBox(self, gap=2)
        self._stack.addLayout(self._head)
        self._stack.addWidget(self._note)
        self._stack.addWidget(self._finding)
        self._stack.addStretch(1)

    def _take(self, editor: QWidget, focus: QWidget | None = None) -> None:
        """Put the editor in; ``focus`` is the part of it that takes the keyboard."""
        self._editor = editor
        receiver = focus or editor
        self.setFocusProxy(receiver)
        receiver.setAccessibleName(self._label.text())
        self._label.setBuddy(receiver)
        self._stack.insertWidget(1, editor)

    @property
    def label(self) -> str:
        """The words above the field."""
        return self._label.text()

    def value(self) -> object:
        """What is in the field now."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a saved value, without a signal; a field being edited keeps what is typed."""
        if self._timer.isActive():
            return
        self._show(value)
        self._saved = self.value()

    def commit(self) -> None:
        """Send ``committed`` if the value differs from the saved one."""
        self._timer.stop()
        if self.value() != self._saved:
            self._saved = self.value()
            self.committed.emit()

    def forget_typed(self) -> None:
        """What was typed last is not to be saved."""
        self._timer.stop()
        self._saved = self.value()

    def set_label(self, label: str) -> None:
        """Say another label."""
        self._label.setText(label)
        receiver = self.focusProxy()
        if receiver is not None:
            receiver.setAccessibleName(label)

    def set_origin(self, text: str, icon: str = "scan-text") -> None:
        """Say where the value was read from (取自营业执照); an empty text hides it."""
        self._origin.show_hint(icon, text)
        self._origin.setVisible(bool(text))

    def set_note(self, text: str) -> None:
        """Say under the field who changed the value meanwhile (周启明 10:40 改过)."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        receiver = self.focusProxy()
        if receiver is not None and self._finding.isHidden():
            receiver.setAccessibleDescription(text)

    def set_finding(self, finding: FieldFinding | None) -> None:
        """Show what is wrong under the field, in its colour, with the links that mend it."""
        self._finding.show_finding(finding)
        self._finding.setVisible(finding is not None)
        receiver = self.focusProxy()
        if receiver is not None:
            receiver.setAccessibleDescription(finding.text if finding else "")
            receiver.setProperty("finding", finding.level if finding else "")
        if self._editor is not None:
            self._editor.setProperty("finding", finding.level if finding else "")
            self._editor.update()

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read but not changed."""
        if self._editor is not None:
            self._editor.setEnabled(not read_only)

    def _show(self, value: object) -> None:
        """Put ``value`` into the editor."""
        raise NotImplementedError

    def _rested(self) -> None:
        """Nothing was typed for a second; what an input method still holds is waited for."""
        if getattr(self.focusProxy(), "composing", False):
            self._timer.start()
        else:
            self.commit()

    def _typed(self) -> None:
        """An editor of text reports a key."""
        self._timer.start()
        self.edited.emit()

    def _picked(self) -> None:
        """An editor of choices reports a choice: saved at once."""
        self.edited.emit()
        self.commit()
