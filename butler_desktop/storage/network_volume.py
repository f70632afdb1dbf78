"""Network volumes: an SQLite file on one can be damaged by two machines, and is refused.

Source of the rule: SQLite's own "How To Corrupt An SQLite Database File",
section 2 (file locking), and its write-ahead log, which needs memory that all
desks share.
"""

from collections.abc import Iterable
from pathlib import Path, PurePath, PureWindowsPath
from typing import Protocol

from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words

_REMOTE = {
    "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "ftp", "glusterfs", "gpfs", "lustre",
    "ncpfs", "nfs", "nfs3", "nfs4", "smb2", "smb3", "smbfs", "webdav",
    "fuse.cephfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.kio-fuse",
    "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs",
}  # fmt: skip
_FUSE = ("fuse", "macfuse", "osxfuse")


class Volume(Protocol):
    """What the system says of one mounted place."""

    @property
    def device(self) -> str: ...
    @property
    def mountpoint(self) -> str: ...
    @property
    def fstype(self) -> str: ...
    @property
    def opts(self) -> str: ...


def refuse_network_volume(path: Path) -> None:
    """Raises StoreUnavailable where the absolute ``path`` lies on a network volume."""
    import psutil

    place = network_volume_of(path, psutil.disk_partitions(all=True))
    if place is not None:
        raise StoreUnavailable(
            Words(
                f"{path} 在网络盘 {place} 上：两台电脑同时写，数据库文件会损坏。",
                f"{path} is on the network volume {place}: two machines can damage the file there.",
            ),
            Words(
                "把数据库文件放在本机磁盘；多人共用请用共享的 PostgreSQL 数据库。",
                "Keep the file on a local disk; for a team use a shared PostgreSQL database.",
            ),
        )


def network_volume_of(path: PurePath, volumes: Iterable[Volume]) -> str | None:
    """The share or mount point of the network volume with ``path`` on it; None on a local disk."""
    if isinstance(path, PureWindowsPath) and _is_share(path.drive):
        return path.drive
    here = [it for it in volumes if path.is_relative_to(type(path)(it.mountpoint))]
    # Of two at one place the later one covers the earlier.
    nearest = max(reversed(here), key=lambda it: len(type(path)(it.mountpoint).parts), default=None)
    return nearest.mountpoint if nearest is not None and _is_remote(nearest) else None


def _is_share(drive: str) -> bool:
    r"""Whether a Windows drive is a share: ``\\server\share``, ``\\?\UNC\server\share``."""
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive[4:].upper().startswith("UNC")
    return drive.startswith("\\\\")


def _is_remote(volume: Volume) -> bool:
    kind = volume.fstype.lower()
    if kind in _REMOTE or "remote" in volume.opts.split(","):
        return True
    # server:folder, as sshfs and most others name what they show
    return kind.split(".")[0] in _FUSE and ":" in volume.device
