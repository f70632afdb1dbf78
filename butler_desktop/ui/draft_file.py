"""Draft file: what was typed and is not saved, where a crash of the program cannot take it.

One small JSON file for each workspace in the user's state folder, for the
user's eyes only, written whole. Two windows on one workspace share it: a write
changes the drafts that it is about and keeps the others.
"""

import hashlib
import json
import logging
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QLockFile

from butler_desktop import PROGRAM
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.errors import StoreUnavailable
from butler_desktop.services.drafts import Draft, Key
from butler_desktop.words import Words

log = logging.getLogger(__name__)

WAIT_MS = 5_000
"""How long one window waits for another's write."""


def drafts_path(database: str) -> Path:
    """The file for one database, named without saying which."""
    name = hashlib.sha256(database.encode()).hexdigest()[:16]
    return platformdirs.user_state_path(PROGRAM, appauthor=False) / f"drafts-{name}.json"


def load(path: Path) -> dict[Key, Draft]:
    """The drafts kept in ``path``; a file that is none is set aside.

    Raises StoreUnavailable where it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    try:
        return {
            (filing_id, place): _draft(kept)
            for filing_id, places in json.loads(text).items()
            for place, kept in places.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        log.warning("the file of drafts is damaged; it is set aside")
        try:
            path.replace(path.with_suffix(".broken"))
        except OSError as error:
            raise _unreadable(path, error) from error
        return {}


def change(path: Path, changes: Mapping[Key, Draft | None]) -> None:
    """Keeps the drafts in ``changes``, and drops those that are None there.

    Raises StoreUnavailable; the file is then as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(f"{path}.lock")
        if not lock.tryLock(WAIT_MS):
            raise _unwritable(path, "locked")
        try:
            drafts: dict[Key, Draft | None] = {**load(path), **changes}
            _write(path, {key: draft for key, draft in drafts.items() if draft is not None})
        finally:
            lock.unlock()
    except OSError as error:
        raise _unwritable(path, str(error.strerror)) from error


def _write(path: Path, drafts: Mapping[Key, Draft]) -> None:
    import tempfile

    document: dict[str, dict[str, Any]] = {}
    for (filing_id, place), draft in drafts.items():
        kept = {"typed": draft.typed, "seen": draft.seen, "at": draft.at.isoformat()}
        document.setdefault(filing_id, {})[place] = kept
    handle, new = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(document, stream)
            stream.flush()
            os.fsync(stream.fileno())
        Path(new).replace(path)
    except BaseException:
        Path(new).unlink(missing_ok=True)
        raise


def _draft(kept: Mapping[str, Any]) -> Draft:
    at = datetime.fromisoformat(kept["at"])
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return Draft(_leaf(kept["typed"]), _leaf(kept["seen"]), at)


def _leaf(value: object) -> Leaf:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if value is None or isinstance(value, str | bool):
        return value
    raise ValueError("no value of the form")


def _unreadable(path: Path, error: Exception) -> StoreUnavailable:
    why = getattr(error, "strerror", None) or type(error).__name__
    return StoreUnavailable(
        Words(f"草稿文件 {path} 读不出来：{why}。", f"The drafts {path} cannot be read: {why}."),
        Words("检查该文件夹的权限。", "Check the folder's permissions."),
    )


def _unwritable(path: Path, why: str) -> StoreUnavailable:
    return StoreUnavailable(
        Words(f"草稿写不进 {path}：{why}。", f"Drafts cannot be kept in {path}: {why}."),
        Words("腾出空间或检查权限；关窗前先保存。", "Make room or check permissions; save first."),
    )
