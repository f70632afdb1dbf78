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
