"""The draft file: for the user's eyes only, whole after a crash, shared by two windows."""

import json
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLockFile

from butler_desktop.errors import StoreUnavailable
from butler_desktop.services.drafts import Draft
from butler_desktop.ui import draft_file
from butler_desktop.ui.draft_file import change, drafts_path, load

AT = datetime(2026, 3, 18, 2, 41, 7, 123456, tzinfo=UTC)
LEAF = st.one_of(st.none(), st.booleans(), st.text(), st.lists(st.text()).map(tuple))
DRAFT = st.builds(Draft, LEAF, LEAF, st.datetimes(timezones=st.just(UTC)))
KEY = st.tuples(st.text(min_size=1), st.text(min_size=1))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(KEY, DRAFT, max_size=4), st.dictionaries(KEY, DRAFT, max_size=4))
def test_what_is_kept_comes_back_as_it_was_typed(tmp_path: Path, first, second) -> None:
    path = tmp_path / "drafts.json"
    path.unlink(missing_ok=True)
    change(path, first)
    change(path, second)
    assert load(path) == first | second
    change(path, dict.fromkeys(first))
    assert load(path) == {key: draft for key, draft in second.items() if key not in first}


def test_nothing_kept_is_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "state" / "drafts.json"
    change(path, {("f", "p"): Draft("甲", None, AT)})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_its_name_does_not_tell_which_database_it_is_of() -> None:
    path = drafts_path("postgresql://林晓雯@server/butler")
    assert "server" not in path.name
    assert path != drafts_path("postgresql://何佳@server/butler")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"f": []}', '{"f": {"p": {}}}', '{"f": {"p": null}}',
     '{"f": {"p": {"typed": {}, "seen": null, "at": "2026-03-18T02:41:00+00:00"}}}',
     '{"f": {"p": {"typed": "x", "seen": null, "at": "2026-03-18T02:41:00"}}}'],
)  # fmt: skip
def test_a_broken_file_is_set_aside_and_the_next_draft_is_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "drafts.json"
    path.write_text(text, encoding="utf-8")
    assert load(path) == {}
    assert path.with_suffix(".broken").read_text(encoding="utf-8") == text
    change(path, {("f", "p"): Draft("甲", None, AT)})
    assert load(path) == {("f", "p"): Draft("甲", None, AT)}


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "drafts.json"
    change(path, {("f", "p"): Draft("甲", None, AT)})
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreUnavailable) as refusal:
        change(path, {("f", "p"): Draft("乙", None, AT)})
    assert "No space left" in refusal.value.sentence.en
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["drafts.json"]


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable):
        change(tmp_path / "file" / "drafts.json", {("f", "p"): Draft("甲", None, AT)})
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreUnavailable):
        load(tmp_path / "folder")


def test_another_window_that_never_lets_go_is_said(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "drafts.json"
    monkeypatch.setattr(draft_file, "WAIT_MS", 1)
    lock = QLockFile(f"{path}.lock")
    assert lock.lock()
    with pytest.raises(StoreUnavailable):
        change(path, {("f", "p"): Draft("甲", None, AT)})
    lock.unlock()
    change(path, {("f", "p"): Draft("甲", None, AT)})
    assert json.loads(path.read_text(encoding="utf-8"))["f"]["p"]["typed"] == "甲"
