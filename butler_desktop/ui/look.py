"""Look: the one appearance of the running program: theme, zoom and style sheet.

``look()`` gives it; widgets ask ``look().theme`` while painting and connect
to ``changed`` only if they keep something made from a colour or a size. The
appearance follows the system unless the butler chose light or dark; a
high-contrast system palette wins over both.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from butler_desktop.ui import fonts, measure, style_sheet
from butler_desktop.ui import theme as themes
from butler_desktop.ui.theme import Theme, colour

ZOOMS = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Appearance(StrEnum):
    """What the butler chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """Theme and zoom of the program; ``changed`` is sent when both are in force."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = themes.LIGHT
        self.appearance = Appearance.SYSTEM
        self._application: QApplication | None = None

    @property
    def zoom(self) -> float:
        """How many times as large as designed everything is drawn, 1.0 to 2.0."""
        return measure.zoom()

    def put_on(self, application: QApplication) -> None:
        """Dress ``application`` in fonts, style, palette and style sheet, and follow the system."""
        self._application = application
        fonts.load()
        application.setStyle("Fusion")
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)
        self._refresh()

    def choose(self, appearance: Appearance) -> None:
        """Follow the system, or stay light or dark."""
        self.appearance = appearance
        self._refresh()

    def set_zoom(self, zoom: float) -> None:
        """Draw everything ``zoom`` times as large; clipped to 1.0 … 2.0."""
        measure.set_zoom(min(max(zoom, ZOOMS[0]), ZOOMS[-1]))
        self._refresh()

    def step_zoom(self, steps: int) -> None:
        """The next larger (1) or smaller (-1) zoom; 0 goes back to 100 %."""
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self.zoom))
        self.set_zoom(ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)] if steps else 1.0)

    def _wanted(self) -> Theme:
        if self._application is None:
            return themes.DARK if self.appearance is Appearance.DARK else themes.LIGHT
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            self._application.setPalette(QPalette())  # back to the system's own
            return themes.from_palette(self._application.palette())
        if self.appearance is Appearance.SYSTEM:
            return themes.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else themes.LIGHT
        return themes.DARK if self.appearance is Appearance.DARK else themes.LIGHT

    def _refresh(self) -> None:
        self.theme = self._wanted()
        if self._application is not None:
            self._application.setFont(fonts.font(fonts.Role.BODY))
            self._application.setPalette(qt_palette(self.theme))
            self._application.setStyleSheet(style_sheet.text(self.theme))
        self.changed.emit()


_current: Look | None = None


def look() -> Look:
    """The look of the running application; made on first use."""
    global _current
    if _current is None or not isValid(_current):
        _current = Look(QCoreApplication.instance())
    return _current


def qt_palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette, for what Qt draws by itself (dialogs of the system, menus)."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for name, token in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunken,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_3,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.text,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent_fill,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent_fill,
        role.Link: theme.accent_text,
        role.LinkVisited: theme.accent_text,
        role.Light: theme.surface,
        role.Midlight: theme.border,
        role.Mid: theme.border_strong,
        role.Dark: theme.field_line,
        role.Shadow: theme.border_strong,
    }.items():
        made.setColor(name, colour(token))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, name, colour(theme.text_3))
    return made
