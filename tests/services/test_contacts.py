"""Logging contacts: the first contact settles three things at once, or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.order_states import OrderState
from butler_desktop.errors import Overtaken, Refused
from butler_desktop.services.contacts import first_contact, log_contact
from butler_desktop.services.filing_view import filing_view
from butler_desktop.storage.work import Workspace
from tests.builders import NOW, a_dossier, a_workspace

LEARNT = {"filing_kind": "first_filing", "province": "330000", "subject.sponsor_kind": "enterprise"}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def filing_id(workspace: Workspace) -> str:
    dossier = a_dossier()
    with workspace.editing() as work:
        work.save(None, dossier, "order.enter")
    return dossier.filings[0].id


def test_a_first_contact_starts_collecting_in_one_piece_of_work(workspace, filing_id):
    with workspace.editing() as work:
        filing = first_contact(work, filing_id, {"note": "展示站"}, LEARNT, FilingState.REQUESTED)
    assert filing.state is FilingState.COLLECTING
    assert filing.contacted_at == NOW
    with workspace.reading() as work:
        view = filing_view(work, filing_id)
    assert view.order.first_contact_at == NOW
    assert view.order.state is OrderState.ACTIVE
    assert [c.note for c in view.contacts] == ["展示站"]
    assert view.filing.particulars.province == "330000"


def test_what_is_still_open_leaves_the_filing_contacted(workspace, filing_id):
    with workspace.editing() as work:
        filing = first_contact(work, filing_id, {}, {"province": "330000"})
    assert filing.state is FilingState.CONTACTED


def test_a_contact_can_be_logged_without_starting(workspace, filing_id):
    with workspace.editing() as work:
        filing = first_contact(work, filing_id, {}, LEARNT, None, False)
    assert filing.state is FilingState.CONTACTED


def test_a_refused_contact_writes_nothing(workspace, filing_id):
    with pytest.raises(Refused), workspace.editing() as work:
        first_contact(work, filing_id, {"at": "2026-03-19 10:00"}, LEARNT)
    with workspace.reading() as work:
        view = filing_view(work, filing_id)
    assert view.contacts == ()
    assert view.filing.particulars.province is None


def test_a_filing_that_was_contacted_meanwhile_is_told(workspace, filing_id):
    with workspace.editing() as work:
        first_contact(work, filing_id, {}, LEARNT)
    with pytest.raises(Overtaken), workspace.editing() as work:
        first_contact(work, filing_id, {}, LEARNT, FilingState.REQUESTED)


def test_a_missed_call_stays_on_record_and_stops_no_clock(workspace, filing_id):
    with workspace.editing() as work:
        filing = log_contact(work, filing_id, Outcome.NO_ANSWER, {"note": "响铃 40 秒"})
    assert filing.state is FilingState.REQUESTED
    with workspace.reading() as work:
        (contact,) = filing_view(work, filing_id).contacts
    assert (contact.outcome, contact.note) == (Outcome.NO_ANSWER, "响铃 40 秒")
