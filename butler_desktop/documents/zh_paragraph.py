"""ZhParagraph: a paragraph that breaks its lines by the rules of Chinese typesetting.

No line begins with a closing mark or ends with an opening one; numbers, Latin
words, dashes and ellipses stay whole (GB/T 15834; reportlab's own CJK wrap
knows neither).
"""

from typing import Any

from reportlab.platypus.paragraph import (
    Paragraph,
    ParaLines,
    _handleBulletWidth,
    cjkU,
    makeCJKParaLine,
)

NO_START = frozenset("，。、；：？！,.;:?!”’）》〉】〕」』］｝)]}…—–·％%‰℃°ー々～〜")
NO_END = frozenset("“‘（《〈【〔「『［｛([{￥¥$＃#")
_TOGETHER = frozenset("…—")
_CHINESE_MARKS = frozenset("“”‘’…—·")
_FIRST_CJK = "\u2e80"
_SLACK = 1e-6


class ZhParagraph(Paragraph):
    """A reportlab paragraph with Chinese line breaking."""

    def breakLinesCJK(self, maxWidths: Any) -> Any:  # noqa: N802, N803 - reportlab's names
        """The lines of the paragraph within the given widths."""
        widths = list(maxWidths) if isinstance(maxWidths, list | tuple) else [maxWidths]
        self.height = 0
        _handleBulletWidth(self.bulletText, self.style, widths)
        if getattr(self, "_splitpara", 0):
            return self.blPara
        return _lines(self.frags, widths)


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring characters."""
    if not before or not after:
        return True
    if after in NO_START or before in NO_END or (before == after and before in _TOGETHER):
        return False
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(character: str) -> bool:
    return character < _FIRST_CJK and character != " " and character not in _CHINESE_MARKS


def _lines(fragments: Any, widths: list[float]) -> ParaLines:
    units: list[Any] = []
    for fragment in fragments:
        pieces = fragment.text or [fragment.text]
        units.extend(cjkU(piece, fragment, "utf8") for piece in pieces)
    lines: list[Any] = []
    start = place = 0
    used, width = 0.0, widths[0]
    while place < len(units):
        unit = units[place]
        forced = hasattr(unit.frag, "lineBreak")
        if forced:
            end = place + 1
        elif used + unit.width > width + _SLACK and place > start:
            end = _break_before(units, start, place)
        else:
            used += unit.width
            place += 1
            continue
        lines.append(_line(units[start:end], width, forced=forced))
        width = widths[min(len(lines), len(widths) - 1)]
        start = place = end
        used = 0.0
        while place < len(units) and not forced and str(units[place]) == " ":
            start = place = place + 1
    if start < len(units):
        lines.append(_line(units[start:], width, forced=False))
    return ParaLines(kind=1, lines=lines)


def _break_before(units: list[Any], start: int, place: int) -> int:
    """Where the line ends: the last legal place, or right here where there is none."""
    end = place
    while end > start + 1 and not may_break(str(units[end - 1]), str(units[end])):
        end -= 1
    legal = end > start + 1 or may_break(str(units[end - 1]), str(units[end]))
    return end if legal else place


def _line(units: list[Any], width: float, *, forced: bool) -> Any:
    real = sum(unit.width for unit in units)
    return makeCJKParaLine(units, width, real, width - real, forced, calcBounds=False)
