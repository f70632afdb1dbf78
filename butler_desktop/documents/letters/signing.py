"""Signing: the end of a letter: in whose name, who signs, the day, and where the seal goes."""

from dataclasses import dataclass

from butler_desktop.documents.layout import Block
from butler_desktop.documents.pages.drawing import (
    SEAL_RADIUS,
    Drawing,
    blank,
    date_blank,
    seal_place,
    words,
)
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.styles import FORM, TextStyle
from butler_desktop.documents.zh_text import Line, ZhParagraph, paint_lines
from butler_desktop.domain.letter import Letter

PARTY = TextStyle(12, 20, bold=True)
STEP = 34.0
COLUMN = 252.0
MARK_LEFT = 12.0
SEALED = "单位公章"


@dataclass(frozen=True, slots=True)
class _Signing:
    letter: Letter
    party: tuple[Line, ...]
    left: float

    @property
    def height(self) -> float:
        lines = len(self.party) * PARTY.leading + STEP * (len(self.letter.signers) + 1)
        return max(lines, 2 * SEAL_RADIUS if self.letter.mark else 0) + 10

    def draw(self, paper: Paper, x: float, top: float) -> None:
        left = x + self.left
        paint_lines(paper, self.party, PARTY, left, top, COLUMN)
        middle = top + len(self.party) * PARTY.leading + STEP / 2
        for signer in self.letter.signers:
            end = words(paper, left, middle, f"{signer}：", FORM)
            blank(paper, end + 2, middle, left + COLUMN - end - 2)
            middle += STEP
        date_blank(paper, left, middle)
        if self.letter.mark:
            seal_place(paper, x + MARK_LEFT + SEAL_RADIUS, top + SEAL_RADIUS + 4, self.letter.mark)


def signing(letter: Letter, width: float) -> Block:
    """The block, as wide as the text; it is never divided."""
    party = f"{letter.party}（盖章）" if letter.mark == SEALED else letter.party
    lines = ZhParagraph(party, PARTY, "主办者名称").lines(COLUMN)
    drawn = _Signing(letter, lines, width - COLUMN)
    return Drawing(drawn.height, drawn.draw)
