"""Reading the command line: the options for the window, or one command with its arguments."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from butler_desktop import __version__, settings
from butler_desktop.cli.command import WRONG_USE
from butler_desktop.logs import masked


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for; ``command`` is None for the window.

    The commands' modules are loaded only where there is a command: the window
    shall stand before they would be read. Exits with code 2 on wrong use.
    """
    options = _Parser(prog="butler-desktop", add_help=False, allow_abbrev=False)
    _add_common(options, None)
    known, rest = options.parse_known_args(arguments)
    if rest:
        return _parser().parse_args(arguments)
    return argparse.Namespace(command=None, **vars(known))


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        # What was typed may have a password in it.
        self.exit(WRONG_USE, f"用法不对 wrong use: {masked(message)}。{usage}\n")


def _parser() -> argparse.ArgumentParser:
    from butler_desktop.cli.commands import COMMANDS

    parser = _Parser(
        prog="butler-desktop",
        description="备案管家工作台：不带命令时打开窗口。The workstation of ICP-filing butlers.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    _add_common(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    groups = {"": commands}
    for command in COMMANDS:
        # "shared init" is the command "init" of the group "shared".
        group, _, name = command.name.rpartition(" ")
        if group not in groups:
            words = ", ".join(it.name for it in COMMANDS if it.name.startswith(f"{group} "))
            groups[group] = commands.add_parser(group, help=words).add_subparsers(
                dest="command", metavar="COMMAND", required=True
            )
        sub = groups[group].add_parser(name, help=command.help, description=command.help)
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
