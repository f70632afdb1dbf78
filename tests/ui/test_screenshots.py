"""Screenshots: every page and dialog of the window, without a display."""

from pathlib import Path

from butler_desktop.app import draw_screenshots
from tests.builders import Clock, a_workspace


def test_every_page_is_drawn(tmp_path: Path) -> None:
    a_workspace(tmp_path).close()
    made = draw_screenshots(
        tmp_path / "butler.db", tmp_path / "shots", size=(1100, 700), now=Clock()()
    )
    assert len(made) > 10
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in made)
    assert {path.stem.split("-", 1)[1] for path in made} >= {
        "queue",
        "orders",
        "import",
        "settings",
    }
