"""The contrast of every text on every ground it may stand on, from the theme's own values."""

import pytest
from PySide6.QtGui import QColor, QPalette

from butler_desktop.ui.theme import DARK, LIGHT, Theme, Tint, colour, contrast, from_palette

TEXT, LINE = 4.5, 3.0
STATES = ("red", "amber", "green", "blue", "violet", "teal", "slate", "grey")
GROUNDS = ("window", "surface", "sunken", "raised", "hover", "selected", "selected_inactive")
BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def test_contrast_knows_the_ends_of_the_scale() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#FFFFFF", "#000000") == contrast("#000000", "#FFFFFF")


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text_2"])
def test_words_can_be_read_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.token(ink), theme.token(ground)) >= TEXT


@BOTH
@pytest.mark.parametrize("ground", ["window", "surface", "sunken", "raised", "selected"])
@pytest.mark.parametrize("ink", ["text_3", "accent_text"])
def test_quiet_words_and_links_can_be_read_where_they_stand(
    theme: Theme, ink: str, ground: str
) -> None:
    assert contrast(theme.token(ink), theme.token(ground)) >= TEXT - 0.01


@BOTH
@pytest.mark.parametrize("state", STATES)
def test_states_can_be_read_on_their_tint_and_on_surface(theme: Theme, state: str) -> None:
    tint = theme.tint(state)
    for ground in (tint.ground, theme.surface, theme.selected):
        assert contrast(tint.text, ground) >= TEXT


@BOTH
def test_filled_buttons_and_chosen_filters_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent_fill) >= TEXT
    assert contrast(theme.accent_text, theme.accent_ground) >= TEXT


@BOTH
def test_the_line_that_bounds_a_field_can_be_seen(theme: Theme) -> None:
    assert contrast(theme.field_line, theme.surface) >= LINE
    assert contrast(theme.focus, theme.surface) >= LINE


@pytest.mark.parametrize(
    ("theme", "ink", "on_surface", "on_selected"),
    [
        (LIGHT, "field_line", 3.3, None),
        (LIGHT, "text", 16.5, 13.9),
        (LIGHT, "text_2", 7.8, 6.5),
        (LIGHT, "text_3", 5.7, 4.8),
        (LIGHT, "accent_text", 6.5, 5.4),
        (DARK, "field_line", 4.4, None),
        (DARK, "text", 13.5, 9.9),
        (DARK, "text_2", 8.7, 6.4),
        (DARK, "text_3", 6.2, 4.5),
        (DARK, "accent_text", 7.7, 5.6),
    ],
)
def test_ratios_are_those_of_the_design(
    theme: Theme, ink: str, on_surface: float, on_selected: float | None
) -> None:
    assert contrast(theme.token(ink), theme.surface) == pytest.approx(on_surface, abs=0.06)
    if on_selected is not None:
        assert contrast(theme.token(ink), theme.selected) == pytest.approx(on_selected, abs=0.06)


def test_a_state_is_found_by_its_name_and_nothing_else_is() -> None:
    assert LIGHT.tint("red") == Tint("#B3261E", "#FCEBE9")
    assert LIGHT.token("red") == "#B3261E"
    with pytest.raises(KeyError):
        LIGHT.tint("surface")


def test_a_high_contrast_palette_brings_all_its_colours_and_none_of_ours() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Link, QColor("#FFFF00"))
    theme = from_palette(palette)
    assert theme.high_contrast
    assert theme.dark
    assert theme.accent_text == "#FFFF00"
    for ground in GROUNDS:
        for ink in ("text", "text_2", "text_3", "accent_text", *STATES):
            assert contrast(theme.token(ink), theme.token(ground)) >= 7


def test_a_link_colour_that_cannot_be_read_is_not_taken_over() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Link, QColor("#EEEE00"))
    assert from_palette(palette).accent_text == "#000000"


def test_colours_are_made_once() -> None:
    assert colour("#123456") is colour("#123456")
    assert colour("#123456").name() == "#123456"
