"""The stock of blobs that a team shares, from which each desk fills its own folder.

Where it lies is one decision of the team: a shared folder or an S3-compatible
store (``folder_stock``), else the shared database itself (``database_stock``).
"""

from pathlib import Path
from typing import Protocol

from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words


class BlobStock(Protocol):
    """Blobs by their SHA-256, each there whole or not at all.

    Every method raises StoreAway while the stock cannot be reached (it is
    tried again without being asked) and StoreUnavailable where trying again
    does not help.
    """

    def holds(self, sha256: str) -> bool:
        """Whether the blob is there, whole."""
        ...

    def store(self, sha256: str, path: Path) -> None:
        """Brings the file at ``path`` in; goes on where an earlier try broke off.

        What arrived is read back before it gets its name. A blob that is there
        costs nothing.
        """
        ...

    def fetch(self, sha256: str, target: Path) -> None:
        """Brings the blob to ``target``; goes on where an earlier try broke off.

        The unfinished file is ``target`` with ``.part`` behind its name.
        """
        ...


def gone(sha256: str, place: str) -> StoreUnavailable:
    """A blob that the stock has never had, or has lost."""
    return StoreUnavailable(
        Words(
            f"共享附件库 {place} 里没有附件 {sha256}。",
            f"The shared attachments {place} do not hold {sha256}.",
        ),
        Words(
            "请管理员从备份恢复，或重新附上原文件。",
            "Have its administrator restore a backup, or attach the file again.",
        ),
    )


def arrived_changed(sha256: str, place: str) -> StoreUnavailable:
    """A blob that is not what its name says once it has been carried, twice."""
    return StoreUnavailable(
        Words(
            f"附件 {sha256} 经过共享附件库 {place} 后内容变了，没有收下。",
            f"The attachment {sha256} is changed by way of {place}; it was not taken in.",
        ),
        Words(
            "请管理员检查共享附件库，从备份恢复这一份。",
            "Have its administrator check the store and restore this one from a backup.",
        ),
    )
