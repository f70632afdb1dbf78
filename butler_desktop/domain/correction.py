"""Corrections: what was marked for correction when a filing came back, and whether it was done.

A mark is a place: ``form:path`` or ``material:kind``. It remembers what stood
there, so that a change of it is the correction, whoever makes it. Source:
service description 3.2.3-1 (the customer returns with what to modify).
"""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from butler_desktop.domain.checklist import checklist
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Correction, Filing
from butler_desktop.domain.form import shown_fields
from butler_desktop.domain.form_sections import section_of
from butler_desktop.domain.material import Material
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.standing import FORM, MATERIAL, standing
from butler_desktop.words import Words

GAP = Words(" ・ ", " ・ ")


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A marked place, and whether what stood there has changed since."""

    place: str
    is_done: bool
    error: str = ""
    suggestion: str = ""
    """What the authority says of it, and what it asks for."""


def places(form: Particulars, rulebook: Rulebook, papers: Iterable[Material]) -> dict[str, Words]:
    """Every place of a filing that can be marked, by its name: fields, then papers.

    ``papers`` are those attached: one that nobody asked for can be marked as well.
    """
    attached = Counter(paper.material_kind for paper in papers)
    fields = {
        FORM + field.path: section_of(field.path).title(form) + GAP + field.words
        for field in shown_fields(form, rulebook.tables)
    }
    return fields | {MATERIAL + it.kind: it.words for it in checklist(form, rulebook, attached)}


def place_of(text: str, known: Container[str]) -> str | None:
    """The place that a text names, with or without its kind; None where there is none."""
    return next((it for it in (text, FORM + text, MATERIAL + text) if it in known), None)


def marked(dossier: Dossier, filing: Filing, chosen: Iterable[str]) -> tuple[Correction, ...]:
    """The places as corrections to be made."""
    return tuple(Correction(it, _digest(dossier, filing, it)) for it in dict.fromkeys(chosen))


def marked_places(dossier: Dossier, filing: Filing) -> tuple[MarkedPlace, ...]:
    """What is marked on a filing, in the order in which it was marked."""
    return tuple(
        MarkedPlace(
            it.place, _digest(dossier, filing, it.place) != it.before, it.error, it.suggestion
        )
        for it in filing.corrections
    )


def _digest(dossier: Dossier, filing: Filing, place: str) -> str:
    """What stands at a place now, as a digest: the mark holds nothing personal."""
    return standing(filing.particulars, dossier.materials_of(filing.id), place)
