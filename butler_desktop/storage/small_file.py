"""Small files that people choose: read whole, or refused with a sentence."""

from pathlib import Path

from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words


def read_small(file: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file. Raises StoreUnavailable where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        raise StoreUnavailable(
            Words(
                f"文件 {file} 读不了：{error.strerror}。",
                f"The file {file} cannot be read: {error.strerror}.",
            ),
            Words("核对位置与权限。", "Check its place and permissions."),
        ) from error


def write_small(file: Path, data: bytes) -> None:
    """Writes a file whole or not at all. Raises StoreUnavailable where it cannot be written."""
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        raise StoreUnavailable(
            Words(
                f"文件 {file} 写不了：{error.strerror}。",
                f"The file {file} cannot be written: {error.strerror}.",
            ),
            Words("核对磁盘空间与权限，或换一个位置。", "Check the disk, or choose another place."),
        ) from error
