"""Where the stock lies, as people write it; and an S3-compatible server, a real one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from fsspec.asyn import get_loop
from moto.server import ThreadedMotoServer

from butler_desktop.errors import StoreAway, StoreUnavailable
from butler_desktop.storage import file_stock
from butler_desktop.storage.blob_stock import BlobStock
from butler_desktop.storage.file_stock import FileStock
from butler_desktop.storage.folder_stock import FolderStock
from butler_desktop.storage.stock_address import open_stock
from tests.storage.stocks import Connection, a_blob

pytestmark = pytest.mark.sqlite


def round_trip(stock: BlobStock, folder: Path, data: bytes) -> None:
    sha256, path = a_blob(folder, data)
    assert not stock.holds(sha256)
    stock.store(sha256, path)
    assert stock.holds(sha256)
    stock.fetch(sha256, folder / sha256)
    assert (folder / sha256).read_bytes() == data


@pytest.mark.parametrize("written", ["{folder}", "file://{folder}", "file://localhost{folder}"])
def test_a_folder_is_written_as_a_path_or_a_url(written: str, tmp_path: Path) -> None:
    folder = tmp_path / "附件 of the team"
    stock = open_stock(written.format(folder=folder), "d1", make=True)
    assert isinstance(stock, FolderStock)
    assert stock.place == str(folder)
    round_trip(stock, tmp_path, b"licence")
    assert [it.name for it in tmp_path.iterdir() if it.is_dir()] == [folder.name]


def test_a_url_may_be_quoted(tmp_path: Path) -> None:
    stock = open_stock(f"file://{tmp_path}/of%20the%20team", "d1")
    assert stock.place == f"{tmp_path}/of the team"


def test_home_is_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert open_stock("~/team", "d1").place == str(tmp_path / "team")


def test_only_making_makes(tmp_path: Path) -> None:
    with pytest.raises(StoreAway):
        open_stock(str(tmp_path / "team"), "d1").holds("ab" * 32)
    assert [*tmp_path.iterdir()] == []
    open_stock(str(tmp_path / "team"), "d1", make=True)
    open_stock(str(tmp_path / "team"), "d2", make=True)
    assert not open_stock(str(tmp_path / "team"), "d1").holds("ab" * 32)


def test_memory_is_a_place_for_tests(tmp_path: Path) -> None:
    round_trip(open_stock(f"memory://{tmp_path.name}", "d1", make=True), tmp_path, b"licence")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://server/team", "不认识 ftp://"),
        ("s3://key:secret@team/files", "不写密钥"),
        ("s3://team/files?key=AKIA&secret=hidden", "不写密钥"),
    ],
)
def test_what_is_no_place_is_told_without_its_keys(address: str, why: str) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        open_stock(address, "d1")
    assert why in refused.value.sentence.zh
    assert "s3://桶名/前缀" in refused.value.cure.zh
    assert "secret" not in refused.value.said("en") + refused.value.said("zh")
    assert "hidden" not in refused.value.said("en") + refused.value.said("zh")


def test_the_part_for_s3_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(StoreUnavailable) as refused:
        open_stock("s3://team/files", "d1").holds("ab" * 32)
    assert "pip install 'butler-desktop[s3]'" in refused.value.cure.zh


@pytest.fixture(scope="module", autouse=True)
def _threads_that_stay() -> None:
    """Threads of fsspec for its work and for looking names up: made here, no test leaves them."""
    loop, names = get_loop(), ThreadPoolExecutor(1)
    names.submit(int).result()
    loop.call_soon_threadsafe(loop.set_default_executor, names)


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The endpoint of an S3-compatible server with the bucket ``team``."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    endpoint = "http://{}:{}".format(*server.get_host_and_port())
    with urlopen(Request(f"{endpoint}/team", method="PUT")) as answer:
        assert answer.status == 200
    yield endpoint
    server.stop()


@contextmanager
def signed_in() -> Iterator[None]:
    """The desk has keys, where every AWS tool looks for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "key")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        yield


@pytest.fixture
def bucket(s3: str, tmp_path: Path) -> Iterator[FileStock]:
    with signed_in():
        address = f"s3://team/{tmp_path.name}?endpoint_url={s3}&region_name=us-east-1"
        yield open_stock(address, "d1", make=True)


@pytest.mark.parametrize("size", [0, 1000, file_stock.PIECE, 2 * file_stock.PIECE + 5])
def test_s3_keeps_blobs_of_any_size(bucket: FileStock, tmp_path: Path, size: int) -> None:
    round_trip(bucket, tmp_path, os.urandom(size))


def test_s3_goes_on_where_it_broke_off(bucket: FileStock, tmp_path: Path) -> None:
    """The pieces that arrived are put together on the other side, not sent again."""
    sha256, path = a_blob(tmp_path, os.urandom(3 * file_stock.PIECE))
    way = bucket._files = Connection(bucket._files)
    way.breaks(10, "before")
    with pytest.raises(StoreAway):
        bucket.store(sha256, path)
    assert 0 < way.sent < path.stat().st_size
    sent = way.sent
    way.mended()
    bucket.store(sha256, path)
    assert way.sent + sent == path.stat().st_size
    bucket.fetch(sha256, tmp_path / "fetched")
    assert (tmp_path / "fetched").read_bytes() == path.read_bytes()


def test_desks_that_bring_in_the_same_blob_at_once_do_no_harm(
    bucket: FileStock, s3: str, tmp_path: Path
) -> None:
    sha256, path = a_blob(tmp_path, os.urandom(file_stock.PIECE + 9))
    address = f"s3://team/{tmp_path.name}?endpoint_url={s3}&region_name=us-east-1"
    stocks = [bucket, open_stock(address, "d2")]
    with ThreadPoolExecutor(2) as desks:
        for done in [desks.submit(stock.store, sha256, path) for stock in stocks]:
            done.result()
    bucket.fetch(sha256, tmp_path / "fetched")
    assert (tmp_path / "fetched").read_bytes() == path.read_bytes()


def test_a_bucket_that_is_not_there_is_told(s3: str) -> None:
    with signed_in(), pytest.raises(StoreUnavailable, match="team-of-nobody"):
        open_stock(f"s3://team-of-nobody/files?endpoint_url={s3}", "d1", make=True)


def test_a_server_that_is_not_there_is_away(tmp_path: Path) -> None:
    with signed_in():
        stock = open_stock("s3://team/files?endpoint_url=http://127.0.0.1:9", "d1")
        with pytest.raises(StoreAway, match="连不上"):
            stock.holds("ab" * 32)


def test_a_desk_without_keys_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    stock = open_stock("s3://team/files?endpoint_url=http://127.0.0.1:9", "d1")
    with pytest.raises(StoreUnavailable, match="拒绝访问") as refused:
        stock.holds("ab" * 32)
    assert not isinstance(refused.value, StoreAway)


def test_no_library_is_loaded_before_a_blob_is_asked_for() -> None:
    asked = """
import sys
from butler_desktop.storage.stock_address import open_stock
open_stock("/team/files", "d1"), open_stock("s3://team/files", "d1")
raise SystemExit(bool({"fsspec", "s3fs", "botocore"} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", asked], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 0
