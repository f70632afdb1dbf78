"""SQLite on a network volume: mapped drive, UNC path, NFS, CIFS, SSHFS; on three systems."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import NamedTuple

import psutil
import pytest

from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.network_volume import network_volume_of
from butler_desktop.storage.workspace import open_workspace

pytestmark = pytest.mark.sqlite


class Volume(NamedTuple):
    device: str
    mountpoint: str
    fstype: str
    opts: str = "rw"


LINUX = [
    Volume("/dev/sda1", "/", "ext4"),
    Volume("proc", "/proc", "proc"),
    Volume("tmpfs", "/run", "tmpfs"),
    Volume("systemd-1", "/auto", "autofs"),
    Volume("/dev/sdb1", "/people", "xfs"),
    Volume("nas:/export/team", "/net/team", "nfs4"),
    Volume("nas:/export/auto", "/auto", "nfs"),
    Volume("//nas/office", "/net/office", "cifs"),
    Volume("/dev/sdc1", "/net/office/usb", "ext4"),
    Volume("me@host:/files", "/people/me/remote", "fuse.sshfs"),
    Volume("me@host:/files", "/people/me/other", "fuse"),
    Volume("gvfsd-fuse", "/run/user/1000/gvfs", "fuse.gvfsd-fuse"),
    Volume("/dev/sdd1", "/stick", "fuseblk"),
    Volume("portal", "/run/user/1000/doc", "fuse.portal"),
]
MACOS = [
    Volume("/dev/disk3s1s1", "/", "apfs", "ro,local,rootfs"),
    Volume("/dev/disk3s5", "/System/Volumes/Data", "apfs", "rw,local"),
    Volume("//me@nas/team", "/Volumes/team", "smbfs", "rw,nodev"),
    Volume("nas:/export", "/Volumes/export", "nfs", "rw"),
    Volume("afp_0Tm", "/Volumes/old", "afpfs", "rw"),
    Volume("me@host:/files", "/Volumes/remote", "macfuse", "rw"),
    Volume("/dev/disk5s1", "/Volumes/Stick", "exfat", "rw,local"),
]
WINDOWS = [
    Volume("C:\\", "C:\\", "NTFS", "rw,fixed"),
    Volume("D:\\", "D:\\", "", "cdrom"),
    Volume("E:\\", "E:\\", "exFAT", "rw,removable"),
    Volume("Z:\\", "Z:\\", "NTFS", "rw,remote"),
    Volume("C:\\", "C:\\mounted\\", "NTFS", "rw,fixed"),
]


@pytest.mark.parametrize(
    ("path", "volume"),
    [
        ("/data/butler.db", None),
        ("/people/me/butler.db", None),
        ("/net/team/butler.db", "/net/team"),
        ("/net/team-of-mine/butler.db", None),
        ("/net/office/a/b/butler.db", "/net/office"),
        ("/net/office/usb/butler.db", None),
        ("/auto/butler.db", "/auto"),
        ("/people/me/remote/butler.db", "/people/me/remote"),
        ("/people/me/other/butler.db", "/people/me/other"),
        ("/run/user/1000/gvfs/smb-share/butler.db", "/run/user/1000/gvfs"),
        ("/run/user/1000/doc/butler.db", None),
        ("/stick/butler.db", None),
    ],
)
def test_on_linux(path: str, volume: str | None) -> None:
    assert network_volume_of(PurePosixPath(path), LINUX) == volume


@pytest.mark.parametrize(
    ("path", "volume"),
    [
        ("/Users/me/butler.db", None),
        ("/System/Volumes/Data/butler.db", None),
        ("/Volumes/team/butler.db", "/Volumes/team"),
        ("/Volumes/export/butler.db", "/Volumes/export"),
        ("/Volumes/old/butler.db", "/Volumes/old"),
        ("/Volumes/remote/butler.db", "/Volumes/remote"),
        ("/Volumes/Stick/butler.db", None),
    ],
)
def test_on_macos(path: str, volume: str | None) -> None:
    assert network_volume_of(PurePosixPath(path), MACOS) == volume


@pytest.mark.parametrize(
    ("path", "volume"),
    [
        ("C:\\Users\\me\\butler.db", None),
        ("c:\\Users\\me\\butler.db", None),
        ("C:\\mounted\\butler.db", None),
        ("E:\\butler.db", None),
        ("Z:\\team\\butler.db", "Z:\\"),
        ("z:\\team\\butler.db", "Z:\\"),
        ("X:\\not there\\butler.db", None),
        ("\\\\nas\\team\\butler.db", "\\\\nas\\team"),
        ("//nas/team/butler.db", "\\\\nas\\team"),
        ("\\\\?\\C:\\Users\\butler.db", None),
    ],
)
def test_on_windows(path: str, volume: str | None) -> None:
    assert network_volume_of(PureWindowsPath(path), WINDOWS) == volume


def test_a_long_unc_path_is_a_share_too() -> None:
    path = PureWindowsPath("\\\\?\\UNC\\nas\\team\\butler.db")
    assert str(network_volume_of(path, WINDOWS)).startswith("\\\\?\\UNC")


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the system calls an NFS volume."""
    folder = tmp_path / "team"
    folder.mkdir()
    volumes = [*LINUX, Volume("nas:/export", str(folder), "nfs4")]
    monkeypatch.setattr(psutil, "disk_partitions", lambda **asked: volumes if asked["all"] else [])
    return folder


@pytest.mark.parametrize("make", [True, False])
def test_it_is_refused_with_the_reason_before_anything_is_made(mounted: Path, make: bool) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        open_workspace(mounted / "new" / "butler.db", actor="x", station="x", make=make)
    assert str(mounted) in refused.value.sentence.zh
    assert "两台电脑" in refused.value.sentence.zh
    assert "PostgreSQL" in refused.value.cure.zh
    assert "two machines" in refused.value.said("en")
    assert [*mounted.iterdir()] == []


def test_a_link_to_it_does_not_help(mounted: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").symlink_to(mounted)
    with pytest.raises(StoreUnavailable, match="网络盘"):
        open_workspace(tmp_path / "mine" / "butler.db", actor="x", station="x")


def test_beside_it_all_is_well(mounted: Path, tmp_path: Path) -> None:
    open_workspace(tmp_path / "butler.db", actor="x", station="x").close()


def test_no_volume_says_nothing() -> None:
    assert network_volume_of(PurePath("butler.db"), []) is None
