"""A workspace with many filings, made through the storage's own door."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import NOW, a_filing, an_order

FORMS = Path(__file__).parents[2] / "resources" / "samples" / "forms.json"
OPEN = [state for state, row in STATES.items() if row.is_open]
BLOCK = 2_000


Named = Callable[[int], tuple[str, str]]
"""The sponsor and the domain of the filing of a number."""

OWN = {
    "subject.certificate_number": "9111{:014}",
    "service.domain": "own-{}.cn",
    "subject_pic.id_number": "1101{:014}",
    "subject_pic.mobile": "139{:08}",
    "service_pic.id_number": "1101{:014}",
    "service_pic.mobile": "139{:08}",
}
"""What no two sponsors share."""


def crowded(
    path: Path, filing_count: int, named: Named | None = None, *, strangers: bool = False
) -> Workspace:
    """A workspace in which ``filing_count`` filings stand in every open state.

    ``strangers`` have numbers and domains of their own, as customers do.
    """
    workspace = open_workspace(path, actor="林晓雯", station="bench", clock=lambda: NOW)
    provinces = workspace.rulebook.provinces
    forms = [
        Particulars.from_form_file(entry, provinces)
        for entry in json.loads(FORMS.read_text(encoding="utf-8"))
    ]
    for start in range(0, filing_count, BLOCK):
        numbers = range(start, min(start + BLOCK, filing_count))
        with workspace.editing() as work:
            made = (_dossier(n, forms, named, strangers=strangers) for n in numbers)
            work.save_new(made, "order.import")
    return workspace


def _dossier(
    number: int, forms: list[Particulars], named: Named | None, *, strangers: bool
) -> Dossier:
    form = forms[number % len(forms)]
    for path, own in OWN.items() if strangers else ():
        if form.get(path):
            form = form.with_value(path, own.format(number))
    if named is not None:
        sponsor, domain = named(number)
        form = replace(
            form,
            subject=replace(form.subject, sponsor_name=sponsor),
            service=replace(form.service, domain=domain),
        )
    state: FilingState = OPEN[number % len(OPEN)]
    at = NOW - timedelta(minutes=number % 40_000)
    order = an_order(
        number=f"DD-{number:08d}",
        customer=form.subject.sponsor_name or "客户",
        paid_at=at,
    )
    filing = a_filing(
        order,
        number=f"BA-{number:08d}",
        state=state,
        state_since=at,
        requested_at=at,
        confirmation_deadline=NOW + timedelta(minutes=number % 5_000),
        particulars=form,
    )
    return Dossier(replace(order, first_contact_at=at), (filing,))
