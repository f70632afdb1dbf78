"""The look: light, dark, the system's, its zoom, and a high-contrast palette above all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from butler_desktop.ui import measure
from butler_desktop.ui.look import ZOOMS, Appearance, Look, look, qt_palette
from butler_desktop.ui.theme import DARK, LIGHT, colour


class Hints:
    """A system that says what a test wants."""

    def __init__(self, scheme: Qt.ColorScheme, preference: Qt.ContrastPreference) -> None:
        self.scheme, self.preference = scheme, preference

    def accessibility(self) -> "Hints":
        return self

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.preference


def under(
    monkeypatch: pytest.MonkeyPatch,
    scheme: Qt.ColorScheme = Qt.ColorScheme.Light,
    preference: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference,
) -> Hints:
    hints = Hints(scheme, preference)
    monkeypatch.setattr(QApplication, "styleHints", lambda _application: hints)
    return hints


def test_there_is_one_look(worn: Look) -> None:
    assert look() is worn


def test_a_choice_is_in_force_at_once(worn: Look, qtbot: QtBot) -> None:
    label = QLabel("备案")
    qtbot.addWidget(label)
    with qtbot.waitSignal(worn.changed):
        worn.choose(Appearance.DARK)
    assert worn.theme is DARK
    assert label.palette().color(QPalette.ColorRole.Window) == colour(DARK.window)
    worn.choose(Appearance.LIGHT)
    assert worn.theme is LIGHT
    assert label.palette().color(QPalette.ColorRole.Window) == colour(LIGHT.window)


@pytest.mark.parametrize(
    ("scheme", "theme"), [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)]
)
def test_the_system_is_followed(
    worn: Look, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, theme: object
) -> None:
    under(monkeypatch, scheme)
    worn.choose(Appearance.SYSTEM)
    assert worn.theme is theme


def test_a_high_contrast_system_wins_over_the_choice(
    worn: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    under(monkeypatch, preference=Qt.ContrastPreference.HighContrast)
    worn.choose(Appearance.DARK)
    assert worn.theme.high_contrast


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [(1.0, 1, 1.1), (1.0, -1, 1.0), (2.0, 1, 2.0), (1.5, -1, 1.25), (1.75, 0, 1.0)],
)
def test_zoom_goes_by_steps_and_stays_in_its_bounds(
    worn: Look, start: float, steps: int, end: float
) -> None:
    worn.set_zoom(start)
    worn.step_zoom(steps)
    assert worn.zoom == end
    assert worn.zoom in ZOOMS


def test_lengths_and_type_follow_the_zoom(worn: Look, qapp: QApplication) -> None:
    worn.set_zoom(2.0)
    assert measure.px(30) == 60
    assert qapp.font().pixelSize() == 26
    worn.set_zoom(0.1)
    assert worn.zoom == 1.0
    assert qapp.font().pixelSize() == 13


def test_disabled_words_are_quiet() -> None:
    palette = qt_palette(LIGHT)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == colour(LIGHT.text_3)
