"""A desk's own folder of blobs and the stock of its team."""

import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from butler_desktop.errors import StoreAway, StoreUnavailable
from butler_desktop.storage.arrival import PART, receive
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.folder_stock import FolderStock
from butler_desktop.words import Words
from tests.storage.stocks import a_blob, files_no_larger_than

pytestmark = pytest.mark.sqlite


class Team:
    """A stock in a folder, a network that may be away, and what was carried."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inner = FolderStock(folder, "desk")
        self.inner.prepare()
        self.is_away = False
        self.stored: list[str] = []
        self.fetched: list[str] = []

    def _reach(self) -> None:
        if self.is_away:
            raise StoreAway(Words("连不上。", "Away."))

    def holds(self, sha256: str) -> bool:
        self._reach()
        return self.inner.holds(sha256)

    def store(self, sha256: str, path: Path) -> None:
        self._reach()
        self.stored.append(sha256)
        self.inner.store(sha256, path)

    def fetch(self, sha256: str, target: Path) -> None:
        self._reach()
        self.fetched.append(sha256)
        self.inner.fetch(sha256, target)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path / "team")


@pytest.fixture
def direct(team: Team, tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "direct", team, eager=True)


@pytest.fixture
def replica(team: Team, tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "replica", team)


def test_a_direct_desk_shares_what_it_puts_before_it_says_so(
    direct: BlobStore, team: Team, tmp_path: Path
) -> None:
    _, path = a_blob(tmp_path, b"scan")
    for sha256 in (direct.put_bytes(b"packet"), direct.put_file(path)):
        assert team.inner.holds(sha256)


def test_without_a_network_a_direct_desk_puts_nothing_and_may_try_again(
    direct: BlobStore, team: Team
) -> None:
    team.is_away = True
    with pytest.raises(StoreAway):
        direct.put_bytes(b"packet")
    team.is_away = False
    assert team.inner.holds(direct.put_bytes(b"packet"))


def test_a_replica_keeps_what_it_puts_until_it_is_asked_to_share(
    replica: BlobStore, team: Team
) -> None:
    team.is_away = True
    names = [replica.put_bytes(data) for data in (b"one", b"two", b"three")]
    assert [replica.read(it) for it in names] == [b"one", b"two", b"three"]
    with pytest.raises(StoreAway):
        replica.upload(names)
    team.is_away = False
    team.inner.store(names[0], replica.path_of(names[0]))
    assert replica.upload([*names, names[1]]) == 2
    assert team.stored == names[1:]
    assert replica.upload(names) == 0
    assert team.stored == names[1:]


def test_what_is_neither_here_nor_there_cannot_be_shared(replica: BlobStore) -> None:
    with pytest.raises(StoreUnavailable, match="不在了"):
        replica.upload(["ab" * 32])


def test_what_a_colleague_shared_is_brought_when_it_is_read(
    direct: BlobStore, replica: BlobStore, team: Team
) -> None:
    sha256 = direct.put_bytes(b"scan")
    assert replica.missing([sha256, sha256]) == (sha256,)
    assert replica.held(sha256).read_bytes() == b"scan"
    assert replica.held(sha256) == replica.path_of(sha256)
    assert replica.read(sha256) == b"scan"
    assert replica.missing([sha256]) == ()
    assert team.fetched == [sha256]
    assert replica.path_of(sha256).stat().st_mode & 0o222 == 0
    assert [*(replica.folder / ".incoming").iterdir()] == []


def test_what_is_here_needs_no_network(replica: BlobStore, team: Team) -> None:
    team.is_away = True
    sha256 = replica.put_bytes(b"scan")
    assert replica.read(sha256) == replica.held(sha256).read_bytes() == b"scan"
    assert replica.download([sha256]) == 0


def test_what_is_not_here_without_a_network_says_when_it_comes(
    direct: BlobStore, replica: BlobStore, team: Team
) -> None:
    sha256 = direct.put_bytes(b"scan")
    team.is_away = True
    for ask in (replica.read, replica.held, lambda it: replica.download([it])):
        with pytest.raises(StoreAway) as refused:
            ask(sha256)
        assert refused.value.said("zh") == "这份附件还没有带到本机。联网后自动取回。"
    team.is_away = False
    assert replica.read(sha256) == b"scan"


def test_what_nobody_has_is_not_promised(replica: BlobStore) -> None:
    with pytest.raises(StoreUnavailable, match="没有附件") as refused:
        replica.read("ab" * 32)
    assert not isinstance(refused.value, StoreAway)


def test_all_that_is_missing_is_brought_at_once_and_goes_on_after_a_cut(
    direct: BlobStore, replica: BlobStore, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [direct.put_bytes(bytes([it]) * 100) for it in range(5)]
    replica.put_bytes(bytes([1]) * 100)
    fetch, budget = team.inner.fetch, iter(range(2))

    def until_cut(sha256: str, target: Path) -> None:
        if next(budget, None) is None:
            raise StoreAway(Words("断了。", "Cut."))
        fetch(sha256, target)

    monkeypatch.setattr(team.inner, "fetch", until_cut)
    with pytest.raises(StoreAway):
        replica.download(names)
    assert replica.missing(names) == (names[3], names[4])
    monkeypatch.undo()
    assert replica.download(names) == 2
    assert replica.missing(names) == ()


def test_what_was_changed_here_is_mended_from_the_stock(direct: BlobStore, team: Team) -> None:
    sha256 = direct.put_bytes(b"scan")
    path = direct.path_of(sha256)
    path.chmod(0o600)
    path.write_bytes(b"scam")
    assert direct.read(sha256) == b"scan"
    assert path.read_bytes() == b"scan"


def read_at_once(stores: list[BlobStore], sha256: str) -> list[bytes]:
    """What each gets, on a thread of its own."""
    ready, answers = threading.Barrier(len(stores)), list[bytes]()

    def read(store: BlobStore) -> None:
        ready.wait()
        answers.append(store.read(sha256))

    threads = [threading.Thread(target=read, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_threads_that_want_the_same_blob_bring_it_once(
    direct: BlobStore, replica: BlobStore, team: Team
) -> None:
    data = os.urandom(300_000)
    sha256 = direct.put_bytes(data)
    assert read_at_once([replica] * 8, sha256) == [data] * 8
    assert team.fetched == [sha256]


def test_processes_that_want_the_same_blob_do_each_other_no_harm(
    direct: BlobStore, team: Team, tmp_path: Path
) -> None:
    """Each with a store of its own on the same folder, as a window and a command have."""
    for number in range(20):
        data = os.urandom(100_000 + number)
        sha256 = direct.put_bytes(data)
        stores = [BlobStore(tmp_path / "replica", team) for _ in range(3)]
        assert read_at_once(stores, sha256) == [data] * 3
    assert [*(tmp_path / "replica" / ".incoming").iterdir()] == []


def test_what_a_third_has_begun_is_not_taken_for_a_changed_blob(tmp_path: Path) -> None:
    """One is done meanwhile, and another begins anew under the name of the unfinished file."""
    data = os.urandom(1_000)
    sha256 = hashlib.sha256(data).hexdigest()
    target = tmp_path / sha256
    part = tmp_path / f"{sha256}{PART}"

    def pieces_from(begun: int) -> Iterator[bytes]:
        yield data[begun:]
        target.write_bytes(data)
        part.unlink()
        part.write_bytes(data[:10])

    receive(sha256, target, pieces_from, "team")
    assert target.read_bytes() == data


def test_a_download_that_broke_off_outlives_the_next_start(
    direct: BlobStore, replica: BlobStore, team: Team, tmp_path: Path
) -> None:
    sha256 = direct.put_bytes(b"scan")
    incoming = replica.folder / ".incoming"
    incoming.mkdir(parents=True)
    part = incoming / f"{sha256}.part"
    part.write_bytes(b"sc")
    long_ago = part.stat().st_mtime - 24 * 3600
    os.utime(part, (long_ago, long_ago))
    again = BlobStore(replica.folder, team)
    assert part.exists()
    assert again.read(sha256) == b"scan"


def test_a_full_disk_is_told_and_the_download_goes_on_later(
    direct: BlobStore, replica: BlobStore
) -> None:
    data = os.urandom(300_000)
    sha256 = direct.put_bytes(data)
    with files_no_larger_than(100_000), pytest.raises(StoreUnavailable, match="存不进"):
        replica.download([sha256])
    assert replica.missing([sha256]) == (sha256,)
    assert replica.read(sha256) == data
