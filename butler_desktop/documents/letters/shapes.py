"""Shapes: whether the fonts can draw what a letter says, and which field is wrong if not."""

from butler_desktop.documents.coverage import uncovered
from butler_desktop.documents.fonts import Face, face_of
from butler_desktop.domain.letter import Letter


def refuse_unprintable(letter: Letter) -> None:
    """Raises DocumentFailed, naming field and character, where a value cannot be drawn."""
    for field, value in letter.values:
        for character in uncovered(value):
            face_of(character, Face.SERIF, field)
