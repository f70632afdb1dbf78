"""Effects: what the choices made so far do to the findings of the filing."""

from dataclasses import dataclass

from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.conflict import Conflict, Take
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.particulars import Particulars
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.sync.value_words import form_field


@dataclass(frozen=True, slots=True)
class Effects:
    """Findings that the choices bring, and those that they take away."""

    come: tuple[Finding, ...] = ()
    go: tuple[Finding, ...] = ()


def effects_of(conflict: Conflict, view: FilingView) -> Effects:
    """The findings of the form with what is chosen, against those with what others wrote."""
    theirs = view.filing.particulars
    chosen = _chosen(conflict, theirs)
    if chosen == theirs:
        return Effects()
    today = local_date(view.now)
    book, case = view.rulebook, view.case
    before = {_key(it): it for it in findings(theirs, book, today, case=case)}
    after = {_key(it): it for it in findings(chosen, book, today, case=case)}
    return Effects(
        tuple(it for key, it in after.items() if key not in before),
        tuple(it for key, it in before.items() if key not in after),
    )


def _chosen(conflict: Conflict, form: Particulars) -> Particulars:
    for field in conflict.fields:
        decision = field.decision
        if decision is None or decision.take is Take.THEIRS or form_field(field) is None:
            continue
        value = field.mine if decision.take is Take.MINE else decision.value
        form = form.with_value(field.path, tuple(value) if isinstance(value, list) else value)
    return form


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.path, finding.message.zh
