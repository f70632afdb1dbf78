"""Blobs in a filesystem: carried piece by piece, resumed, checked, whole or not at all."""

import os
import threading
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.errors import ButlerError, StoreAway, StoreUnavailable
from butler_desktop.storage.file_stock import FileStock
from butler_desktop.storage.folder_stock import FolderStock
from butler_desktop.storage.stock_failures import Failures
from tests.storage.stocks import PIECE, Connection, a_blob, names_in

pytestmark = pytest.mark.sqlite
DATA = bytes(range(256)) + b"the last piece is short"
PLACES = count()


class Place:
    """A stock of one kind at a place of its own, and the connection to it."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind, self.root = kind, f"{folder.as_posix()}/stock{next(PLACES)}"
        self.files: Any = (
            LocalFileSystem() if kind == "folder" else MemoryFileSystem(skip_instance_cache=True)
        )
        self.connection = Connection(self.files)
        self.stock = self.desk("desk 1")
        self.stock.prepare()
        self.connection.mended()

    def desk(self, station: str) -> FileStock:
        if self.kind == "folder":
            stock: FileStock = FolderStock(Path(self.root), station, piece=PIECE)
        else:
            stock = FileStock(lambda: (self.files, Failures()), self.root, station, piece=PIECE)
        stock._files = self.connection
        return stock

    @property
    def names(self) -> list[str]:
        return names_in(self.files, self.root)

    def content(self, sha256: str) -> bytes:
        data: bytes = self.files.cat_file(f"{self.root}/{sha256[:2]}/{sha256}")
        return data

    def parts(self) -> list[str]:
        """What lies in ``.incoming``."""
        folder = f"{self.root}/.incoming"
        return list(self.files.find(folder)) if self.files.exists(folder) else []


@pytest.fixture(params=["memory", "folder"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return Place(request.param, tmp_path)


@pytest.mark.parametrize("how", ["before", "half", "after"])
def test_a_store_that_breaks_off_anywhere_leaves_all_or_nothing_and_goes_on(
    place: Place, how: str, tmp_path: Path
) -> None:
    for at in count(1):
        place = Place(place.kind, tmp_path)
        sha256, path = a_blob(tmp_path, DATA)
        place.connection.breaks(at, how)
        try:
            place.stock.store(sha256, path)
            broke = place.connection.calls >= at  # when it was all but forgotten
        except StoreAway:
            broke = True
        assert place.names in ([], [sha256])
        sent, place.connection.how = place.connection.sent, ""
        place.connection.breaks_at = 0
        place.stock.store(sha256, path)
        assert place.content(sha256) == DATA
        assert place.connection.sent <= len(DATA) + PIECE, f"broke at {at} after {sent} bytes"
        if not broke:
            assert at > len(DATA) // PIECE
            break
    assert place.parts() == []


@pytest.mark.parametrize("how", ["before", "after"])
def test_a_fetch_that_breaks_off_anywhere_leaves_all_or_nothing_and_goes_on(
    place: Place, how: str, tmp_path: Path
) -> None:
    sha256, path = a_blob(tmp_path, DATA)
    place.stock.store(sha256, path)
    for at in count(1):
        target = tmp_path / f"fetched{at}"
        place.connection.breaks(at, how)
        try:
            place.stock.fetch(sha256, target)
            broke = False
        except StoreAway:
            broke = True
        assert target.exists() is not broke
        received = place.connection.received
        place.connection.mended()
        place.stock.fetch(sha256, target)
        assert target.read_bytes() == DATA
        if broke:
            assert place.connection.received + received == len(DATA)
        else:
            assert at > len(DATA) // PIECE
            break
    assert not [*tmp_path.glob("*.part")]


def test_what_is_there_costs_nothing(place: Place, tmp_path: Path) -> None:
    sha256, path = a_blob(tmp_path, DATA)
    assert not place.stock.holds(sha256)
    place.stock.store(sha256, path)
    assert place.stock.holds(sha256)
    assert (place.names, place.parts()) == ([sha256], [])
    place.connection.mended()
    place.stock.store(sha256, path)
    place.desk("desk 2").store(sha256, path)
    assert (place.connection.sent, place.connection.received) == (0, 0)


@pytest.mark.parametrize(
    "torn",
    [b"\0" * 10, DATA[:100] + b"\0" * 28, DATA + b"more", b"x" + DATA[1:], DATA],
)
def test_a_torn_or_tampered_part_is_found_and_begun_anew(
    place: Place, torn: bytes, tmp_path: Path
) -> None:
    sha256, path = a_blob(tmp_path, DATA)
    place.connection.breaks(8, "before")
    with pytest.raises(StoreAway):
        place.stock.store(sha256, path)
    (part,) = place.parts()
    place.files.pipe_file(part, torn)
    place.connection.mended()
    place.stock.store(sha256, path)
    assert place.content(sha256) == DATA
    assert place.connection.sent == (0 if torn == DATA else len(DATA))


@pytest.mark.parametrize("torn", [b"\0" * 10, DATA + b"more", b"x" + DATA[1:], DATA])
def test_a_torn_or_tampered_download_is_begun_anew(
    place: Place, torn: bytes, tmp_path: Path
) -> None:
    sha256, path = a_blob(tmp_path, DATA)
    place.stock.store(sha256, path)
    target = tmp_path / "fetched"
    (tmp_path / "fetched.part").write_bytes(torn)
    place.stock.fetch(sha256, target)
    assert target.read_bytes() == DATA


@pytest.mark.parametrize("tampered", [b"", DATA[:-1], DATA + b"x", b"x" + DATA[1:]])
def test_what_was_tampered_with_in_the_stock_is_refused_on_arrival(
    place: Place, tampered: bytes, tmp_path: Path
) -> None:
    sha256, path = a_blob(tmp_path, DATA)
    place.stock.store(sha256, path)
    place.files.pipe_file(f"{place.root}/{sha256[:2]}/{sha256}", tampered)
    target = tmp_path / "fetched"
    with pytest.raises(StoreUnavailable, match="没有收下") as refused:
        place.stock.fetch(sha256, target)
    assert not isinstance(refused.value, StoreAway)
    assert not target.exists()
    assert not [*tmp_path.glob("*.part")]
    if len(tampered) != len(DATA):  # told by its size: whoever has it mends it
        place.stock.store(sha256, path)
        place.stock.fetch(sha256, target)
        assert target.read_bytes() == DATA


def test_a_place_that_changes_what_it_keeps_gets_nothing(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256, path = a_blob(tmp_path, DATA)
    kept = place.connection.cat_file
    monkeypatch.setattr(place.connection, "cat_file", lambda *a, **k: kept(*a, **k).swapcase())
    with pytest.raises(StoreUnavailable, match="内容变了"):
        place.stock.store(sha256, path)
    assert (place.names, place.parts()) == ([], [])


def test_a_file_that_is_not_what_its_name_says_is_not_shared(place: Place, tmp_path: Path) -> None:
    sha256, path = a_blob(tmp_path, DATA)
    path.write_bytes(b"something else")
    with pytest.raises(StoreUnavailable, match="被改动过"):
        place.stock.store(sha256, path)
    path.unlink()
    with pytest.raises(StoreUnavailable, match="不在了"):
        place.stock.store(sha256, path)
    assert place.names == []


def test_what_nobody_brought_is_told_as_gone(place: Place, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="没有附件") as refused:
        place.stock.fetch("ab" * 32, tmp_path / "fetched")
    assert not isinstance(refused.value, StoreAway)
    assert [*tmp_path.glob("fetched*")] == []


def test_a_place_without_the_mark_is_away_not_empty(place: Place, tmp_path: Path) -> None:
    """A network drive that is not mounted is an empty folder: nothing may be put there."""
    sha256, path = a_blob(tmp_path, DATA)
    (mark,) = (name for name in place.files.find(place.root) if name.endswith(".txt"))
    place.files.rm_file(mark)
    asked: list[Callable[[], object]] = [
        lambda: place.stock.holds(sha256),
        lambda: place.stock.store(sha256, path),
        lambda: place.stock.fetch(sha256, tmp_path / "fetched"),
    ]
    for ask in asked:
        with pytest.raises(StoreAway, match="网络盘"):
            ask()
    assert (place.names, place.parts()) == ([], [])


def at_once(*doings: Callable[[], None]) -> None:
    """Does all of it, each on a thread of its own; raises what one of them raised."""
    wrong: list[Exception] = []
    ready = threading.Barrier(len(doings))

    def run(doing: Callable[[], None]) -> None:
        ready.wait()
        try:
            doing()
        except (OSError, ButlerError) as error:
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(doing,)) for doing in doings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_desks_that_bring_in_the_same_blob_at_once_do_no_harm(place: Place, tmp_path: Path) -> None:
    for number in range(10):
        sha256, path = a_blob(tmp_path, os.urandom(1000 + number))
        desks = [place.desk(f"desk {name}") for name in range(4)]
        at_once(*(partial(desk.store, sha256, path) for desk in desks))
        assert place.content(sha256) == path.read_bytes()
    assert len(place.names) == 10
    assert place.parts() == []


def test_two_processes_of_one_desk_do_no_harm(tmp_path: Path) -> None:
    place = Place("folder", tmp_path)
    for number in range(20):
        sha256, path = a_blob(tmp_path, os.urandom(1000 + number))
        stocks = [place.desk("the same") for _ in range(2)]
        target = tmp_path / "fetched"
        at_once(*(partial(tried, stock, sha256, path) for stock in stocks))
        place.stock.store(sha256, path)
        assert place.content(sha256) == path.read_bytes()
        at_once(*(partial(stock.fetch, sha256, target) for stock in stocks))
        assert target.read_bytes() == path.read_bytes()
    assert place.parts() == []


def tried(stock: FileStock, sha256: str, path: Path) -> None:
    """Stores; that the other one was at it in the same instant is tried again another time."""
    try:
        stock.store(sha256, path)
    except StoreUnavailable:
        assert not stock.holds(sha256)


@given(size=st.integers(0, 5 * PIECE), broken=st.integers(0, 30))
def test_any_size_comes_out_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, size: int, broken: int
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for kind in ("memory", "folder"):
        place = Place(kind, folder)
        sha256, path = a_blob(folder, os.urandom(size))
        place.connection.breaks(broken, "half")
        try:
            place.stock.store(sha256, path)
        except StoreAway:
            place.connection.mended()
            place.stock.store(sha256, path)
        place.connection.mended()
        place.stock.fetch(sha256, folder / "fetched")
        assert (folder / "fetched").read_bytes() == path.read_bytes()
