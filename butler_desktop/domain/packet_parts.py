"""The parts of a packet: which of them its paper has, and the number that each bears there.

A delta leaves out what stays confirmed; what it has is numbered from one.
"""

from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_delta import shown_sections

NAMES = {
    "sponsor": "主办者信息",
    "service": "互联网信息服务信息",
    "materials": "材料目录",
    "commitment": "备案承诺书",
    "changes": "版本改动与确认记录",
    "reply": "确认与退回",
}
"""What follows the cover, in order."""

REMARKED = ("sponsor", "service", "materials", "commitment")
"""The parts that have room for a remark: they stand before the others."""

NUMERALS = "一二三四五六七八九十"


def shown_parts(content: PacketContent) -> tuple[str, ...]:
    """The parts that the paper has, in order."""
    delta = content.delta
    if delta is None:
        return tuple(NAMES)
    is_shown = {
        "sponsor": bool(shown_sections(content, content.subject_sections)),
        "service": bool(shown_sections(content, content.service_sections)),
        "materials": bool(delta.papers),
        "commitment": delta.has_commitment,
    }
    return tuple(part for part in NAMES if is_shown.get(part, True))


def part_title(content: PacketContent, part: str, name: str = "") -> str:
    """``三、材料目录``, with the number on this paper; no number where the paper lacks the part."""
    shown = shown_parts(content)
    number = f"{NUMERALS[shown.index(part)]}、" if part in shown else ""
    return number + (name or NAMES.get(part, part))
