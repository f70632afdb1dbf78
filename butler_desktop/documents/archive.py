"""Archives: files in one zip whose bytes depend on nothing but its files and its time."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime

from butler_desktop.domain.local_time import local

PLAIN = 0o644 << 16
"""Rights of a file that everybody may read, whatever the machine that packs it."""
UNIX = 3


def packed(files: Iterable[tuple[str, bytes]], at: datetime) -> bytes:
    """A zip of the files (name, content) in the order of their names, all dated ``at`` (UTC).

    Scans are packed already: nothing is compressed, so that no library's
    version shows in the bytes.
    """
    out = io.BytesIO()
    moment = local(at)
    date = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files):
            entry = zipfile.ZipInfo(name, date)
            entry.create_system = UNIX
            entry.external_attr = PLAIN
            archive.writestr(entry, data)
    return out.getvalue()
