"""What the window must know of its desk, and the news of other desks."""

from pathlib import Path

from butler_desktop.domain.changes import Changes
from butler_desktop.services.desk import NAMED, desk_facts, news
from butler_desktop.storage.work import Workspace
from tests.builders import a_dossier, a_workspace, renamed


def place(workspace: Workspace) -> str:
    with workspace.reading() as work:
        return desk_facts(work).place


def test_an_empty_desk_says_so(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    with workspace.reading() as work:
        facts = desk_facts(work)
    assert (facts.is_empty, facts.actor) == (True, "林晓雯")
    with workspace.editing() as work:
        work.save(None, a_dossier(), "order.enter")
    with workspace.reading() as work:
        assert not desk_facts(work).is_empty


def test_news_name_the_orders_of_others_and_leave_ones_own_out(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    before = place(workspace)
    mine, theirs = a_dossier(), a_dossier()
    with workspace.editing() as work:
        work.save(None, mine, "order.enter")
        own = work.changes.acts
    with workspace.editing() as work:
        work.save(None, theirs, "order.enter")
    with workspace.reading() as work:
        found = news(work, before, own)
        assert found.changes.order_ids == {theirs.order.id}
        assert found.changes.filing_ids == {theirs.filings[0].id}
        assert news(work, found.place, found.acts).changes == Changes()
    assert found.place == place(workspace)


def test_an_act_is_known_by_its_row(tmp_path: Path) -> None:
    workspace, dossier = a_workspace(tmp_path), a_dossier()
    before = place(workspace)
    with workspace.editing() as work:
        saved = work.save(None, dossier, "order.enter")
        work.save(saved, renamed(saved, "杭州山溪科技有限公司"), "order.enter")
        acts = work.changes.acts
    assert len(acts) == 2
    with workspace.reading() as work:
        assert not news(work, before, acts).changes


def test_too_many_orders_to_name_are_everything(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    before = place(workspace)
    with workspace.editing() as work:
        work.save_new((a_dossier() for _ in range(NAMED + 1)), "order.import")
    with workspace.reading() as work:
        assert news(work, before, frozenset()).changes.everything


def test_a_file_whose_rows_have_other_places_now_is_read_anew(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    with workspace.editing() as work:
        work.save(None, a_dossier(), "order.enter")
    with workspace.reading() as work:
        found = news(work, "1000000", frozenset())
    assert found.changes.everything
    assert found.place == place(workspace)
