"""A file that leaves the program: it is there whole, or everything is as it was."""

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_whole(target: Path, data: bytes, before: Callable[[], None] | None = None) -> None:
    """Writes a file so that it is there whole or as it was. Raises StoreUnavailable.

    ``before`` is done once its bytes are safe on the disk and nobody sees them
    yet: the record that a copy leaves. Where that fails, no file appears.
    """
    draft = target.parent / f".{secrets.token_hex(8)}.new"
    try:
        try:
            with draft.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if before is not None:
                before()
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _told(target, len(data), error) from error


def make_folder(folder: Path) -> None:
    """Makes a folder where there is none. Raises StoreUnavailable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            Words(f"建不了文件夹 {folder}。", f"The folder {folder} cannot be made."),
            Words("另选一个位置。", "Choose another place."),
        ) from error


def _told(target: Path, size: int, error: OSError) -> StoreUnavailable:
    cure = Words("换一个位置，或腾出空间。", "Choose another place or make room.")
    if error.errno in FULL:
        kilobytes = f"{-(-size // 1024):,}"
        why = Words(
            f"磁盘已满，放不下 {kilobytes} KB。没有写入，原有文件没有改动",
            f"the disk has no room for {kilobytes} KB. Nothing was written, no file was changed",
        )
    elif error.errno in REFUSED:
        why = Words("没有写入权限", "it must not be written to")
    else:
        why = Words(str(error.strerror), str(error.strerror))
    return StoreUnavailable(
        Words("写不了 {name}：{why}。", "{name} cannot be written: {why}.").filled(
            name=str(target), why=why
        ),
        cure,
    )
