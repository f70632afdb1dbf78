"""What a command is, and the desk it works at."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from butler_desktop.errors import ButlerError, StoreUnavailable
from butler_desktop.settings import Settings
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.storage.work import Workspace

DONE, REFUSED, WRONG_USE, UNAVAILABLE = 0, 1, 2, 3
"""Exit codes: done; refused or findings; wrong use; a database or file cannot be had."""


class WrongUse(ButlerError):
    """The command was called in a way that it does not know."""


class Desk:
    """Who calls, in which language, on which workspace."""

    def __init__(self, settings: Settings, database: str, language: str) -> None:
        self.settings = settings
        self.database = database
        self.language = language
        self._workspace: Workspace | None = None

    @property
    def workspace(self) -> "Workspace":
        """The workspace, opened when a command first needs it.

        Raises StoreUnavailable where there is none.
        """
        return self._opened(make=False)

    @property
    def workspace_or_new(self) -> "Workspace":
        """The workspace, made where there is none."""
        return self._opened(make=True)

    @property
    def has_workspace(self) -> bool:
        """Whether there is a database at the place where it is looked for."""
        from butler_desktop.storage.workspace import database_place

        place = database_place(self.database)
        return not isinstance(place, Path) or place.exists()

    def close(self) -> None:
        """Gives back the workspace if it was opened."""
        if self._workspace is not None:
            self._workspace.close()

    def say(self, words: Words) -> None:
        """One sentence on standard output."""
        print(words.said(self.language))

    def warn(self, words: Words) -> None:
        """One sentence on standard error: standard output may be one JSON document."""
        print(words.said(self.language), file=sys.stderr)

    def _opened(self, *, make: bool) -> "Workspace":
        from butler_desktop.storage.workspace import database_place, open_workspace

        if self._workspace is None:
            opened = open_workspace(
                database_place(self.database),
                actor=self.settings.butler or "管家",
                station=self.settings.station,
                make=make,
            )
            hours, mail = self.settings.reminder_hours, self.settings.mail_account
            self._workspace = replace(opened, reminder_hours=hours, mail=mail)
        return self._workspace


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, its help, its arguments, what it runs."""

    name: str
    help: str
    run: Callable[[Desk, argparse.Namespace], int]
    arguments: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = ()


def argument(*names: str, **options: Any) -> tuple[tuple[str, ...], dict[str, Any]]:
    """One argument of a command, as argparse takes it."""
    return names, options


JSON = argument("--json", action="store_true", help="one JSON document on standard output")


def print_json(value: Any) -> None:
    """One JSON document on standard output, Chinese as Chinese."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_table(rows: list[list[str]]) -> None:
    """Rows of texts in aligned columns; Chinese characters are two wide."""
    widths = [max((_width(row[i]) for row in rows), default=0) for i in range(len(rows[0]))]
    for row in rows:
        cells = (
            text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True)
        )
        print("  ".join(cells).rstrip())


def readable(path: str) -> Path:
    """The path of a file that can be read. Raises StoreUnavailable (exit 3)."""
    found = Path(path)
    if not found.is_file():
        raise StoreUnavailable(
            Words(f"没有文件 {path}。", f"There is no file {path}."),
            Words("检查路径。", "Check the path."),
        )
    if not os.access(found, os.R_OK):
        raise StoreUnavailable(
            Words(f"没有读取 {path} 的权限。", f"{path} may not be read."),
            Words("检查文件权限。", "Check its permissions."),
        )
    return found


def text(argument: str) -> str:
    """The argument as it is. Raises WrongUse where the shell handed over bytes that are no text."""
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise WrongUse(
            Words(f"参数 {argument!a} 不是文字。", f"The argument {argument!a} is no text."),
            Words("检查它的编码。", "Check its encoding."),
        ) from error
    return argument


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def read_password() -> str:
    """One line of standard input. Raises WrongUse for an empty one."""
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise WrongUse(
            Words("标准输入里没有密码。", "There is no password on standard input."),
            Words("把密码作为一行传入。", "Pass it as one line."),
        )
    return password
