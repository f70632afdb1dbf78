"""Drafts against the database: what is saved after all, and what is not."""

from datetime import timedelta

import pytest

from butler_desktop.domain.form import field_at
from butler_desktop.services.drafts import Draft, leaf_of, saved_drafts
from butler_desktop.services.filings import edit_form
from tests.builders import NOW, a_workspace
from tests.services.scenario import requested

NAME, LANGUAGES = "service.service_name", "service.languages"


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def value_of(workspace, filing, path=NAME):
    with workspace.reading() as work:
        return work.dossier_of(filing).filing(filing).particulars.get(path)


def edit(workspace, filing, path, value):
    with workspace.editing() as work:
        edit_form(work, filing, {path: value})


def is_saved(workspace, filing, path, draft):
    with workspace.reading() as work:
        return saved_drafts(work, {(filing, path): draft}) == {(filing, path)}


def test_text_is_tidied_as_its_field_keeps_it():
    assert leaf_of(field_at(NAME), " 云杉  ") == "云杉"
    assert leaf_of(field_at(NAME), "") is None
    assert leaf_of(field_at("province"), "330000") == "330000"
    assert leaf_of(field_at("service.pre_approvals"), ("news",)) == ("news",)
    assert leaf_of(field_at("subject.has_seal"), False) is False


def test_a_draft_that_stands_in_the_form_is_saved(workspace):
    filing = requested(workspace)
    seen = value_of(workspace, filing)
    assert not is_saved(workspace, filing, NAME, Draft("云杉 ", seen, NOW))
    edit(workspace, filing, NAME, "云杉")
    assert is_saved(workspace, filing, NAME, Draft("云杉 ", seen, NOW))


def test_a_draft_that_was_saved_and_then_changed_by_others_is_saved(workspace, tmp_path):
    filing = requested(workspace)
    seen = value_of(workspace, filing)
    edit(workspace, filing, NAME, "云杉")
    other = a_workspace(tmp_path, actor="周启明")
    edit(other, filing, NAME, "周启明写的")
    assert is_saved(workspace, filing, NAME, Draft("云杉", seen, NOW))
    assert not is_saved(workspace, filing, NAME, Draft("云杉智造", seen, NOW))
    other.close()


def test_what_was_saved_long_before_does_not_answer_for_a_new_draft(workspace, tmp_path):
    filing = requested(workspace)
    seen = value_of(workspace, filing)
    edit(workspace, filing, NAME, "云杉")
    edit(workspace, filing, NAME, seen)
    later = NOW + timedelta(minutes=5)
    assert not is_saved(workspace, filing, NAME, Draft("云杉", seen, later))


def test_lists_are_compared_as_the_form_has_them(workspace):
    filing = requested(workspace)
    seen = value_of(workspace, filing, LANGUAGES)
    edit(workspace, filing, LANGUAGES, ("zh", "bo"))
    edit(workspace, filing, LANGUAGES, ())
    assert is_saved(workspace, filing, LANGUAGES, Draft(("zh", "bo"), seen, NOW))


def test_a_draft_of_another_database_or_version_is_kept(workspace):
    filing = requested(workspace)
    assert not is_saved(workspace, "nobody", NAME, Draft("云杉", None, NOW))
    assert not is_saved(workspace, filing, "service.of_tomorrow", Draft("云杉", None, NOW))
