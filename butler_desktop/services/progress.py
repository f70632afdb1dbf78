"""Progress: how far something long is, and whether it shall stop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from butler_desktop.errors import Refused
from butler_desktop.words import Words


class Cancelled(Refused):
    """The butler stopped it; nothing of the present step was written."""

    def __init__(self) -> None:
        super().__init__(Words("已取消。", "Cancelled."))


def _silent(done: int, total: int, name: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Hears ``told(done, total, name)``; ``cancel`` set ends the work at its next step."""

    told: Callable[[int, int, str], None] = _silent
    cancel: Event = field(default_factory=Event)

    def step(self, done: int, total: int, name: str = "") -> None:
        """Tells a step. Raises Cancelled when the work shall stop."""
        if self.cancel.is_set():
            raise Cancelled
        self.told(done, total, name)


QUIET = Progress()
"""For work that nobody watches."""
