"""The files that blobs lie in: folders that the disk knows, digests, and what can be wrong."""

import hashlib
import os
import re
from pathlib import Path

from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words

_DIGEST = re.compile(r"[0-9a-f]{64}")


def checked(sha256: str) -> str:
    """The name of a blob. Raises ValueError for anything but a SHA-256 in small letters."""
    if not _DIGEST.fullmatch(sha256):
        raise ValueError(f"no SHA-256: {sha256!r}")
    return sha256


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_whole(path: Path, sha256: str) -> bool:
    """Whether the blob lies at ``path`` as it should. Raises OSError but for a missing file."""
    try:
        return digest_of(path) == sha256
    except FileNotFoundError:
        return False


def make_folder(folder: Path) -> None:
    """Make ``folder`` and what is above it, and have the disk know. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    flush_folder(folder.parent)


def flush_folder(folder: Path) -> None:
    """Have the disk know the names in ``folder``; Windows does so by itself. Raises OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unreadable(path: Path, error: OSError) -> StoreUnavailable:
    """A blob that is not there, or that the disk does not give."""
    if isinstance(error, FileNotFoundError):
        sentence = Words(f"附件 {path.name} 不在了。", f"The attachment {path.name} is gone.")
    else:
        sentence = Words(
            f"附件 {path.name} 读不出来：{error.strerror}。",
            f"The attachment {path.name} cannot be read: {error.strerror}.",
        )
    return StoreUnavailable(
        sentence,
        Words(
            f"从备份取回文件夹 {path.parent.parent}，或重新附上原文件。",
            f"Restore the folder {path.parent.parent} from a backup, or attach the file again.",
        ),
    )


def changed(sha256: str) -> StoreUnavailable:
    """A blob that is not what its name says."""
    return StoreUnavailable(
        Words(
            f"附件 {sha256} 的内容被改动过，与收到时不同。",
            f"The attachment {sha256} is not what was received: its content was changed.",
        ),
        Words("从备份取回，或重新附上原文件。", "Restore a backup, or attach the file again."),
    )


def unwritable(folder: Path, error: OSError) -> StoreUnavailable:
    """A folder that takes no blobs."""
    return StoreUnavailable(
        Words(
            f"附件存不进 {folder}：{error.strerror}。",
            f"Attachments cannot be written to {folder}: {error.strerror}.",
        ),
        Words("清出磁盘空间，或检查文件夹权限。", "Free some space, or check the permissions."),
    )
