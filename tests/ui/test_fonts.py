"""The bundled faces, the chain of families and the roles of type."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics, QRawFont

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.look import Look


def test_the_bundled_faces_are_there_once_the_look_is_on() -> None:
    assert fonts.FAMILY in QFontDatabase.families()
    assert fonts.FAMILY in fonts.families()
    assert set(fonts.RARE) <= set(fonts.families())


def test_a_face_of_the_system_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Arial", "PingFang SC"])
    fonts.families.cache_clear()
    try:
        assert fonts.families() == ("PingFang SC", fonts.FAMILY, *fonts.RARE)
    finally:
        fonts.families.cache_clear()


@pytest.mark.parametrize("rare", ["𬭎", "㛃", "䶮", "𠅤", "𡋾"])
def test_rare_characters_of_names_have_a_glyph(rare: str) -> None:
    faces = [QRawFont.fromFont(_font_of(family)) for family in fonts.families()]
    assert any(face.supportsCharacter(ord(rare)) for face in faces)


def _font_of(family: str):
    made = fonts.font(Role.BODY)
    made = type(made)(made)
    made.setFamilies([family])
    return made


@pytest.mark.parametrize("role", list(Role))
def test_figures_of_a_role_are_equally_wide(role: Role) -> None:
    metrics = fonts.metrics(role)
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("role", list(Role))
def test_a_line_holds_its_type_at_every_zoom(role: Role, worn: Look) -> None:
    for zoom in (1.0, 1.25, 1.5, 2.0):
        worn.set_zoom(zoom)
        font = fonts.font(role)
        assert font.pixelSize() >= 12
        assert QFontMetrics(font).tightBoundingRect("国贸Qgj（").height() <= role.line


def test_bold_is_for_titles_and_what_is_unread() -> None:
    bold = {role for role in Role if fonts.font(role).bold()}
    assert bold == set(Role) - {Role.BODY, Role.META}


def test_a_font_is_made_once() -> None:
    assert fonts.font(Role.META) is fonts.font(Role.META)
