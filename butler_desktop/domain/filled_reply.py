"""Filled replies: what a customer filled in on a screen, and the answer it proposes.

A proposal is never an answer: the butler looks at it and records what it says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from butler_desktop.domain.packet import FACE, PacketContent
from butler_desktop.domain.packet_history import row_names
from butler_desktop.domain.packet_parts import part_title
from butler_desktop.domain.standing import FORM, MATERIAL
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class WrittenCorrection:
    """One line of the return: ``item`` is a place that was chosen, or what was typed."""

    item: str
    text: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class FilledReply:
    """What stands in the fields; ``remarks`` by part of the packet, ``on`` a date as written."""

    confirms: bool = False
    returns: bool = False
    corrections: tuple[WrittenCorrection, ...] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)
    signer: str = ""
    on: str = ""

    @property
    def has_words(self) -> bool:
        """Whether something is to be corrected or was remarked."""
        return bool(self.corrections or self.remarks)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.confirms or self.returns or self.has_words or self.signer or self.on)


class Proposal(StrEnum):
    """What a reply says, as far as a program can tell."""

    CONFIRM = "confirm"
    RETURN = "return"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class ProposedAnswer:
    """A proposal, its marks (places, see ``correction``) and comment; why where it is unclear."""

    proposal: Proposal
    marks: tuple[str, ...] = ()
    comment: str = ""
    who: str = ""
    why: Words | None = None


BOTH = Words("“确认”与“退回”都勾选了", "Both “confirm” and “return” are ticked")
NEITHER = Words("“确认”与“退回”都没有勾选", "Neither “confirm” nor “return” is ticked")
CONFIRMED_BUT = Words("勾选了“确认”，又写了意见", "“Confirm” is ticked, but there are remarks")


def item_places(content: PacketContent) -> dict[str, str]:
    """What a line of the return can be about: places with their names on the paper."""
    rows = {FORM + path: name for path, name in row_names(content).items() if path != FACE}
    return rows | {MATERIAL + it.kind: it.title for it in content.materials}


def proposed(reply: FilledReply, content: PacketContent) -> ProposedAnswer:
    """The answer that a reply to this packet proposes."""
    who = reply.signer
    if reply.confirms and reply.returns:
        return _unclear(reply, content, BOTH)
    if reply.confirms and reply.has_words:
        return _unclear(reply, content, CONFIRMED_BUT)
    if reply.confirms:
        return ProposedAnswer(Proposal.CONFIRM, who=who)
    if reply.returns or reply.has_words:
        return ProposedAnswer(
            Proposal.RETURN, _marks(reply, content), _comment(reply, content), who
        )
    return _unclear(reply, content, NEITHER)


def _unclear(reply: FilledReply, content: PacketContent, why: Words) -> ProposedAnswer:
    return ProposedAnswer(
        Proposal.UNCLEAR, _marks(reply, content), _comment(reply, content), reply.signer, why
    )


def _marks(reply: FilledReply, content: PacketContent) -> tuple[str, ...]:
    """The places that the lines name, then those that their words and the remarks name."""
    names = item_places(content)
    found: list[str] = []
    for line in reply.corrections:
        said = {line.item} if line.item in names else set(_named(line.item, names))
        found += [place for place in names if place in said] or _named(line.text, names)
    for part, remark in reply.remarks.items():
        found += _named(remark, dict(_places_of(part, content)))
    return tuple(dict.fromkeys(found))


def _named(text: str, names: Mapping[str, str]) -> list[str]:
    """The places whose names stand in a text; a longer name hides a shorter one within."""
    found, rest = [], "".join(text.split())
    for place, name in sorted(names.items(), key=lambda it: -len(it[1])):
        if name and name in rest:
            found.append(place)
            rest = rest.replace(name, "\n")
    return found


def _places_of(part: str, content: PacketContent) -> Iterator[tuple[str, str]]:
    """The places of a part with their labels: within it, people call them by these."""
    sections = {"sponsor": content.subject_sections, "service": content.service_sections}
    for section in sections.get(part, ()):
        yield from ((FORM + it.path, it.label) for it in section.rows if it.path != FACE)
    if part == "materials":
        yield from ((MATERIAL + it.kind, it.title) for it in content.materials)


def _comment(reply: FilledReply, content: PacketContent) -> str:
    """All that was written, a line each."""
    names = item_places(content)
    lines = []
    for it in reply.corrections:
        named = names.get(it.item, it.item)
        page = f"第 {it.page} 页 " if it.page else ""
        lines.append(f"{page}{named}：{it.text}" if named else f"{page}{it.text}")
    lines += [f"{part_title(content, part)}：{remark}" for part, remark in reply.remarks.items()]
    return "\n".join(lines)
