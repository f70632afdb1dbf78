"""The window's state is kept whole, and no file can keep the window from opening."""

from pathlib import Path

import pytest

from butler_desktop.ui import window_state
from butler_desktop.ui.window_state import WindowState


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "state" / "window.json"
    state = WindowState(
        geometry="AAAA",
        place="orders",
        filing="f1",
        layout="table",
        zoom=1.25,
        queue_sizes=[500, 700],
        filters={"text": "云杉", "provinces": ["330000"], "due_within_days": 3},
        sort="number",
        descending=True,
    )
    window_state.save(state, path)
    assert window_state.load(path) == state
    assert [file.name for file in path.parent.iterdir()] == ["window.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"orders"', "\x00"])
def test_a_broken_file_gives_a_new_window(tmp_path: Path, text: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(text, encoding="utf-8")
    assert window_state.load(path) == WindowState()


def test_a_value_of_a_wrong_sort_gives_way_to_its_start(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text(
        '{"place": "orders", "zoom": "wide", "queue_sizes": ["620", null],'
        ' "filters": [], "descending": 1, "of_a_later_version": 5}',
        encoding="utf-8",
    )
    assert window_state.load(path) == WindowState(place="orders")


def test_a_folder_that_cannot_be_written_is_said_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file, no folder")
    window_state.save(WindowState(), tmp_path / "state" / "window.json")
    assert "not kept" in caplog.text


def test_each_database_has_a_place_of_its_own() -> None:
    one = window_state.state_path("butler/one.db")
    two = window_state.state_path("butler/two.db")
    assert one != two
    assert one == window_state.state_path("butler/one.db")
