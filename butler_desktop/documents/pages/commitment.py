"""备案承诺书: the letter that the sponsor signs and seals."""

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.drawing import (
    SEAL_RADIUS,
    Drawing,
    blank,
    date_blank,
    seal_place,
    words,
)
from butler_desktop.documents.pages.headings import part_heading
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.styles import BODY, BODY_FLUSH, BOTTOM
from butler_desktop.documents.zh_text import Run
from butler_desktop.domain.packet import Commitment

SIGNING_HEIGHT = 2 * SEAL_RADIUS
ABOVE_FOOT = 80.0


def compose(flow: Flow, given: Composition) -> None:
    """Sets the letter, and below it the place for signature and seal."""
    letter = given.content.commitment
    part_heading(flow, given, "commitment", "互联网信息服务备案承诺书")
    flow.text(letter.addressee, BODY_FLUSH)
    flow.text(_emphasised(letter.opening, given.content.sponsor), BODY)
    for article in letter.articles:
        flow.text(article, BODY)
    flow.need(SIGNING_HEIGHT + 20)
    flow.y = max(flow.y + 20, BOTTOM - ABOVE_FOOT - SIGNING_HEIGHT)
    flow.add(_signing(letter))


def _emphasised(text: str, name: str) -> list[Run]:
    """The text with the sponsor's name in bold where it first stands."""
    before, found, after = text.partition(name) if name else (text, "", "")
    return [run for run in (Run(before), Run(found, bold=True), Run(after)) if run.text]


def _signing(letter: Commitment) -> Drawing:
    def draw(paper: Paper, x: float, top: float) -> None:
        seal_place(paper, x + 148, top + SEAL_RADIUS, letter.seal)
        left, middle = x + 238, top + SEAL_RADIUS - 27
        words(paper, left, middle, "主办者（盖章）：" if letter.seal == "单位公章" else "主办者：")
        end = words(paper, left, middle + 30, f"{letter.signer}：")
        blank(paper, end + 2, middle + 30, x + 450 - end - 2)
        date_blank(paper, left, middle + 60)

    return Drawing(SIGNING_HEIGHT, draw)
