"""The papers that an act was about, as a timeline names them."""

from collections.abc import Iterable, Mapping

from butler_desktop.domain.changes import CREATE, Change
from butler_desktop.domain.checklist import paper_name
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words, joined


def paper_names(dossier: Dossier, rulebook: Rulebook) -> dict[str, Words]:
    """``营业执照（scan.png）``: an order's papers, also those that were taken away, by id."""
    forms = {filing.id: filing.particulars for filing in dossier.filings}
    return {
        it.id: paper_name(it.material_kind, forms[it.filing_id], rulebook)
        + Words(f"（{it.file_name}）", f" ({it.file_name})")
        for it in dossier.materials
    }


def papers_words(changes: Iterable[Change], names: Mapping[str, Words]) -> Words | None:
    """The papers that an act attached; else those that it took away."""
    touched = [it for it in changes if it.kind == "material" and it.id in names]
    attached = [it for it in touched if it.op == CREATE]
    return joined([names[it.id] for it in attached or touched]) if touched else None
