"""Rulebooks: the one that came with the program, and newer ones taken in on this machine.

Each lies in the user's data folder as its publisher signed it, and is checked
again whenever it is read: one that was changed there counts for nothing.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from butler_desktop import resources
from butler_desktop.domain.province_keys import READ_KEYS
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.rulebook_faults import rulebook_faults
from butler_desktop.errors import Refused, RulebookWrong, StoreUnavailable
from butler_desktop.storage.publisher_key import PublisherKey, trusted_keys
from butler_desktop.storage.rule_files import LETTERS, FolderFiles, PackedFiles, taken_folder
from butler_desktop.storage.rulebook import load_rulebook, read_rules
from butler_desktop.storage.rulebook_package import (
    MOST_BYTES,
    SUFFIX,
    RulebookPackage,
    pack_rulebook,
    unpack_rulebook,
)
from butler_desktop.storage.small_file import read_small
from butler_desktop.storage.whole_file import make_folder, write_whole
from butler_desktop.words import Words

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TakenRulebook:
    """A package of this machine: the package, or why it does not count."""

    file: Path
    package: RulebookPackage | None
    error: RulebookWrong | None = None


def read_package(file: Path) -> bytes:
    """The bytes of a package file. Raises StoreUnavailable, RulebookWrong for one too large."""
    data = read_small(file, MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise RulebookWrong(
            Words(f"{file.name} 太大，不是规则库。", f"{file.name} is too large for a rulebook."),
            Words("核对文件。", "Check the file."),
        )
    return data


def opened_rulebook(data: bytes, keys: Mapping[str, PublisherKey]) -> Rulebook:
    """The rulebook in a package, whole by ``check-rulebook``. Raises RulebookWrong."""
    rulebook = _rules(unpack_rulebook(data, keys))
    _refuse_faults(rulebook, Words("先更新程序，再取入。", "Update the program first."))
    return rulebook


def packed_folder(folder: Path, key: Ed25519PrivateKey) -> tuple[Rulebook, bytes]:
    """The rulebook of a folder, and its package. Raises RulebookWrong where it is not whole."""
    files = FolderFiles(folder)
    rulebook = read_rules(files)
    _refuse_faults(rulebook, files.cure)
    names = [*files.names(""), *(f"{LETTERS}/{it}" for it in files.names(LETTERS))]
    names += [f"provinces/{it}" for it in files.names("provinces")]
    data = {name: files.read(name) for name in names}
    return rulebook, pack_rulebook(data, rulebook.version, rulebook.effective_from, key)


def _refuse_faults(rulebook: Rulebook, cure: Words) -> None:
    _ = tuple(rulebook.letters)  # read now, not when the first letter is written
    faults = rulebook_faults(rulebook, READ_KEYS)
    if faults:
        first = faults[0]
        raise RulebookWrong(
            Words(
                "规则库不完整，或有本程序不认识的规则（{file} {row}：{what}）。",
                "It is not whole, or has rules that this program does not know"
                " ({file} {row}: {what}).",
            ).filled(file=first.file, row=first.row, what=first.words),
            cure,
        )


def keep_rulebook(data: bytes, keys: Mapping[str, PublisherKey]) -> Path:
    """Keeps a package on this machine; it counts from its day on, at the next start.

    Raises RulebookWrong, Refused where another of that version is there, StoreUnavailable.
    """
    package = unpack_rulebook(data, keys)
    target = taken_folder() / f"{_file_name(package.version)}{SUFFIX}"
    if target.exists() and read_small(target, MOST_BYTES) != data:
        raise Refused(
            Words(
                f"已经取入过另一个 {package.version} 版的规则库。",
                f"Another rulebook of version {package.version} was taken in before.",
            ),
            Words("请发布者换一个版本号。", "Ask its publisher for another version."),
        )
    make_folder(target.parent)
    write_whole(target, data)
    return target


def taken_rulebooks() -> tuple[TakenRulebook, ...]:
    """Every package of this machine, the newest first; those that do not count at the end."""
    keys = trusted_keys()
    found = [_taken(file, keys) for file in sorted(taken_folder().glob(f"*{SUFFIX}"))]
    return tuple(sorted(found, key=_rank, reverse=True))


def rulebook_in_force(today: date) -> Rulebook:
    """The newest rulebook that counts on ``today`` (in Shanghai), the shipped one among them."""
    shipped = load_rulebook()
    for taken in taken_rulebooks():
        package = taken.package
        if package is None or package.effective_from > today:
            continue
        if package.rank <= shipped.rank:
            break
        try:
            return _kept(taken.file, taken.file.stat().st_mtime_ns, package.key.fingerprint)
        except RulebookWrong as error:  # made for another version of the program
            _LOG.warning("rulebook %s is left aside: %s", taken.file.name, error.sentence.en)
    return shipped


@lru_cache(maxsize=2)
def _kept(file: Path, _changed_at: int, _key: str) -> Rulebook:
    return opened_rulebook(read_package(file), trusted_keys())


def _taken(file: Path, keys: Mapping[str, PublisherKey]) -> TakenRulebook:
    try:
        return TakenRulebook(file, unpack_rulebook(read_package(file), keys))
    except RulebookWrong as error:
        return TakenRulebook(file, None, error)
    except StoreUnavailable as error:
        return TakenRulebook(file, None, RulebookWrong(error.sentence, error.cure))


def _rules(package: RulebookPackage) -> Rulebook:
    files = PackedFiles(package.files, FolderFiles(resources.folder("rulebook")))
    return replace(read_rules(files), signed_by=package.key.fingerprint)


def _rank(taken: TakenRulebook) -> tuple[date, str]:
    return taken.package.rank if taken.package else (date.min, "")


def _file_name(version: str) -> str:
    return "".join(it if it.isalnum() or it in "-." else "-" for it in version) or "rulebook"
