"""Dialog: the frame of every dialog: title, content, and a foot with the filled button last."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px


class Dialog(QDialog):
    """A dialog with 24 at its sides; put the content into ``body``.

    The filled button sends ``acted`` and does not close by itself: the act may
    be refused, and then ``strip`` says why while everything typed stays. Call
    ``accept`` when it is done. Esc and 取消 reject.
    """

    acted = Signal()

    def __init__(
        self,
        title: str,
        act: str = "",
        *,
        sentence: str = "",
        width: int = 520,
        danger: bool = False,
        cancel: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self._width = width
        self.title = Text(title, Role.LIST_TITLE)
        self.sentence = Text(sentence, Role.BODY, "text_2", wrap=True)
        if not sentence:
            self.sentence.hide()
        self.strip = MessageStrip()
        self.body = VBox(gap=12)
        self._page = page = Surface("surface")
        inner = VBox(page, sides=(24, 20, 24, 20), gap=12)
        for words in (self.title, self.sentence):
            words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget in (self.title, self.sentence, self.strip):
            inner.addWidget(widget)
        inner.addLayout(self.body, 1)

        self.cancel_button = Button(cancel or self.tr("Cancel"))
        self.act_button = Button(act, Kind.DANGER if danger else Kind.FILLED)
        if not act:
            self.act_button.hide()
        self.act_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.act_button.clicked.connect(self.acted)
        foot = Surface("surface", "t")
        self._foot = HBox(foot, sides=(24, 13, 24, 13), gap=8)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel_button)
        self._foot.addWidget(self.act_button)
        outer = VBox(self)
        outer.addWidget(page, 1)
        outer.addWidget(foot)
        self._measure()
        look().changed.connect(self._measure)

    def set_act(self, words: str, *, enabled: bool = True) -> None:
        """Name the filled button by what it will do (导出 8 条), and allow it or not."""
        self.act_button.set_words(words)
        self.act_button.setVisible(bool(words))
        self.act_button.setEnabled(enabled)

    def add_button(self, words: str, kind: Kind = Kind.PLAIN) -> Button:
        """Add one more button before the filled one."""
        button = Button(words, kind)
        self._foot.insertWidget(self._foot.count() - 1, button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        inside = [part for part in self._page.findChildren(QWidget) if _takes_keys(part)]
        if inside:
            inside[0].setFocus(Qt.FocusReason.OtherFocusReason)
            QWidget.setTabOrder(inside[-1], self.cancel_button)
        QWidget.setTabOrder(self.cancel_button, self.act_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act_button.click()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        self.setMinimumWidth(px(self._width))


def _takes_keys(part: QWidget) -> bool:
    """Whether a part of the dialog's content can be reached by Tab."""
    return (
        bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and part.focusProxy() is None
        and part.isVisible()
        and part.isEnabled()
    )
