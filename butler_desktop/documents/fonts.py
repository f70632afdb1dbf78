"""Fonts: the faces of the paper, read when a text first needs them, and their stand-ins.

Each face has a chain: a character that the first lacks is taken from the next
that has it. A character that none has is no box on paper: it stops the paper.
"""

from enum import StrEnum
from functools import lru_cache

from butler_desktop import resources
from butler_desktop.documents.typeface import Typeface
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words


class Face(StrEnum):
    """A face of the paper; the value names its file."""

    SERIF = "NotoSerifSC-Regular"
    SERIF_BOLD = "NotoSerifSC-Bold"
    SANS = "NotoSansSC-Regular"
    HANA_A = "HanaMinA"
    HANA_B = "HanaMinB"


CHAINS = {
    Face.SERIF: (Face.SERIF, Face.SANS, Face.HANA_A, Face.HANA_B),
    Face.SERIF_BOLD: (Face.SERIF_BOLD, Face.SERIF, Face.SANS, Face.HANA_A, Face.HANA_B),
    Face.SANS: (Face.SANS, Face.SERIF, Face.HANA_A, Face.HANA_B),
}


@lru_cache(maxsize=len(Face))
def typeface(face: Face) -> Typeface:
    """The face, read from its file at the first call."""
    return Typeface(face.value, resources.folder("fonts") / f"{face}.ttf")


def face_of(character: str, face: Face, field: str) -> Face:
    """The first face of the chain that has ``character``.

    Raises DocumentFailed, naming the character and ``field``, when none has it.
    """
    for each in CHAINS[face]:
        if character in typeface(each).known:
            return each
    code = f"U+{ord(character):04X}"
    raise DocumentFailed(
        Words(
            f"“{field}”中的“{character}”（{code}）没有字形，印不出来。",
            f"No font has “{character}” ({code}) of “{field}”, so it cannot be printed.",
        ),
        Words(
            "核对这个字，用字库里有的字填写。",
            "Check the character and use one that the fonts have.",
        ),
    )
