"""Facts: what guards and effects may look at, for one act on one filing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from butler_desktop.domain.case import Case, Coexistence
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Facts:
    """What a guard may look at. ``inputs`` are what the act was given, already read.

    ``other_open`` are numbers of filings of the same sponsor that the
    authority has not decided yet.
    """

    dossier: Dossier
    filing: Filing
    now: datetime
    actor: str
    rulebook: Rulebook
    inputs: Mapping[str, Any] = field(default_factory=dict)
    other_open: tuple[str, ...] = ()
    coexisting: tuple[Coexistence, ...] = ()
    """What other filings share with this one."""
    is_signed_in: bool = False
    """Whether who acts is known by more than a name: on a team's database."""

    @property
    def case(self) -> Case:
        """What is known beside the form, for the checks."""
        return Case.of(self.dossier, self.filing, self.coexisting)


def unless(holds: bool, zh: str, en: str, place: str = "") -> tuple[Lack, ...]:
    """The one lack of a guard that does not hold."""
    return () if holds else (Lack(Words(zh, en), place),)
