"""A shared folder: who may see what is put there, and what desks that never came back left."""

import hashlib
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from butler_desktop.errors import StoreAway, StoreUnavailable
from butler_desktop.storage.folder_stock import FolderStock
from tests.storage.stocks import a_blob, size_of

pytestmark = pytest.mark.sqlite


@pytest.fixture
def stock(tmp_path: Path) -> FolderStock:
    made = FolderStock(tmp_path / "team" / "files", "desk 1")
    made.prepare()
    return made


def test_a_blob_lies_where_people_find_it(stock: FolderStock, tmp_path: Path) -> None:
    sha256, path = a_blob(tmp_path, b"licence")
    stock.store(sha256, path)
    there = tmp_path / "team" / "files" / sha256[:2] / sha256
    assert there.read_bytes() == b"licence"
    assert stock.place == str(tmp_path / "team" / "files")


def test_whom_the_folder_lets_in_its_content_lets_in(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    folder.chmod(0o2770)
    umask = os.umask(0o077)
    try:
        stock = FolderStock(folder, "desk 1")
        stock.prepare()
        sha256, path = a_blob(tmp_path, b"licence")
        stock.store(sha256, path)
    finally:
        os.umask(umask)
    inner = folder / sha256[:2]
    assert stat.S_IMODE(inner.stat().st_mode) == 0o2770
    assert stat.S_IMODE((inner / sha256).stat().st_mode) == 0o660
    assert stat.S_IMODE((folder / ".incoming").stat().st_mode) == 0o2770


def test_what_never_went_on_is_swept(stock: FolderStock, tmp_path: Path) -> None:
    incoming = tmp_path / "team" / "files" / ".incoming"
    incoming.mkdir()
    for name, days in (("abandoned", 31), ("on a journey", 29)):
        (incoming / name).write_bytes(b"half")
        then = time.time() - days * 24 * 3600
        os.utime(incoming / name, (then, then))
    stock.store(*a_blob(tmp_path, b"licence"))
    assert [path.name for path in incoming.iterdir()] == ["on a journey"]


def test_a_folder_that_is_not_there_is_away(stock: FolderStock, tmp_path: Path) -> None:
    (tmp_path / "team").rename(tmp_path / "unplugged")
    with pytest.raises(StoreAway, match="网络盘"):
        stock.store(*a_blob(tmp_path, b"licence"))
    assert not (tmp_path / "team").exists()
    (tmp_path / "unplugged").rename(tmp_path / "team")
    stock.store(*a_blob(tmp_path, b"licence"))


def test_a_place_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    stock = FolderStock(tmp_path / "file" / "files", "desk 1")
    with pytest.raises(StoreUnavailable, match="file"):
        stock.prepare()


# Stores blobs until it is killed; says which are in. A small piece makes the many writes
# of a slow network.
STORER = """
import hashlib, random, sys
from pathlib import Path
from butler_desktop.storage.folder_stock import FolderStock
folder, original, made = Path(sys.argv[1]), Path(sys.argv[2]), random.Random(int(sys.argv[3]))
stock = FolderStock(folder, "desk", piece=4096)
print("begun", flush=True)
while True:
    original.write_bytes(made.randbytes(made.randrange(2_000_000)))
    sha256 = hashlib.sha256(original.read_bytes()).hexdigest()
    stock.store(sha256, original)
    print(sha256, flush=True)
"""


def test_a_kill_in_the_middle_leaves_no_half_blob_and_the_next_try_goes_on(
    stock: FolderStock, tmp_path: Path
) -> None:
    folder, told, went_on = tmp_path / "team" / "files", set[str](), 0
    for number in range(8):
        original = tmp_path / f"original{number}"
        storer = subprocess.Popen(
            [sys.executable, "-c", STORER, str(folder), str(original), str(number)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert storer.stdout is not None
        storer.stdout.readline()
        told.add(storer.stdout.readline().strip())
        while not parts(folder):
            assert storer.poll() is None
        storer.kill()
        told.update(line.strip() for line in storer.stdout if line.endswith("\n"))
        storer.wait()
        storer.stdout.close()
        went_on += len(parts(folder))
        data = original.read_bytes()
        stock = FolderStock(folder, "desk")
        stock.store(hashlib.sha256(data).hexdigest(), original)
        assert parts(folder) == []
    there = {path.name: path.read_bytes() for path in folder.glob("??/*")}
    assert {hashlib.sha256(data).hexdigest(): data for data in there.values()} == there
    assert told <= there.keys()
    assert went_on  # some were killed half way


def parts(folder: Path) -> list[Path]:
    """What lies there unfinished and is not empty."""
    return [path for path in (folder / ".incoming").glob("*") if size_of(path)]
