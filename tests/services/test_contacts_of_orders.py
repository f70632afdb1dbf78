"""Calls about an order: on record without any filing, and the first one begins the service."""

from pathlib import Path

import pytest

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order_states import OrderState
from butler_desktop.errors import NotFound
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.history import history, verify
from butler_desktop.storage.work import Workspace
from tests.builders import NOW, a_workspace, an_order


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path)


@pytest.fixture
def order_id(workspace: Workspace) -> str:
    order = an_order()
    with workspace.editing() as work:
        work.save(None, Dossier(order), "order.enter")
    return order.id


def test_a_customer_who_was_reached_is_served_from_now_on(
    workspace: Workspace, order_id: str
) -> None:
    with workspace.editing() as work:
        log_order_contact(work, order_id, Outcome.REACHED, "先谈两个网站", NOW, "再谈第三个")
    with workspace.reading() as work:
        dossier = work.dossier(order_id)
        (contact,) = dossier.contacts
        assert (contact.note, contact.by, contact.filing_id) == ("先谈两个网站", "林晓雯", None)
        assert (contact.promise_at, contact.promise_note) == (NOW, "再谈第三个")
        assert dossier.order.first_contact_at == NOW
        assert dossier.order.state is OrderState.ACTIVE
        assert history(work, order_id)[0].words.zh == "登记沟通"
        assert verify(work, order_id) == ()


def test_a_missed_call_is_on_record_and_the_clock_runs_on(
    workspace: Workspace, order_id: str
) -> None:
    with workspace.editing() as work:
        log_order_contact(work, order_id, Outcome.NO_ANSWER, "")
    with workspace.reading() as work:
        dossier = work.dossier(order_id)
    assert [contact.outcome for contact in dossier.contacts] == [Outcome.NO_ANSWER]
    assert dossier.order.first_contact_at is None
    assert dossier.order.state is OrderState.PAID


def test_a_later_call_leaves_the_first_contact_as_it_was(
    workspace: Workspace, order_id: str
) -> None:
    for note in ("第一次", "第二次"):
        with workspace.editing() as work:
            log_order_contact(work, order_id, Outcome.REACHED, note)
    with workspace.reading() as work:
        dossier = work.dossier(order_id)
    assert len(dossier.contacts) == 2
    assert dossier.order.first_contact_at == NOW


def test_an_order_that_is_not_there_is_refused(workspace: Workspace) -> None:
    with workspace.editing() as work, pytest.raises(NotFound):
        log_order_contact(work, "no order", Outcome.REACHED, "")
