"""Filings brought to any state through the services, as a butler would bring them there."""

import json
from functools import cache
from itertools import count
from pathlib import Path

from butler_desktop import resources
from butler_desktop.documents.scan import inspect_scan
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.readiness import content_lacks
from butler_desktop.domain.scan import ScanReport
from butler_desktop.domain.transition import Action as A
from butler_desktop.domain.validators.uscc import ALPHABET, check_character
from butler_desktop.services.demo_plan import GIVEN, PATHS
from butler_desktop.services.filings import request_filing
from butler_desktop.services.materials import attach_report
from butler_desktop.services.packets import act_with_packet
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.storage.work import Workspace
from tests.builders import an_order
from tests.limits import PAPER

SCAN = resources.folder("samples") / "scans" / "business-licence.jpg"
NUMBERS = {
    "subject_number": "京ICP备2026001234号",
    "service_number": "京ICP备2026001234号-1",
}

WAYS: dict[S, tuple[A, ...]] = PATHS | {
    S.SMS_EXPIRED: (*PATHS[S.SMS_PENDING], A.RECORD_SMS_EXPIRED),
    S.REWORK: (*PATHS[S.REJECTED], A.START_REWORK),
    S.FAILED: (*PATHS[S.REJECTED], A.GIVE_UP),
}
"""The acts that lead to each state in which a filing can rest; CONFIRMED is left at once."""

ANSWERS = GIVEN | {
    A.APPROVE: NUMBERS,
    A.GIVE_UP: {"comment": "不做了"},
    A.RECORD_REMINDER: {"how": "phone"},
}


_SPONSORS = count(1)


@cache
def form() -> Particulars:
    """A first filing of a company in Beijing without a fault."""
    entries = json.loads((resources.folder("samples") / "forms.json").read_text("utf-8"))
    return Particulars.from_form_file(entries[0], load_rulebook().provinces)


@cache
def scanned() -> ScanReport:
    """What is found in the scan that stands for every paper."""
    return inspect_scan(SCAN, PAPER)


def an_order_of(workspace: Workspace, sites: int = 1, **given: object) -> str:
    """An order in the database; returns its id."""
    order = an_order(ordered_site_count=sites, paid_fen=sites * 60_000, **given)
    with workspace.editing() as work:
        work.save(None, Dossier(order), "order.enter")
    return order.id


def a_sponsor() -> str:
    """The credit code of a company that no other filing is of."""
    number, tail = next(_SPONSORS), ""
    for _ in range(7):
        number, place = divmod(number, len(ALPHABET))
        tail = ALPHABET[place] + tail
    return (code := "91110105MA" + tail) + check_character(code)


def requested(workspace: Workspace, order_id: str | None = None, sponsor: str = "") -> str:
    """A filing that was just asked for, with a whole form and nothing attached."""
    order_id = order_id or an_order_of(workspace, state=OrderState.PAID)
    whole, code = form(), sponsor or a_sponsor()
    for path in ("subject.certificate_number", "service.domain_registrant_certificate_number"):
        whole = whole.with_value(path, code)
    with workspace.editing() as work:
        return request_filing(work, order_id, whole).id


def attach_all(workspace: Workspace, filing_id: str) -> None:
    """Attaches the sample scan as every paper that is missing."""
    workspace.blobs.put_file(SCAN)
    with workspace.editing() as work:
        dossier = work.dossier_of(filing_id)
        for lack in content_lacks(
            dossier, dossier.filing(filing_id), work.rulebook, local_date(work.now)
        ):
            kind = lack.place.removeprefix("material:")
            attach_report(work, filing_id, kind, SCAN.name, scanned())


def do(workspace: Workspace, filing_id: str, action: A, **given: str) -> Filing:
    """One act, with plausible answers where none are given."""
    return act_with_packet(workspace, filing_id, action, {**ANSWERS.get(action, {}), **given})


def reached(workspace: Workspace, state: S, order_id: str | None = None, sponsor: str = "") -> str:
    """A filing in ``state``, brought there act by act; returns its id."""
    filing_id = requested(workspace, order_id, sponsor)
    for action in WAYS[state]:
        if action is A.COMPLETE_CONTENT:
            attach_all(workspace, filing_id)
        do(workspace, filing_id, action)
    return filing_id


def state_of(workspace: Workspace, filing_id: str) -> S:
    """Where the filing stands in the database."""
    with workspace.reading() as work:
        return work.dossier_of(filing_id).filing(filing_id).state


def revision_of(workspace: Workspace, filing_id: str) -> int:
    """The head of the journal of the filing's order."""
    with workspace.reading() as work:
        return work.dossier_of(filing_id).revision


def a_picture(folder: Path, name: str) -> Path:
    """A sound scan under its own name, with bytes of its own."""
    data = SCAN.read_bytes()
    comment = name.encode()
    path = folder / name
    path.write_bytes(
        data[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + data[2:]
    )
    return path
