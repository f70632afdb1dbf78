"""The settings of a desk: kept whole, and never a reason not to start."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop import settings
from butler_desktop.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_a_first_start_gives_the_desk_an_identifier_that_lasts(path: Path) -> None:
    first = settings.load(path)
    assert first.notices == ()
    assert first.settings.station
    assert settings.load(path).settings == first.settings


def test_two_desks_have_two_identifiers(tmp_path: Path) -> None:
    assert (
        settings.load(tmp_path / "a.json").settings.station
        != settings.load(tmp_path / "b.json").settings.station
    )


@given(
    st.builds(
        Settings,
        language=st.sampled_from(settings.LANGUAGES),
        scheme=st.sampled_from(settings.SCHEMES),
        butler=st.text(st.characters(codec="utf-8")),
        database=st.text(st.characters(codec="utf-8")),
        station=st.uuids().map(str),
    )
)
def test_what_is_saved_is_read(tmp_path_factory: pytest.TempPathFactory, chosen: Settings) -> None:
    path = tmp_path_factory.mktemp("desk") / "settings.json"
    settings.save(chosen, path)
    assert settings.load(path) == settings.Loaded(chosen)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"null"])
def test_a_damaged_file_is_kept_under_another_name(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    loaded = settings.load(path)
    (kept,) = path.parent.glob("*.broken")
    assert kept.read_bytes() == content
    (notice,) = loaded.notices
    assert kept.name in notice.zh
    assert kept.name in notice.en
    assert settings.load(path) == settings.Loaded(loaded.settings)


def test_a_file_that_cannot_be_read_does_not_stop_the_start(path: Path) -> None:
    path.mkdir(parents=True)  # a folder in its place
    loaded = settings.load(path)
    assert loaded.settings.language == "zh_CN"
    (notice,) = loaded.notices
    assert str(path) in notice.en


def test_settings_that_cannot_be_written_do_not_stop_the_start(tmp_path: Path) -> None:
    in_the_way = tmp_path / "config"
    in_the_way.write_text("a file where the folder should be")
    loaded = settings.load(in_the_way / "settings.json")
    assert loaded.settings.station
    assert len(loaded.notices) == 1


def test_one_bad_value_costs_only_itself(path: Path) -> None:
    good = Settings(language="en", scheme="dark", butler="林晓雯")
    settings.save(good, path)
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(document | {"scheme": "plaid", "butler": 7}), encoding="utf-8")
    loaded = settings.load(path)
    assert loaded.settings == replace(good, scheme="system", butler="")
    assert len(loaded.notices) == 2


def test_keys_of_a_newer_version_survive(path: Path) -> None:
    settings.save(Settings(), path)
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(document | {"tomorrow": [1, 2]}), encoding="utf-8")
    settings.save(replace(settings.load(path).settings, butler="陈默"), path)
    assert json.loads(path.read_text(encoding="utf-8"))["tomorrow"] == [1, 2]


def test_a_failed_save_leaves_the_old_file_and_no_draft(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(Settings(butler="before"), path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        settings.save(Settings(butler="after"), path)
    assert settings.load(path).settings.butler == "before"
    assert list(path.parent.iterdir()) == [path]


def test_the_database_is_the_one_given_then_the_environments_then_the_chosen() -> None:
    chosen = Settings(database="chosen.db")
    named = {"BUTLER_DATABASE": "named.db"}
    assert settings.database(chosen, "given.db", named) == "given.db"
    assert settings.database(chosen, "", named) == "named.db"
    assert settings.database(chosen, "", {}) == "chosen.db"
    assert settings.database(Settings(), "", {}) == str(settings.default_database())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("postgresql://lin:s:e/cret@db.example/team", "postgresql://lin@db.example/team"),
        ("postgresql://lin@db.example/team", "postgresql://lin@db.example/team"),
        ("postgresql://db.example/t?user=lin&password=secret", "postgresql://db.example/t?user=lin"),
        ("postgresql://db.example/t?password=secret", "postgresql://db.example/t"),
        ("postgresql+psycopg://林:secret@db/t?sslpassword=secret&user=x", "postgresql+psycopg://林@db/t?user=x"),
        ("/desk/a:b@c.db", "/desk/a:b@c.db"),
    ],
)  # fmt: skip
def test_a_password_is_never_kept(path: Path, given: str, kept: str) -> None:
    settings.save(Settings(database=given), path)
    assert settings.load(path).settings.database == kept == settings.without_password(given)
    assert "secret" not in path.read_text(encoding="utf-8")


def test_reminder_times_that_are_none_give_way_to_the_usual_ones(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"station": "a", "reminders": "bald"}), encoding="utf-8")
    loaded = settings.load(path)
    assert loaded.settings.reminder_hours == (24, 4, 1)
    assert len(loaded.notices) == 1
    path.write_text(json.dumps({"station": "a", "reminders": "2,48"}), encoding="utf-8")
    assert settings.load(path).settings.reminder_hours == (48, 2)
