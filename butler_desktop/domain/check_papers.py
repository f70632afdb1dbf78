"""Checks of the papers: which are missing, and what is doubtful in those that are attached.

A filing's papers are known from its case; of a form alone nothing is said.
"""

from collections import Counter
from collections.abc import Iterator

from butler_desktop.domain.checklist import ChecklistItem, checklist
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.material_kind import MISSING, NeededBy
from butler_desktop.domain.province_papers import content_text
from butler_desktop.domain.scan import material_flags, size_text

COLLECTING = frozenset(
    {
        FilingState.REQUESTED,
        FilingState.CONTACTED,
        FilingState.COLLECTING,
        FilingState.PREPARING,
    }
)
"""States in which the list of papers is what one works on: it is not said twice."""

SIDES = (
    ("subject_pic_id", "subject_pic_id_front", "subject_pic_id_back"),
    ("service_pic_id", "service_pic_id_front", "service_pic_id_back"),
)
ICON = "app_icon"

FLAGS = {
    "pdf": "M02",
    "too_large": "M03",
    "too_small": "M04",
    "low_resolution": "M05",
    "greyscale": "M06",
    "blurred": "E07",
    "cut_edge": "E08",
    "incomplete": "M07",
    "pdf_damaged": "M07",
}
"""What was measured in a file, by the check that tells it.

The program makes what is submitted from the original, so a form or size that
it can mend itself (M02, M03) does not bar.
"""

ASKED_OTHERWISE = ("S12",)
"""What only a fact outside decides: a question asks for it."""

MENDED = {"M02": "info", "M03": "info", "M07": "warning"}


def paper_is_missing(examined: Examined) -> Iterator[Hit]:
    """M01 and the checks of single papers: one that is asked for is not there."""
    for item in _items(examined):
        is_asked = item.is_outstanding or (item.ruled_by is not None and not item.attached)
        if not is_asked or item.rule in ASKED_OTHERWISE:
            continue
        if item.rule == MISSING and _is_collecting(examined):
            continue
        severity = "warning" if item.is_outstanding and item.by is NeededBy.SUBMISSION else ""
        slots = {"material": item.words, "n": _limit(item)}
        yield Hit(item.rule, f"material:{item.kind}", slots, by=item.ruled_by, severity=severity)


def picture_is_fit(examined: Examined) -> Iterator[Hit]:
    """M02 to M07, A05, E07, E08: what was measured in an attached file."""
    for paper in examined.case.papers or ():
        path = f"material:{paper.material_kind}"
        limits = examined.rulebook.materials.limits(paper.material_kind)
        for flag in material_flags(paper, limits):
            rule = FLAGS.get(flag.code)
            if rule is None:
                continue
            if paper.material_kind == ICON and rule == "M03":
                yield Hit("A05", path)
                continue
            slots = {"file": paper.file_name, "max": size_text(limits.most_bytes)}
            yield Hit(rule, path, slots, severity=MENDED.get(rule, ""))


def both_sides_are_there(examined: Examined) -> Iterator[Hit]:
    """M09: one side of a card without the other, where both are wanted."""
    kinds = _kinds(examined)
    halves = [
        back if front in kinds else front
        for whole, front, back in SIDES
        if whole not in kinds and (front in kinds) != (back in kinds)
    ]
    if not halves:
        return
    wanted = {it.kind for it in _items(examined) if it.is_outstanding}
    for other in halves:
        if other in wanted:
            yield Hit("M09", f"material:{other}")


def picture_serves_once(examined: Examined) -> Iterator[Hit]:
    """M10: one picture under two names."""
    first: dict[str, str] = {}
    for paper in examined.case.papers or ():
        kind = first.setdefault(paper.sha256, paper.material_kind)
        if kind != paper.material_kind:
            yield Hit("M10", f"material:{paper.material_kind}")


def commitment_counts(examined: Examined) -> Iterator[Hit]:
    """W25: a promise not to be involved, in a province that takes none."""
    rule = examined.ruling.get("not_involved_letter_accepted")
    if rule is None or rule.value or "not_involved_commitment" not in _kinds(examined):
        return
    permits = examined.form.service.pre_approvals
    has_permit = any(it.key != "none" for it in permits)
    topics = examined.rulebook.word_lists.topics_of(content_text(examined.form))
    if topics and not has_permit:
        yield Hit("W25", "material:not_involved_commitment", by=rule)


def _items(examined: Examined) -> tuple[ChecklistItem, ...]:
    case = examined.case
    if case.papers is None:
        return ()
    attached = Counter(paper.material_kind for paper in case.papers)
    sites = case.dossier.order.ordered_site_count if case.dossier else 1
    form, today = examined.form, examined.today
    return checklist(form, examined.rulebook, attached, sites=sites, today=today)


def _limit(item: ChecklistItem) -> object:
    """The number of sites from which the province asks for it."""
    value = item.ruled_by.value if item.ruled_by else None
    return value.get("sites", "") if isinstance(value, dict) else ""


def _kinds(examined: Examined) -> set[str]:
    return {paper.material_kind for paper in examined.case.papers or ()}


def _is_collecting(examined: Examined) -> bool:
    filing = examined.case.filing
    return filing is not None and filing.state in COLLECTING


PAPER_CHECKS: tuple[Check, ...] = (
    paper_is_missing,
    picture_is_fit,
    both_sides_are_there,
    picture_serves_once,
    commitment_counts,
)
