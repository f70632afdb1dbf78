"""Faces: the shipped fonts on paper, each found by the characters it has.

A text is set run by run: the wanted face first, then the fall-backs that know
the rest. A character that no face has stops the paper and is named; it is
never printed as a box. Faces are loaded when a text first needs them.
"""

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import reportlab.rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from butler_desktop import resources
from butler_desktop.documents.to_unicode import make_to_unicode_cmap
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

FILES = {
    "Serif": "NotoSerifSC-Regular.ttf",
    "SerifBold": "NotoSerifSC-Bold.ttf",
    "Sans": "NotoSansSC-Regular.ttf",
    "SansBold": "NotoSansSC-Bold.ttf",
    "HanaA": "HanaMinA.ttf",
    "HanaB": "HanaMinB.ttf",
}

FALL_BACKS = {
    "Serif": ("Sans", "HanaA", "HanaB"),
    "SerifBold": ("SansBold", "Serif", "Sans", "HanaA", "HanaB"),
    "Sans": ("Serif", "HanaA", "HanaB"),
    "SansBold": ("Sans", "Serif", "HanaA", "HanaB"),
}

SPACES = frozenset(" \t\n\r\u00a0\u3000")


@cache
def load(face: str) -> ttfonts.TTFont:
    """Makes a face known to reportlab."""
    # JPEG bytes go in as they are; ASCII85 would cost twenty times the time.
    reportlab.rl_config.useA85 = 0
    ttfonts.makeToUnicodeCMap = make_to_unicode_cmap
    font = ttfonts.TTFont(face, str(Path(resources.folder("fonts")) / FILES[face]))
    pdfmetrics.registerFont(font)
    return font


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """The text as (face, piece) in order. Raises DocumentFailed naming an unknown character."""
    pieces: list[tuple[str, str]] = []
    for character in text:
        chosen = _face_of(character, face)
        if pieces and pieces[-1][0] == chosen:
            pieces[-1] = (chosen, pieces[-1][1] + character)
        else:
            pieces.append((chosen, character))
    return pieces


def marked(text: str, face: str) -> str:
    """The text as reportlab's markup, foreign runs in their own face."""
    return "".join(
        escape(piece) if own == face else f'<font name="{own}">{escape(piece)}</font>'
        for own, piece in runs(text, face)
    )


def uncovered(text: str) -> str:
    """The first character of the text that no face has; empty where all are known."""
    for character in text:
        if _found(character, "Serif") is None:
            return character
    return ""


@cache
def _face_of(character: str, face: str) -> str:
    found = _found(character, face)
    if found is None:
        raise DocumentFailed(
            Words(
                f"字库没有“{character}”（U+{ord(character):04X}），不能印出。",
                f"No font has “{character}” (U+{ord(character):04X}): it cannot be printed.",
            ),
            Words(
                "核对这个字，或改用证件上的写法。", "Check the character against the certificate."
            ),
        )
    return found


@cache
def _found(character: str, face: str) -> str | None:
    if character in SPACES:
        load(face)
        return face
    for each in (face, *FALL_BACKS[face]):
        if ord(character) in load(each).face.charToGlyph:
            return each
    return None
