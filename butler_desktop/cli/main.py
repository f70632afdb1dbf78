"""The command line's entry: runs one command, turns errors into sentences and exit codes."""

import argparse
import os
import sys
from collections.abc import Sequence

from butler_desktop import __version__, logs, settings
from butler_desktop.cli import (
    demo,
    filing_acts,
    filing_lists,
    journal,
    orders,
    packets,
    screenshots,
    show,
)
from butler_desktop.cli.command import DONE, REFUSED, UNAVAILABLE, Command, Desk
from butler_desktop.errors import ButlerError, StoreUnavailable

COMMANDS: tuple[Command, ...] = (
    *demo.COMMANDS,
    *orders.COMMANDS,
    *filing_lists.COMMANDS,
    *show.COMMANDS,
    *filing_acts.COMMANDS,
    *packets.COMMANDS,
    *journal.COMMANDS,
    *screenshots.COMMANDS,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command, or opens the window where none is given; returns the exit code."""
    given = _parser().parse_args(arguments)
    loaded = settings.load()
    language = given.language or loaded.settings.language
    desk = Desk(loaded.settings, settings.database(loaded.settings, given.database or ""), language)
    logs.start()
    try:
        if given.command is None:
            return _window(desk)
        code: int = given.run(desk, given)
        return code
    except StoreUnavailable as error:
        print(error.said(language), file=sys.stderr)
        return UNAVAILABLE
    except ButlerError as error:
        print(error.said(language), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader (head, less) went away: nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    finally:
        desk.close()


def _window(desk: Desk) -> int:
    from butler_desktop import app

    code: int = app.open_window(desk.settings, desk.database, desk.language)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="butler-desktop",
        description="备案管家工作台：不带命令时打开窗口。The workstation of ICP-filing butlers.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    _add_common(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.help, description=command.help)
        _add_common(sub, argparse.SUPPRESS)
        for names, options in command.arguments:
            sub.add_argument(*names, **options)
        sub.set_defaults(run=command.run)
    return parser


def _add_common(parser: argparse.ArgumentParser, default: str | None) -> None:
    """The options that may stand before or after the command."""
    parser.add_argument(
        "--database", default=default, help="数据库文件 the database: a file path or URL"
    )
    parser.add_argument(
        "--language", choices=settings.LANGUAGES, default=default, help="zh_CN or en"
    )
