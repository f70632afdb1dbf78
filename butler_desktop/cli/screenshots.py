"""``screenshots``: a picture of every page and dialog of the window."""

import argparse
import tempfile
from pathlib import Path

from butler_desktop.cli.command import DONE, Command, Desk, WrongUse, argument
from butler_desktop.words import Words


def run_screenshots(desk: Desk, given: argparse.Namespace) -> int:
    """Draws each page on the sample workspace, without a display, into PNG files."""
    from butler_desktop.app import draw_screenshots
    from butler_desktop.services.demo import DEMO_NOW, load_demo
    from butler_desktop.storage.workspace import open_workspace

    width, _, height = given.size.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise WrongUse(
            Words(f"--size 要写成 1440x900，不是 {given.size}。", f"No size: {given.size}."),
            Words("", "Write --size 1440x900."),
        )
    folder = Path(given.folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        workspace = open_workspace(
            Path(place) / "demo.db", actor="林晓雯", station="demo", clock=lambda: DEMO_NOW
        )
        load_demo(workspace, Path(place))
        workspace.close()
        made = draw_screenshots(
            Path(place) / "demo.db",
            folder,
            size=(int(width), int(height)),
            scheme=given.scheme,
            scale=given.scale,
            language=desk.language,
            now=DEMO_NOW,
        )
    desk.say(Words(f"{len(made)} 张截图在 {folder}。", f"{len(made)} screenshots in {folder}."))
    return DONE


COMMANDS = (
    Command(
        "screenshots",
        "各页截图 a picture of every page",
        run_screenshots,
        (
            argument("folder", metavar="DIR"),
            argument("--scheme", choices=("light", "dark"), default="light"),
            argument("--size", default="1440x900", metavar="WxH"),
            argument("--scale", type=float, default=1.0, metavar="F"),
        ),
    ),
)
