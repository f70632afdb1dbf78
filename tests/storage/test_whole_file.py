"""A file that is written is there whole, or all is as it was, also on a full disk."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.whole_file import write_whole

pytestmark = pytest.mark.sqlite
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("fails", ["open", "write", "replace"])
def test_an_export_that_fails_leaves_the_old_file_whole(tmp_path, monkeypatch, fails):
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"the old one")

    def refuse(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    if fails == "open":
        monkeypatch.setattr(Path, "open", refuse)
    elif fails == "write":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StoreUnavailable) as refusal:
        write_whole(target, b"the new one")
    monkeypatch.undo()
    assert "磁盘已满" in refusal.value.said("zh_CN")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"the old one"]


@pytest.mark.parametrize("place", ["none/paper.pdf", "file/paper.pdf", "folder"])
def test_a_place_that_takes_no_file_is_told(tmp_path, place):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreUnavailable):
        write_whole(tmp_path / place, b"x")
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_name_as_long_as_a_name_may_be_can_be_written(tmp_path):
    target = tmp_path / ("x" * 251 + ".pdf")
    write_whole(target, b"x")
    assert target.read_bytes() == b"x"


WRITING = """
import pathlib, sys
from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.whole_file import write_whole
target = pathlib.Path(sys.argv[1]) / "确认书.pdf"
write_whole(target, b"the old one")
try:
    write_whole(target, bytes(200_000))
except StoreUnavailable as error:
    print(error.said("zh_CN"))
print([path.read_bytes() for path in target.parent.iterdir()])
"""
TOLD = "磁盘已满，放不下 196 KB。没有写入，原有文件没有改动"


def writing(command: list[str], folder: Path) -> str:
    """What a process of its own says that runs ``command`` on a folder and finds it full."""
    done = subprocess.run(
        [*command, sys.executable, "-X", "utf8", "-c", WRITING, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout


def test_a_disk_that_is_full_keeps_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("no disk of one's own can be mounted here")
    mount = 'mount -t tmpfs -o size=64k none "$1" && shift && exec "$@"'
    inside = ["unshare", "--mount", "--map-root-user", "sh", "-c", mount, "sh", str(tmp_path)]
    if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no disk of one's own can be mounted here")
    told = writing(inside, tmp_path)
    assert TOLD in told
    assert "[b'the old one']" in told


def test_a_quota_that_is_used_up_keeps_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    limit = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536));"
    told = writing([sys.executable, "-c", f"{limit} os.execv(sys.argv[1], sys.argv[1:])"], tmp_path)
    assert TOLD in told
    assert "[b'the old one']" in told
