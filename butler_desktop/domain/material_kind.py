"""MaterialKind: a sort of paper, and when a filing needs it (the rulebook's materials)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.words import Words

NOBODY = Words("", "")
MISSING = "M01"
UNASKED = Words("另附", "Attached without being asked for")


class Level(StrEnum):
    """How much a filing needs a paper."""

    MANDATORY = "mandatory"
    OPTIONAL = "optional"
    NOT_NEEDED = "not_needed"


class MaterialGroup(StrEnum):
    """Whose papers they are."""

    SPONSOR = "sponsor"
    SUBJECT_PIC = "subject_pic"
    SERVICE_PIC = "service_pic"
    SERVICE = "service"


class NeededBy(StrEnum):
    """When a mandatory paper must be there."""

    CONTENT = "content"
    """Before the content counts as complete."""
    SUBMISSION = "submission"
    """Before the filing goes to the authority."""


@dataclass(frozen=True, slots=True)
class Need:
    """One line of a paper's needs: ``when`` names a condition on the form.

    With ``ruled`` it holds only where the province has a rule of that key which
    asks for the paper; how sure that rule is then decides between mandatory and optional.
    """

    when: str
    level: Level | None
    """None: as sure as the province's rule is."""
    reason: Words
    ruled: str = ""
    wants: str = ""
    """The paper among those that the province's rule lists."""
    rule: str = MISSING
    """The check that tells when it is not there."""


@dataclass(frozen=True, slots=True)
class MaterialKind:
    """A sort of paper.

    Of its ``needs`` the first that holds decides; without one the paper is
    listed only when it is attached.
    """

    id: str
    words: Words
    group: MaterialGroup
    needs: tuple[Need, ...] = ()
    part_of: str = ""
    """A kind that shows this paper too: both sides of a card in one file."""
    by: NeededBy = NeededBy.CONTENT
    signs: Words = NOBODY
    sealed: bool = False
    slot: int | None = None
    """The picture slot of provider-side filing systems."""
    limits: ScanLimits | None = None
    """What the filing systems want of its file, where that is not what they want of all."""
    when_attached: Words = UNASKED
    """The reason on the list where nothing asks for it and it is there all the same."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class MaterialKinds:
    """All kinds, in the order of the checklist."""

    usual_limits: ScanLimits
    """What the filing systems want of a file."""
    rows: tuple[MaterialKind, ...] = ()
    _by_id: dict[str, MaterialKind] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {kind.id: kind for kind in self.rows})

    def __iter__(self) -> Iterator[MaterialKind]:
        return iter(self.rows)

    def __contains__(self, kind_id: object) -> bool:
        return kind_id in self._by_id

    def kind(self, kind_id: str) -> MaterialKind | None:
        """The kind with this id."""
        return self._by_id.get(kind_id)

    def limits(self, kind_id: str = "") -> ScanLimits:
        """What the filing systems want of a file of this kind."""
        kind = self._by_id.get(kind_id)
        return self.usual_limits if kind is None or kind.limits is None else kind.limits
