"""What a command is, and the desk it works at."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from butler_desktop.errors import StoreUnavailable
from butler_desktop.settings import Settings
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.storage.work import Workspace

DONE, REFUSED, WRONG_USE, UNAVAILABLE = 0, 1, 2, 3
"""Exit codes: done; refused or findings; wrong use; a database or file cannot be had."""


class Desk:
    """Who calls, in which language, on which workspace."""

    def __init__(self, settings: Settings, database: str, language: str) -> None:
        self.settings = settings
        self.database = database
        self.language = language

    @cached_property
    def workspace(self) -> "Workspace":
        """The workspace, opened when a command first needs it."""
        from butler_desktop.storage.workspace import open_workspace

        if "://" in self.database:
            raise StoreUnavailable(
                Words(
                    f"这个版本只打开本机数据库文件，不能打开 {self.database.split('://')[0]}。",
                    "This version opens database files only.",
                ),
                Words("用 --database 给出文件路径。", "Give --database a file path."),
            )
        return open_workspace(
            Path(self.database),
            actor=self.settings.butler or "管家",
            station=self.settings.station,
        )

    def close(self) -> None:
        """Gives back the workspace if it was opened."""
        if "workspace" in self.__dict__:
            self.workspace.close()

    def say(self, words: Words) -> None:
        """One sentence on standard output."""
        print(words.said(self.language))


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
    """The path of a file that is there. Raises StoreUnavailable (exit 3)."""
    found = Path(path)
    if not found.is_file():
        raise StoreUnavailable(
            Words(f"没有文件 {path}。", f"There is no file {path}."),
            Words("检查路径。", "Check the path."),
        )
    return found


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
