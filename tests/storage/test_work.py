"""Work: what is saved, what is refused, and that nothing is half written."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import DatabaseError

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.errors import NotFound, Overtaken, Refused, StoreUnavailable
from butler_desktop.storage.journal import entries
from butler_desktop.storage.work import Workspace
from tests.builders import NOW, a_dossier, a_workspace, renamed


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def test_a_dossier_is_read_back_as_it_was_saved(workspace: Workspace):
    dossier = a_dossier()
    with workspace.editing() as work:
        saved = work.save(None, dossier, "order.enter")
    with workspace.reading() as work:
        assert work.dossier(dossier.order.id) == saved == replace(dossier, revision=1)
        assert work.dossier_of(dossier.filings[0].id) == saved
        assert work.order_id(dossier.order.number) == dossier.order.id
        assert work.filing_id(dossier.filings[0].number) == dossier.filings[0].id


def test_an_act_is_one_journal_row_with_its_author(workspace: Workspace):
    dossier = a_dossier()
    with workspace.editing() as work:
        before = work.save(None, dossier, "order.enter")
        work.save(before, renamed(before, "新名称有限公司"), "order.edit")
    with workspace.reading() as work:
        first, second = entries(work.connection, dossier.order.id)
    assert (first.revision, second.revision) == (1, 2)
    assert (second.actor, second.station, second.at) == ("林晓雯", "test", NOW)
    (change,) = second.changes
    assert dict(change.fields) == {"customer": ("杭州云杉智造科技有限公司", "新名称有限公司")}


def test_saving_what_did_not_change_writes_nothing(workspace: Workspace):
    with workspace.editing() as work:
        saved = work.save(None, a_dossier(), "order.enter")
    with workspace.editing() as work:
        assert work.save(saved, saved, "order.edit") == saved
        assert not work.changes
        assert len(entries(work.connection, saved.order.id)) == 1


def test_the_second_of_two_acts_on_one_revision_is_told_who_was_first(workspace, tmp_path):
    with workspace.editing() as work:
        seen = work.save(None, a_dossier(), "order.enter")
    other = a_workspace(tmp_path, actor="何佳")
    with other.editing() as work:
        work.save(seen, renamed(seen, "何佳改的"), "order.edit")
    other.close()
    with pytest.raises(Overtaken) as refusal, workspace.editing() as work:
        work.save(seen, renamed(seen, "林晓雯改的"), "order.edit")
    assert (refusal.value.who, refusal.value.when) == ("何佳", NOW)
    assert "何佳" in refusal.value.sentence.zh
    with workspace.reading() as work:
        assert work.dossier(seen.order.id).order.customer == "何佳改的"


def test_an_error_in_the_middle_leaves_nothing_behind(workspace: Workspace):
    dossier = a_dossier()
    with pytest.raises(ZeroDivisionError), workspace.editing() as work:
        work.save(None, dossier, "order.enter")
        raise ZeroDivisionError
    with pytest.raises(NotFound), workspace.reading() as work:
        work.dossier(dossier.order.id)


@pytest.mark.parametrize("statement", ["UPDATE journal SET actor = 'x'", "DELETE FROM journal"])
def test_the_database_refuses_to_touch_the_journal(workspace: Workspace, statement: str):
    with workspace.editing() as work:
        work.save(None, a_dossier(), "order.enter")
    with pytest.raises((Refused, StoreUnavailable)) as refusal, workspace.editing() as work:
        work.connection.exec_driver_sql(statement)
    assert isinstance(refusal.value.__cause__, DatabaseError)


def test_a_commit_is_told_with_the_ids_that_changed(workspace: Workspace):
    told = []
    dossier = a_dossier()
    with workspace.telling(told.append).editing() as work:
        work.save(None, dossier, "order.enter")
        assert told == []
    (changes,) = told
    assert changes.order_ids == {dossier.order.id}
    assert changes.filing_ids == {dossier.filings[0].id}
    assert changes.kinds == {"order", "filing"}


def test_many_new_orders_at_once_are_the_same_as_one_by_one(workspace: Workspace):
    dossiers = [a_dossier() for _ in range(30)]
    with workspace.editing() as work:
        assert work.save_new(dossiers, "order.import") == 30
    with workspace.reading() as work:
        for dossier in dossiers:
            assert work.dossier(dossier.order.id) == replace(dossier, revision=1)


def test_other_open_filings_of_a_sponsor_are_those_with_the_authority(workspace: Workspace):
    def filed(state):
        dossier = a_dossier()
        (filing,) = dossier.filings
        form = filing.particulars.with_value("subject.certificate_number", "91330108MA2XXXXX7K")
        return dossier.with_filing(replace(filing, state=state, particulars=form))

    mine, submitted, approved = map(
        filed, (FilingState.READY_TO_SUBMIT, FilingState.SUBMITTED, FilingState.APPROVED)
    )
    with workspace.editing() as work:
        for dossier in (mine, submitted, approved):
            work.save(None, dossier, "order.enter")
        found = work.other_open("91330108MA2XXXXX7K", mine.filings[0].id)
    assert found == (submitted.filings[0].number,)
