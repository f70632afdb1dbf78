"""Commands of the palette: places to go to, and what can be done from anywhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from butler_desktop.domain.stage import Stage
from butler_desktop.ui.kit.found_text import FoundText
from butler_desktop.ui.look import look
from butler_desktop.ui.palette.entry import Deed, Entry
from butler_desktop.ui.places import BOTTOM, IMPORT, PLACES
from butler_desktop.words import Words

PLACE_KEYS = {
    "today": "Ctrl+1",
    "orders": "Ctrl+2",
    "queue:all": "Ctrl+3",
    "inbox": "Ctrl+4",
    "statistics": "Ctrl+5",
    "policy": "Ctrl+6",
    "settings": "Ctrl+,",
}


class Frame(Protocol):
    """The window around the pages."""

    def go(self, key: str) -> None:
        """Shows a place."""

    def toggle_navigation(self) -> None:
        """Collapses the navigation, or opens it again."""


class Doer(Protocol):
    """What the workplace can do from anywhere."""

    def start_filing(self, order_id: str = "") -> None:
        """Asks which order a new filing belongs to."""

    def enter_order(self) -> None:
        """Asks for an order."""

    def show_shortcuts(self) -> None:
        """Shows what the keys do."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words in both languages, by either of which it is found."""

    id: str
    words: Words
    deed: Deed
    icon: str = ""
    stage: Stage | None = None
    keys: str = ""

    def entry(self, words: FoundText) -> Entry:
        """Its line, with the words as they were found."""
        return Entry(
            f"command:{self.id}",
            (words,),
            self.deed,
            icon=self.icon,
            stage=self.stage,
            keys=self.keys,
        )


def places(frame: Frame) -> Iterator[Command]:
    """The entries of the navigation."""
    for place in (*PLACES, *BOTTOM):
        yield Command(
            place.key,
            place.words,
            _going(frame, place.key),
            place.icon,
            place.stage,
            PLACE_KEYS.get(place.key, ""),
        )


def general(frame: Frame, doer: Doer) -> tuple[Command, ...]:
    """What needs no record."""
    zoom = look().step_zoom
    return (
        Command("new-filing", Words("新建备案", "New filing"), doer.start_filing, "plus",
                keys="Ctrl+N"),
        Command("new-order", Words("登记订单", "Enter an order"), doer.enter_order, "file-plus-2",
                keys="Ctrl+Shift+N"),
        Command("import", Words("导入订单", "Import orders"), _going(frame, IMPORT),
                "file-spreadsheet"),
        Command("shortcuts", Words("快捷键", "Shortcuts"), doer.show_shortcuts, "info", keys="F1"),
        Command("navigation", Words("折叠导航", "Collapse the navigation"),
                frame.toggle_navigation, "panel-left", keys="Ctrl+\\"),
        Command("zoom-in", Words("放大", "Zoom in"), lambda: zoom(1), "zoom-in", keys="Ctrl+="),
        Command("zoom-out", Words("缩小", "Zoom out"), lambda: zoom(-1), "zoom-out",
                keys="Ctrl+-"),
        Command("zoom-none", Words("原大", "100 %"), lambda: zoom(0), "search", keys="Ctrl+0"),
    )  # fmt: skip


def _going(frame: Frame, key: str) -> Callable[[], None]:
    return lambda: frame.go(key)
