"""Readiness: what a filing still lacks, each with the place where it is mended."""

from dataclasses import dataclass
from datetime import date

from butler_desktop.domain.checklist import ChecklistItem, checklist
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.form import missing_fields
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing, and the place where it is mended.

    ``place`` is ``form:path``, ``material:kind``, ``input:key``, ``packet``,
    ``face`` or ``filing:number``; empty where there is none.
    """

    words: Words
    place: str = ""


def filing_checklist(
    dossier: Dossier, filing: Filing, rulebook: Rulebook, today: date
) -> tuple[ChecklistItem, ...]:
    """The papers that this filing needs, each with whether it is attached."""
    attached: dict[str, int] = {}
    for material in dossier.materials_of(filing.id):
        attached[material.material_kind] = attached.get(material.material_kind, 0) + 1
    sites = dossier.order.ordered_site_count
    return checklist(filing.particulars, rulebook, attached, sites=sites, today=today)


def content_lacks(
    dossier: Dossier, filing: Filing, rulebook: Rulebook, today: date
) -> tuple[Lack, ...]:
    """The mandatory fields and materials that are not there yet; ``today`` in Shanghai."""
    fields = tuple(
        Lack(
            Words(f"缺少{field.words.zh}", f"Missing: {field.words.en}"),
            f"form:{field.path}",
        )
        for field in missing_fields(filing.particulars, rulebook.tables)
    )
    papers = tuple(
        Lack(
            Words(f"缺少材料“{item.words.zh}”", f"Missing paper: {item.words.en}"),
            f"material:{item.kind}",
        )
        for item in filing_checklist(dossier, filing, rulebook, today)
        if item.is_missing
    )
    return fields + papers
