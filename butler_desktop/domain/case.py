"""Case: what is known of a filing beside its form, for the checks that need more than the form.

Of a form by itself nothing more is known: such checks are silent then, or ask.
"""

from dataclasses import dataclass
from enum import StrEnum

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.material import Material
from butler_desktop.domain.noted_fact import NotedFact
from butler_desktop.domain.waiver import Waiver


class Shared(StrEnum):
    """What two filings have in common."""

    CERTIFICATE = "certificate"
    """The sponsor's certificate number."""
    DOMAIN = "domain"
    MOBILE = "mobile"
    ID_NUMBER = "id_number"


@dataclass(frozen=True, slots=True)
class Coexistence:
    """Another filing of the workspace that shares something with this one."""

    shared: Shared
    path: str
    """The field of this form whose value is found there too."""
    number: str
    """The other filing's number."""
    sponsor: str
    service_name: str
    filing_kind: str
    is_open: bool
    """Whether it is not decided yet."""
    is_submitted: bool
    """Whether it lies with the authority now."""
    is_same_sponsor: bool
    other_path: str = ""
    """The field of the other form."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one filing. ``papers`` is None where papers are not known of."""

    noted: tuple[NotedFact, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    papers: tuple[Material, ...] | None = None
    coexisting: tuple[Coexistence, ...] = ()
    dossier: Dossier | None = None
    filing: Filing | None = None
    """For the gates of the process; None where a form is checked alone."""

    @classmethod
    def of(
        cls, dossier: Dossier, filing: Filing, coexisting: tuple[Coexistence, ...] = ()
    ) -> "Case":
        """The case of one filing of an order."""
        return cls(
            noted=filing.noted_facts,
            waivers=filing.waivers,
            papers=dossier.materials_of(filing.id),
            coexisting=coexisting,
            dossier=dossier,
            filing=filing,
        )


FORM_ALONE = Case()
