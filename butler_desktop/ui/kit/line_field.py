"""Line field: one line of text, with something at its right: an icon button or quiet words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, px


class Edit(QLineEdit):
    """A line edit with quiet words or small icon buttons inside its right end."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = ""
        self._locked = False
        self.composing = False
        """Whether an input method holds words that are not in the text yet."""
        self._adornments: list[IconButton] = []
        self.setFrame(False)  # painted below; the style sheet leaves the ground alone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        look().changed.connect(self._dress)

    @property
    def locked(self) -> bool:
        """Whether the value can only be read; the ground tells it."""
        return self._locked

    def set_locked(self, locked: bool) -> None:
        """Let the value be read but not changed."""
        self._locked = locked
        self.setReadOnly(locked)
        self.update()

    def set_unit(self, text: str) -> None:
        """Write quiet words inside the right end (法定代表人, 现在)."""
        self._unit = text
        self._dress()
        self.update()

    def add_icon(self, icon: str, words: str) -> IconButton:
        """Put an icon button inside the right end."""
        size = 16 if icon.startswith("eye") else 14  # the eye is drawn flat
        button = IconButton(icon, words, side=26, size=size, ink="text_3", parent=self)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        self._adornments.append(button)
        self._dress()
        return button

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(72), px(CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = QPainter(self)
        paint.field(
            frame,
            self.rect(),
            look().theme,
            focus=self.hasFocus(),
            state=self.property("finding") or None,
            enabled=self.isEnabled() and not self._locked,
        )
        frame.end()
        super().paintEvent(event)
        if self._unit:
            painter = QPainter(self)
            taken = sum(button.width() for button in self._adornments if not button.isHidden())
            area = self.rect().adjusted(0, 0, -(taken + px(4) if taken else px(9)), 0)
            ink = look().theme.text_3
            paint.words(painter, area, Role.META, ink, self._unit, paint.RIGHT, elide=False)
            painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's style sheet gives a font from before a change of zoom back when it polishes."""
        super().showEvent(event)
        self._dress()

    def resizeEvent(self, _event: object) -> None:
        right = self.width() - px(3)
        for button in reversed(self._adornments):
            right -= button.width()
            button.move(right, (self.height() - button.height()) // 2)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.composing = bool(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composing = False
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _dress(self) -> None:
        self.setFont(fonts.font(Role.BODY))
        right = px(7)
        if self._unit:
            right += paint.width_of(Role.META, self._unit) + px(8)
        for button in self._adornments:
            button.resize(button.sizeHint())
            right += button.width()
        self.setTextMargins(px(7), 0, right, 1)
        self.updateGeometry()


class LineField(Field):
    """A labelled line of text; its value is a ``str``."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._edit = Edit()
        self._edit.setPlaceholderText(hint)
        self._edit.textEdited.connect(self._typed)
        self._edit.left.connect(self.commit)
        self._edit.returnPressed.connect(self.commit)
        self._take(self._edit)

    @property
    def edit(self) -> Edit:
        """The line edit itself."""
        return self._edit

    def value(self) -> str:
        return self._edit.text()

    def set_unit(self, text: str) -> None:
        """Write quiet words inside the right end."""
        self._edit.set_unit(text)

    def add_icon(self, icon: str, words: str) -> IconButton:
        """Put an icon button (phone, badge-check) inside the right end."""
        return self._edit.add_icon(icon, words)

    def set_read_only(self, read_only: bool) -> None:
        self._edit.set_locked(read_only)

    def _show(self, value: object) -> None:
        self._edit.setText("" if value is None else str(value))
        self._edit.setCursorPosition(0)
