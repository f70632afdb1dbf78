"""Rule files: where a rulebook's files are read from, a folder or a package.

The names are those of the folder ``rulebook``; the letters stand under ``letters/``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import platformdirs

from butler_desktop import PROGRAM, resources
from butler_desktop.words import Words

LETTERS = "letters"
HOLIDAYS = "holidays"
PROGRAM_OWN = ("prices.toml", "refunds.toml", "readings.toml", f"{HOLIDAYS}/")
"""What a package never brings: the service's own terms, and the calendar by which the
due times in the database were reckoned."""


class RuleFiles(Protocol):
    """Files of a rulebook by name."""

    @property
    def cure(self) -> Words:
        """What to do where one of them is broken."""
        ...

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises OSError where there is none."""
        ...

    def names(self, folder: str) -> tuple[str, ...]:
        """The .toml files of one of its folders, by name, sorted."""
        ...


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """A rulebook in a folder; without letters of its own it has the shipped ones."""

    folder: Path

    @property
    def cure(self) -> Words:
        """What to do where a file is broken: ours comes with the program, another is one's own."""
        if self.folder == resources.folder("rulebook"):
            return Words("请重新安装程序", "Install the program again")
        return Words(f"改好 {self.folder} 里的这个文件。", f"Mend that file in {self.folder}.")

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises OSError where there is none."""
        folder, _, rest = name.rpartition("/")
        return (self._folder(folder) / rest).read_bytes()

    def names(self, folder: str) -> tuple[str, ...]:
        """The .toml files of one of its folders, by name, sorted."""
        return tuple(sorted(file.name for file in self._folder(folder).glob("*.toml")))

    def _folder(self, name: str) -> Path:
        own = self.folder / name
        return resources.folder(LETTERS) if name == LETTERS and not own.is_dir() else own


@dataclass(frozen=True, slots=True)
class PackedFiles:
    """A rulebook out of a package; what a package never brings lies ``beneath``."""

    packed: Mapping[str, bytes]
    beneath: RuleFiles

    @property
    def cure(self) -> Words:
        """What to do where a file is broken."""
        return Words("向发布者索取可用的规则库。", "Ask its publisher for one that is whole.")

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises OSError where there is none."""
        if is_program_own(name):
            return self.beneath.read(name)
        if name not in self.packed:
            raise FileNotFoundError(name)
        return self.packed[name]

    def names(self, folder: str) -> tuple[str, ...]:
        """The .toml files of one of its folders, by name, sorted."""
        if is_program_own(f"{folder}/"):
            return self.beneath.names(folder)
        inside = (name.rpartition("/") for name in self.packed)
        return tuple(sorted(name for where, _, name in inside if where == folder))


def taken_folder() -> Path:
    """Where packages that were taken in are kept on this machine."""
    return platformdirs.user_data_path(PROGRAM, appauthor=False) / "rulebooks"


def is_program_own(name: str) -> bool:
    """Whether a file stays the program's, whatever package is in force."""
    return name.startswith(PROGRAM_OWN)
