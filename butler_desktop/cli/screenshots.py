"""``screenshots``: a picture of every page and dialog of the window."""

import argparse
import tempfile
from pathlib import Path

from butler_desktop.cli.command import DONE, Command, Desk, WrongUse, argument
from butler_desktop.words import Words

SIDES = frozenset(range(320, 7681))
"""Pixels of a window's side."""

LEAST_SCALE, MOST_SCALE = 0.5, 4.0


def run_screenshots(desk: Desk, given: argparse.Namespace) -> int:
    """Draws each page on the sample workspace, without a display, into PNG files."""
    from butler_desktop.app import draw_screenshots
    from butler_desktop.services.demo import BUTLER, DEMO_NOW, load_demo
    from butler_desktop.storage.workspace import open_workspace

    size, scale = _size(given.size), _scale(given.scale)
    folder = Path(given.folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        workspace = open_workspace(
            Path(place) / "demo.db", actor=BUTLER, station="demo", clock=lambda: DEMO_NOW
        )
        load_demo(workspace, Path(place))
        workspace.close()
        made = draw_screenshots(
            Path(place) / "demo.db",
            folder,
            size=size,
            scheme=given.scheme,
            scale=scale,
            language=desk.language,
            now=DEMO_NOW,
        )
    desk.say(Words(f"{len(made)} 张截图在 {folder}。", f"{len(made)} screenshots in {folder}."))
    return DONE


def _size(text: str) -> tuple[int, int]:
    """The width and height that ``1440x900`` names. Raises WrongUse."""
    width, _, height = text.partition("x")
    if width.isdecimal() and height.isdecimal() and {int(width), int(height)} <= SIDES:
        return int(width), int(height)
    raise WrongUse(
        Words(f"--size 不能是 {text}。", f"--size cannot be {text}."),
        Words(
            f"写作 1440x900，每边 {min(SIDES)} 至 {max(SIDES)}。",
            f"Write 1440x900, each side {min(SIDES)} to {max(SIDES)}.",
        ),
    )


def _scale(text: str) -> float:
    """The factor that ``text`` names. Raises WrongUse."""
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if LEAST_SCALE <= scale <= MOST_SCALE:
        return scale
    raise WrongUse(
        Words(f"--scale 不能是 {text}。", f"--scale cannot be {text}."),
        Words(
            f"写 {LEAST_SCALE} 至 {MOST_SCALE} 的数。",
            f"Write a number from {LEAST_SCALE} to {MOST_SCALE}.",
        ),
    )


COMMANDS = (
    Command(
        "screenshots",
        "各页截图 a picture of every page",
        run_screenshots,
        (
            argument("folder", metavar="DIR"),
            argument("--scheme", choices=("light", "dark"), default="light"),
            argument("--size", default="1440x900", metavar="WxH"),
            argument("--scale", default="1", metavar="F"),
        ),
    ),
)
