"""Whatever is done in whatever order, only what the customer confirmed is ever submitted."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from butler_desktop.domain.confirmation import confirmed_values_digest
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import ButlerError
from butler_desktop.services.due import do_due
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history
from butler_desktop.services.materials import attach_material, withdraw_material
from butler_desktop.services.packets import make_packet
from butler_desktop.storage.work import Workspace
from tests.builders import Clock, a_workspace
from tests.services.scenario import SCAN, do, reached

Step = Callable[[Workspace, str, Clock], object]
SITE, PLACE = "service.service_name", "subject.mailing_address"


def acted(action: A, **given: str) -> Step:
    return lambda desk, filing_id, _clock: do(desk, filing_id, action, **given)


def edited(path: str, value: str) -> Step:
    def step(desk: Workspace, filing_id: str, _clock: Clock) -> None:
        with desk.editing() as work:
            edit_form(work, filing_id, {path: value})

    return step


def replaced(desk: Workspace, filing_id: str, _clock: Clock) -> None:
    attach_material(desk, filing_id, "sponsor_cert", SCAN.parent / "id-front.jpg")


def withdrawn(desk: Workspace, filing_id: str, _clock: Clock) -> None:
    with desk.editing() as work:
        papers = work.dossier_of(filing_id).materials_of(filing_id)
        kinds = [it.material_kind for it in papers]
        twice = next((it for it in papers if kinds.count(it.material_kind) > 1), None)
        if twice is not None:
            withdraw_material(work, filing_id, twice.id)


def past_the_deadline(desk: Workspace, _filing_id: str, clock: Clock) -> None:
    clock.now += timedelta(days=4)
    do_due(desk)


STEPS: dict[str, Step] = {
    "edit the site": edited(SITE, "白露松间"),
    "edit the address": edited(PLACE, "朝阳区建国路 9 号"),
    "edit it back": edited(PLACE, "朝阳区海棠路 1 号"),
    "replace a paper": replaced,
    "withdraw a paper": withdrawn,
    "make": lambda desk, filing_id, _clock: make_packet(desk, filing_id),
    "make a delta": lambda desk, filing_id, _clock: make_packet(desk, filing_id, delta=True),
    "complete": acted(A.COMPLETE_CONTENT),
    "review": acted(A.SEND_TO_REVIEW),
    "issue": acted(A.ISSUE_PACKET),
    "issue a delta": acted(A.ISSUE_PACKET, scope="delta"),
    "deliver": acted(A.RECORD_DELIVERY),
    "remind": acted(A.RECORD_REMINDER, how="phone"),
    "confirm": acted(A.CONFIRM),
    "return": acted(A.RETURN_FOR_MODIFICATION, marks=SITE, comment="改名"),
    "resume": acted(A.RESUME_PREPARATION),
    "face": acted(A.RECORD_FACE_VERIFICATION),
    "ready": acted(A.MAKE_READY),
    "deadline": past_the_deadline,
    "submit": acted(A.SUBMIT),
    "no code came": lambda desk, filing_id, _clock: [
        do(desk, filing_id, it) for it in (A.RECORD_SMS_SENT, A.RECORD_SMS_EXPIRED)
    ],
    "again": acted(A.RESUBMIT),
    "rework": acted(A.START_REWORK),
    "withdraw": acted(A.WITHDRAW, comment="不做了"),
}
LIKELY = ("review", "issue", "issue a delta", "deliver", "remind", "confirm", "face", "deadline")
SUBMITTED = (
    ["edit the site", "issue a delta", "deliver", "confirm"],
    ["edit the site", "issue a delta", "deliver", "confirm", "make"],
    ["submit", "no code came", "edit the site", "rework", "review", "issue a delta", "confirm"],
    ["edit the address", "replace a paper", "issue", "deliver", "remind", "deadline", "face"],
)
"""Ways that do lead to the authority, so that the property is not kept by refusing all."""
steps = st.lists(st.one_of(st.sampled_from(LIKELY), st.sampled_from([*STEPS])), max_size=14)


@pytest.mark.sqlite
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(names=steps)
@example(names=SUBMITTED[0])
@example(names=SUBMITTED[1])
@example(names=SUBMITTED[2])
@example(names=SUBMITTED[3])
def test_no_sequence_of_acts_submits_what_the_customer_did_not_confirm(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        desk = a_workspace(Path(folder), clock=clock)
        try:
            filing_id = reached(desk, S.READY_TO_SUBMIT)
            for name in (*names, "submit"):
                before = times_submitted(desk, filing_id)
                with suppress(ButlerError):
                    STEPS[name](desk, filing_id, clock)
                if times_submitted(desk, filing_id) > before:
                    assert_confirmed(desk, filing_id)
            assert times_submitted(desk, filing_id) or names not in SUBMITTED
        finally:
            desk.close()


def times_submitted(desk: Workspace, filing_id: str) -> int:
    """How often the filing went to the authority, by the journal."""
    with desk.reading() as work:
        lines = history(work, work.order_of(filing_id), filing_id)
    return sum(line.state is S.SUBMITTED for line in lines)


def assert_confirmed(desk: Workspace, filing_id: str) -> None:
    """The version that went out was confirmed, by the customer or the deadline, as it is now."""
    with desk.reading() as work:
        dossier = work.dossier_of(filing_id)
    filing = dossier.filing(filing_id)
    present = confirmed_values_digest(dossier, filing)
    packet = next(
        it for it in dossier.packets_of(filing_id) if it.version == filing.submitted_version
    )
    assert packet.confirmed_at is not None
    assert packet.voided_at is None
    assert filing.confirmed_digest == packet.confirmed_values_digest == present
