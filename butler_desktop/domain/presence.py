"""Presence: at which filing a colleague is, and what he does there. It is told, never a lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from butler_desktop.words import Words


class Doing(StrEnum):
    """What somebody does at a filing."""

    LOOKING = "looking"
    EDITING = "editing"
    IDLE = "idle"
    """It is on his screen, and he has not touched anything for some minutes."""


@dataclass(frozen=True, slots=True)
class Presence:
    """One colleague at one filing; ``minutes`` since he touched anything, where he is idle."""

    actor: str
    filing_id: str
    doing: Doing
    minutes: int = 0

    @property
    def words(self) -> Words:
        """What is said of it: ``周启明 正在查看``."""
        return PRESENCE_WORDS[self.doing].filled(who=self.actor, minutes=self.minutes)


def foremost(company: Sequence[Presence]) -> Presence:
    """Of those at one filing the one to name first: who edits, then who looks."""
    return min(company, key=lambda it: (ORDER.index(it.doing), it.minutes, it.actor))


ORDER = (Doing.EDITING, Doing.LOOKING, Doing.IDLE)
PRESENCE_WORDS = {
    Doing.LOOKING: Words("{who} 正在查看", "{who} is looking"),
    Doing.EDITING: Words("{who} 正在编辑", "{who} is editing"),
    Doing.IDLE: Words("{who} {minutes} 分钟前在看", "{who} looked {minutes} min ago"),
}
