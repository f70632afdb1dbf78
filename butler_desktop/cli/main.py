"""The command line's entry: runs one command, turns errors into sentences and exit codes."""

import argparse
import os
import sys
from collections.abc import Sequence

from butler_desktop import settings
from butler_desktop.cli.arguments import read_arguments
from butler_desktop.cli.command import (
    DONE,
    REFUSED,
    UNAVAILABLE,
    WRONG_USE,
    Desk,
    WrongUse,
    text,
)
from butler_desktop.errors import ButlerError, StoreUnavailable
from butler_desktop.words import Words

EXIT_CODES: dict[type[ButlerError], int] = {
    WrongUse: WRONG_USE,
    StoreUnavailable: UNAVAILABLE,
    ButlerError: REFUSED,
}
"""The exit code of each error; the first kind that fits counts."""

TEXTS = ("filing", "order", "path", "value", "material", "action", "entry", "name")
"""Arguments that are text; files may have any name that the system knows."""

INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command, or opens the window where none is given; returns the exit code."""
    loaded = settings.load()
    for notice in loaded.notices:
        print(notice.said(loaded.settings.language), file=sys.stderr)
    given = read_arguments(arguments)
    language = given.language or loaded.settings.language
    desk = Desk(loaded.settings, settings.database(loaded.settings, given.database or ""), language)
    try:
        return _ran(desk, given)
    finally:
        desk.close()


def _ran(desk: Desk, given: argparse.Namespace) -> int:
    """The exit code of one command; what went wrong is one sentence on standard error."""
    try:
        for key, value in vars(given).items():
            if key in TEXTS and value is not None:
                text(value)
        code: int = _window(desk) if given.command is None else given.run(desk, given)
        sys.stdout.flush()
        return code
    except ButlerError as error:
        print(error.said(desk.language), file=sys.stderr)
        return next(code for kind, code in EXIT_CODES.items() if isinstance(error, kind))
    except BrokenPipeError:
        # The reader (head, less) went away: nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        print(_file_words(error).said(desk.language), file=sys.stderr)
        return UNAVAILABLE
    except KeyboardInterrupt:
        return INTERRUPTED


def _file_words(error: OSError) -> Words:
    name, why = error.filename or "", error.strerror or str(error)
    return Words(f"文件 {name} 不能用：{why}。", f"The file {name} cannot be used: {why}.")


def _window(desk: Desk) -> int:
    from butler_desktop import app

    code: int = app.open_window(desk.settings, desk.database, desk.language)
    return code
