"""``demo``: the main job on shipped samples, and pictures of what it looks like."""

import argparse
import tempfile
from pathlib import Path

from butler_desktop.cli.command import DONE, Command, Desk, argument
from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words


def run_demo(desk: Desk, given: argparse.Namespace) -> int:
    """Plays the main job in a new workspace, writes packet and pictures, opens the window."""
    from butler_desktop import app
    from butler_desktop.services.demo import BUTLER, load_demo
    from butler_desktop.services.packets import make_packet
    from butler_desktop.storage.whole_file import write_whole
    from butler_desktop.storage.workspace import open_workspace

    folder = _folder(given.into)
    database = folder / "demo.db"
    workspace = open_workspace(database, actor=BUTLER, station=desk.settings.station)
    try:
        made = load_demo(workspace, folder)
        with workspace.reading() as work:
            filing_id = work.filing_id(made.main_filing)
            packet = work.dossier_of(filing_id).latest_packet(filing_id)
        pdf = folder / f"{made.main_filing}-v{packet.version if packet else 0}.pdf"
        write_whole(pdf, make_packet(workspace, filing_id).pdf)
    finally:
        workspace.close()
    shots = app.draw_screenshots(database, folder / "screens", language=desk.language)
    desk.say(
        Words(
            f"演示数据在 {folder}：{made.order_count} 个订单，{made.filing_count} 条备案。",
            f"The demo is in {folder}: {made.order_count} orders, {made.filing_count} filings.",
        )
    )
    desk.say(
        Words(
            f"备案 {made.main_filing} 走完了全程：订单、联系、填表、材料、初审、"
            "确认、提交、成功、评价。",
            f"Filing {made.main_filing} went the whole way, from the order to the rating.",
        )
    )
    desk.say(Words(f"确认书：{pdf}", f"Its packet: {pdf}"))
    desk.say(
        Words(
            f"{len(shots)} 张截图：{folder / 'screens'}",
            f"{len(shots)} screenshots: {folder / 'screens'}",
        )
    )
    if app.has_display():
        return app.open_window(desk.settings, str(database), desk.language, butler=BUTLER)
    desk.say(
        Words(
            f"没有显示器，未打开窗口。有显示器时运行：butler-desktop --database {database}",
            f"There is no display. With one, run: butler-desktop --database {database}",
        )
    )
    return DONE


def _folder(into: str | None) -> Path:
    """The folder for the demo, which must not hold one already."""
    folder = Path(into) if into else Path(tempfile.mkdtemp(prefix="butler-demo-"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            Words(f"建不了文件夹 {folder}。", f"The folder {folder} cannot be made."),
            Words("另选一个位置。", "Choose another place."),
        ) from error
    if (folder / "demo.db").exists():
        raise StoreUnavailable(
            Words(f"{folder} 里已有演示数据。", f"{folder} holds a demo already."),
            Words("用 --into 另给一个文件夹。", "Give another folder with --into."),
        )
    return folder.resolve()


COMMANDS = (
    Command(
        "demo",
        "用样例走完主流程 the main job on sample data",
        run_demo,
        (argument("--into", metavar="DIR", help="放在哪个文件夹 the folder to make it in"),),
    ),
)
