import hashlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.errors import DocumentFailed, StoreUnavailable
from butler_desktop.storage.attachments import BlobStore
from tests.storage.stocks import files_no_larger_than, size_of

pytestmark = pytest.mark.sqlite

MEGABYTE = 1024 * 1024


@pytest.fixture
def store(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "butler.db.files")


def blobs(store: BlobStore) -> dict[str, bytes]:
    """All that lies under final names."""
    return {path.name: path.read_bytes() for path in store.folder.glob("??/*")}


def left_over(store: BlobStore) -> list[Path]:
    return list((store.folder / ".incoming").glob("*"))


def test_a_file_is_kept_byte_for_byte_under_its_hash(store: BlobStore, tmp_path: Path) -> None:
    original = tmp_path / "张𬭎 营业执照.jpg"
    original.write_bytes(b"\xff\xd8\r\n\x00\x1a" * 300_000)
    sha256 = store.put_file(original)
    assert sha256 == hashlib.sha256(original.read_bytes()).hexdigest()
    assert store.path_of(sha256) == store.folder / sha256[:2] / sha256
    assert store.read(sha256) == original.read_bytes()
    assert left_over(store) == []


def test_the_original_may_go_away_or_change(store: BlobStore, tmp_path: Path) -> None:
    original = tmp_path / "scan.jpg"
    original.write_bytes(b"first")
    first = store.put_file(original)
    original.write_bytes(b"second")
    second = store.put_file(original)
    original.unlink()
    assert (store.read(first), store.read(second)) == (b"first", b"second")


def test_the_same_content_lies_there_once_and_is_not_written_again(store: BlobStore) -> None:
    sha256 = store.put_bytes(b"licence")
    before = store.path_of(sha256).stat()
    assert store.put_bytes(b"licence") == sha256
    after = store.path_of(sha256).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert list(blobs(store)) == [sha256]


def test_a_store_is_made_only_when_something_comes_in(tmp_path: Path) -> None:
    store = BlobStore(tmp_path / "deep" / "butler.db.files")
    assert not (tmp_path / "deep").exists()
    assert store.read(store.put_bytes(b"")) == b""


def test_another_program_cannot_save_over_a_blob(store: BlobStore) -> None:
    assert store.path_of(store.put_bytes(b"scan")).stat().st_mode & 0o222 == 0


def test_what_is_missing_is_told_with_the_folder(store: BlobStore) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        store.read("ab" * 32)
    assert "不在了" in refused.value.sentence.zh
    assert str(store.folder) in refused.value.cure.zh


@pytest.mark.parametrize("changed", [b"", b"licencf", b"licence and more"])
def test_what_was_changed_is_refused_and_mended_by_the_original(
    store: BlobStore, changed: bytes
) -> None:
    sha256 = store.put_bytes(b"licence")
    path = store.path_of(sha256)
    path.chmod(0o600)
    path.write_bytes(changed)
    path.chmod(0o400)
    with pytest.raises(StoreUnavailable) as refused:
        store.read(sha256)
    assert "被改动过" in refused.value.sentence.zh
    assert store.put_bytes(b"licence") == sha256
    assert store.read(sha256) == b"licence"


@pytest.mark.parametrize("name", ["", "ab", "AB" * 32, "../" * 22, "ab" * 31 + "/."])
def test_only_a_hash_names_a_blob(store: BlobStore, name: str) -> None:
    with pytest.raises(ValueError, match="no SHA-256"):
        store.path_of(name)


def test_a_file_that_cannot_be_read_leaves_nothing(store: BlobStore, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(DocumentFailed):
            store.put_file(path)
    assert blobs(store) == {}
    assert left_over(store) == []


def test_a_full_disk_is_told_with_the_folder_and_leaves_nothing(
    store: BlobStore, tmp_path: Path
) -> None:
    kept = store.put_bytes(b"kept")
    original = tmp_path / "large.jpg"
    original.write_bytes(os.urandom(3 * MEGABYTE))
    with files_no_larger_than(2 * MEGABYTE), pytest.raises(StoreUnavailable) as refused:
        store.put_file(original)
    assert str(store.folder) in refused.value.sentence.zh
    assert str(store.folder) in refused.value.sentence.en
    assert list(blobs(store)) == [kept]
    assert left_over(store) == []
    assert store.read(store.put_file(original)) == original.read_bytes()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = BlobStore(tmp_path / "file" / "butler.db.files")
    with pytest.raises(StoreUnavailable):
        store.put_bytes(b"scan")


def test_left_overs_are_swept_and_living_writers_are_not(store: BlobStore) -> None:
    store.put_bytes(b"scan")
    incoming = store.folder / ".incoming"
    (incoming / "abandoned").write_bytes(b"half")
    (incoming / "being-written").write_bytes(b"half")
    long_ago = time.time() - 2 * 3600
    os.utime(incoming / "abandoned", (long_ago, long_ago))
    BlobStore(store.folder)
    assert [path.name for path in left_over(store)] == ["being-written"]


@given(contents=st.lists(st.binary(max_size=5000), max_size=12))
def test_whatever_comes_in_comes_out(contents: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = BlobStore(Path(folder) / "files")
        names = [store.put_bytes(content) for content in contents]
        assert [store.read(name) for name in names] == contents
        assert blobs(store) == {hashlib.sha256(it).hexdigest(): it for it in contents}
        assert left_over(store) == []


def test_many_writers_of_the_same_content_agree(store: BlobStore) -> None:
    content = os.urandom(MEGABYTE)
    answers: list[str] = []

    def write() -> None:
        answers.extend(BlobStore(store.folder).put_bytes(content) for _ in range(5))

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert answers == [hashlib.sha256(content).hexdigest()] * 20
    assert blobs(store) == {answers[0]: content}


# Puts blobs until it is killed; says which are in.
WRITER = """
import random, sys
from pathlib import Path
from butler_desktop.storage.attachments import BlobStore
store, made = BlobStore(Path(sys.argv[1])), random.Random(int(sys.argv[2]))
while True:
    print(store.put_bytes(made.randbytes(made.randrange(3_000_000))), flush=True)
"""


def test_a_kill_in_the_middle_leaves_no_half_blob_and_loses_none_that_was_told(
    store: BlobStore,
) -> None:
    told: set[str] = set()
    for number in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(store.folder), str(number)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert writer.stdout is not None
        told.add(writer.stdout.readline().strip())
        while number % 2 and not any(size_of(path) for path in left_over(store)):
            assert writer.poll() is None
        writer.kill()  # every other time while a blob is half written, else just after one
        told.update(line.strip() for line in writer.stdout if line.endswith("\n"))
        writer.wait()
        writer.stdout.close()
    there = blobs(store)
    assert {name: hashlib.sha256(data).hexdigest() for name, data in there.items()} == {
        name: name for name in there
    }
    assert told <= there.keys()
