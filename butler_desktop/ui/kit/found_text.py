"""Found text: one line of type whose found parts stand out by weight and by the accent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look

BOLD = {Role.BODY: Role.BODY_BOLD, Role.META: Role.META_BOLD}
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text and its found parts, as places where each begins and ends."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in order, each piece with whether it was found."""
        at = 0
        for start, end in self.spans:
            if start > at:
                yield self.text[at:start], False
            yield self.text[start:end], True
            at = end
        if at < len(self.text):
            yield self.text[at:], False


def draw_found(
    painter: QPainter, rect: QRect, role: Role, ink: str, texts: Sequence[FoundText]
) -> int:
    """Draw texts one after the other in ``rect``, cut off at its end; returns where they end."""
    theme, left, end = look().theme, rect.left(), rect.right() + 1
    for piece, is_found in (piece for text in texts for piece in text.pieces()):
        kind = BOLD[role] if is_found else role
        colour = theme.accent_text if is_found else ink
        spot = QRect(left, rect.top(), end - left, rect.height())
        if paint.width_of(kind, piece) > spot.width():
            cut = fonts.metrics(kind).elidedText(piece, paint.ELIDED, spot.width())
            return left + paint.words(painter, spot, kind, colour, cut or ELLIPSIS, elide=False)
        left += paint.words(painter, spot, kind, colour, piece, elide=False)
    return left
