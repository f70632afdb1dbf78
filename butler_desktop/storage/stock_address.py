"""Where a team's stock of blobs lies: a folder, or the URL of a folder or of an S3 bucket.

Keys never stand in the address: S3 takes them from the environment and the
files that every AWS tool reads.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, parse_qsl, urlsplit
from urllib.request import url2pathname

from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.file_stock import FileStock
from butler_desktop.storage.folder_stock import FolderStock
from butler_desktop.storage.stock_failures import Failures
from butler_desktop.words import Words

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_S3_OPTIONS = {"endpoint_url", "region_name", "profile"}
_WAIT = {"connect_timeout": 5, "read_timeout": 30, "retries": {"max_attempts": 2}}


def open_stock(address: str, station: str, *, make: bool = False) -> FileStock:
    """The stock at ``address``, written to under the name of the desk ``station``.

    ``address`` is a folder, ``file://…``, or ``s3://bucket/prefix`` with
    ``endpoint_url``, ``region_name`` and ``profile`` as its query. With
    ``make`` the place becomes a stock; without, nothing is asked of it yet,
    and no library loaded. Raises StoreUnavailable for an address that cannot
    be one, and with ``make`` what ``prepare`` raises.
    """
    stock = _stock(address, station)
    if make:
        stock.prepare()
    return stock


def _stock(address: str, station: str) -> FileStock:
    if "://" not in address:
        return FolderStock(Path(address).expanduser().absolute(), station)
    url = urlsplit(address)
    match url.scheme:
        case "file":
            return FolderStock(_folder(url), station)
        case "s3":
            return _s3(url, station)
        case "memory":
            return FileStock(_memory, f"/{url.netloc}{url.path}", station, place=address)
    raise _unfit(
        address, Words(f"不认识 {url.scheme}://", f"{url.scheme}:// is not a place for them")
    )


def _folder(url: SplitResult) -> Path:
    if url.netloc in ("", "localhost"):
        return Path(url2pathname(url.path))
    return Path(url2pathname(f"//{url.netloc}{url.path}"))


def _s3(url: SplitResult, station: str) -> FileStock:
    place = f"s3://{url.netloc.rpartition('@')[2]}{url.path}"
    options = dict(parse_qsl(url.query))
    if "@" in url.netloc or options.keys() - _S3_OPTIONS:
        raise _unfit(
            place,
            Words(
                f"地址中只能写 {'、'.join(sorted(_S3_OPTIONS))}，不写密钥",
                f"its options are {', '.join(sorted(_S3_OPTIONS))}, and never a key",
            ),
        )
    root = f"{url.netloc}{url.path}"
    return FileStock(lambda: _bucket(place, options), root, station, place=place)


def _memory() -> "tuple[AbstractFileSystem, Failures]":
    from fsspec.implementations.memory import MemoryFileSystem

    return MemoryFileSystem(skip_instance_cache=True), Failures()


def _bucket(place: str, options: Mapping[str, str]) -> "tuple[AbstractFileSystem, Failures]":
    try:
        s3fs: Any = import_module("s3fs")
        botocore: Any = import_module("botocore.exceptions")
    except ImportError as error:
        raise StoreUnavailable(
            Words(
                f"共享附件库 {place} 在 S3 上，本机的程序没有装 S3 部分。",
                f"{place} is on S3, and this installation lacks the part for S3.",
            ),
            Words(
                "安装：pip install 'butler-desktop[s3]'。",
                "Install it: pip install 'butler-desktop[s3]'.",
            ),
        ) from error
    failures = Failures(
        away=(botocore.BotoCoreError,),
        refused=(botocore.NoCredentialsError, botocore.ProfileNotFound),
    )
    named = dict(options)
    region = named.pop("region_name", None)
    files = s3fs.S3FileSystem(
        use_listings_cache=False,  # colleagues write too
        skip_instance_cache=True,
        client_kwargs={"region_name": region} if region else {},
        config_kwargs=_WAIT,
        **named,
    )
    return files, failures


def _unfit(place: str, why: Words) -> StoreUnavailable:
    return StoreUnavailable(
        Words(
            f"{place} 不能作共享附件库：{why.zh}。",
            f"{place} cannot hold shared attachments: {why.en}.",
        ),
        Words(
            "给出共享文件夹，或 s3://桶名/前缀。", "Give a shared folder, or s3://bucket/prefix."
        ),
    )
