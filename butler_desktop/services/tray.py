"""The tray: sheets that came back and that no code could file; somebody has to look.

It lies beside the attachments of this desk, until each sheet is filed by hand
or put away. A file in it is the untouched original.
"""

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from butler_desktop.domain.ids import new_id
from butler_desktop.domain.records import from_record, to_record
from butler_desktop.errors import NotFound, StoreUnavailable
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.words import Words

log = logging.getLogger(__name__)

FOLDER = ".tray"


@dataclass(frozen=True, slots=True)
class TraySheet:
    """A sheet of a file, from 1; 0 for a file that cannot be opened. ``received_at`` is UTC."""

    id: str
    sha256: str
    file_name: str
    sheet: int
    reason: Words
    """Why it lies here."""
    received_at: datetime
    received_by: str


class Tray:
    """The tray of one desk; several windows may use it at once: a sheet is a file of its own."""

    def __init__(self, attachments: Path) -> None:
        self._folder = attachments / FOLDER

    def sheets(self) -> tuple[TraySheet, ...]:
        """What lies in it, oldest first. Raises StoreUnavailable."""
        try:
            notes = sorted(self._folder.glob("*.json"))
            found = [_read(note) for note in notes]
        except OSError as error:
            raise self._unusable(error) from error
        return tuple(sheet for sheet in found if sheet is not None)

    def sheet(self, sheet_id: str) -> TraySheet:
        """One sheet. Raises NotFound where it is there no more."""
        for sheet in self.sheets():
            if sheet.id == sheet_id:
                return sheet
        raise NotFound(
            Words("这一页已不在待处理中。", "This sheet is no longer in the tray."),
            Words("可能已在另一个窗口归档。", "It may have been filed in another window."),
        )

    def data(self, sheet: TraySheet) -> bytes:
        """The file that a sheet is of. Raises StoreUnavailable."""
        try:
            return self._file(sheet.sha256).read_bytes()
        except OSError as error:
            raise self._unusable(error) from error

    def put(
        self, data: bytes, file_name: str, sheet: int, reason: Words, at: datetime, by: str
    ) -> TraySheet:
        """Lays a sheet in; one that lies there already stays as it is. Raises StoreUnavailable."""
        sha256 = hashlib.sha256(data).hexdigest()
        for known in self.sheets():
            if (known.sha256, known.sheet) == (sha256, sheet):
                return known
        laid = TraySheet(new_id(), sha256, file_name, sheet, reason, at, by)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unusable(error) from error
        if not self._file(sha256).exists():
            write_whole(self._file(sha256), data)
        note = json.dumps(to_record(laid), ensure_ascii=False)
        write_whole(self._folder / f"{laid.id}.json", note.encode("utf-8"))
        return laid

    def remove(self, sheet: TraySheet) -> None:
        """Takes a sheet out, and its file with the last sheet of it. Raises StoreUnavailable."""
        try:
            (self._folder / f"{sheet.id}.json").unlink(missing_ok=True)
            if all(each.sha256 != sheet.sha256 for each in self.sheets()):
                self._file(sheet.sha256).unlink(missing_ok=True)
        except OSError as error:
            raise self._unusable(error) from error

    def _file(self, sha256: str) -> Path:
        return self._folder / sha256

    def _unusable(self, error: OSError) -> StoreUnavailable:
        return StoreUnavailable(
            Words(
                f"待处理文件夹 {self._folder} 用不了：{error.strerror}。",
                f"The tray {self._folder} cannot be used: {error.strerror}.",
            ),
            Words("检查权限与空间。", "Check permissions and room."),
        )


def _read(note: Path) -> TraySheet | None:
    """The sheet of a note; None for one that is damaged, or that another window just removed."""
    try:
        kept: Mapping[str, Any] = json.loads(note.read_text("utf-8"))
        return from_record(TraySheet, kept)
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError, AttributeError):
        log.warning("a note in the tray is damaged")
        return None
