"""What a page is made from, and its heading with bookmark."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from butler_desktop.documents.styles import para
from butler_desktop.domain.packet import PacketContent


@dataclass(frozen=True, slots=True)
class Paper:
    """What the pages are made from: the content, prepared pictures, page numbers by key."""

    content: PacketContent
    pictures: Mapping[str, Any]
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """One part of the packet: its key, its title, what it prints."""

    key: str
    title: str
    flowables: Callable[[Paper], list[Flowable]]


class Mark(Flowable):
    """The start of a part: bookmark, header text, and the page number for the contents."""

    def __init__(self, key: str, title: str, head: str, found: dict[str, int]) -> None:
        super().__init__()
        self.key, self.title, self.head, self.found = key, title, head, found

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """No room."""
        return 0, 0

    def draw(self) -> None:
        """Sets the bookmark where it stands."""
        canvas = self.canv
        canvas.head = self.head
        canvas.bookmarkPage(self.key)
        canvas.addOutlineEntry(self.title, self.key, 0, closed=False)
        self.found[self.key] = canvas.getPageNumber()


def heading(text: str) -> list[Flowable]:
    """The title of a page."""
    return [para(text, "heading"), Spacer(0, 6)]


def section(text: str) -> list[Flowable]:
    """The title of a section, on the next page where nothing would follow it on this one."""
    return [Spacer(0, 7), CondPageBreak(60), para(text, "section"), Spacer(0, 3)]
