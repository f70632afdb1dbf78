"""An archive is a function of its files and its time."""

import io
import zipfile
from datetime import UTC, datetime

from butler_desktop.documents.archive import packed

AT = datetime(2026, 3, 18, 2, 42, tzinfo=UTC)


def test_the_same_files_are_the_same_bytes_in_whatever_order() -> None:
    files = [("02_证件.jpg", b"two"), ("01_证件.jpg", b"one")]
    assert packed(files, AT) == packed(reversed(files), AT)
    with zipfile.ZipFile(io.BytesIO(packed(files, AT))) as archive:
        assert archive.namelist() == ["01_证件.jpg", "02_证件.jpg"]
        assert archive.read("01_证件.jpg") == b"one"
        assert archive.infolist()[0].date_time == (2026, 3, 18, 10, 42, 0)
