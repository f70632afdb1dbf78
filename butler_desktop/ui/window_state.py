"""Window state: where everything was, so that reopening shows the same place.

One small JSON file in the user's state folder. A broken file is no reason to
fail: the window then starts as new.
"""

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

from butler_desktop import PROGRAM

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WindowState:
    """Geometry and places. Sizes are pixels; ids are of the database."""

    geometry: str = ""
    place: str = "queue:mine"
    filing: str = ""
    order: str = ""
    layout: str = "split"
    tab: int = 0
    collapsed: bool = False
    zoom: float = 1.0
    queue_sizes: list[int] = field(default_factory=list)
    orders_sizes: list[int] = field(default_factory=list)
    filters: dict[str, Any] = field(default_factory=dict)
    sort: str = "due"
    descending: bool = False
    alarms: dict[str, bool] = field(default_factory=dict)
    """The alarms that rang today, by id, and whether each was read."""
    today_team: bool = False
    today_read: str = ""
    """Until when (UTC, ISO) what has changed was read."""


def state_path(database: str) -> Path:
    """The file for one database: desks that work on several keep each place apart."""
    name = "".join(c if c.isalnum() else "-" for c in database)[-80:]
    return platformdirs.user_state_path(PROGRAM, appauthor=False) / f"window-{name}.json"


def load(path: Path) -> WindowState:
    """The state kept in ``path``; a new one where there is none to be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return WindowState()
    if not isinstance(kept, dict):
        return WindowState()
    start = asdict(WindowState())
    known = {
        f.name: kept[f.name]
        for f in fields(WindowState)
        if f.name in kept and _is_sound(kept[f.name], start[f.name])
    }
    return WindowState(**known)


def _is_sound(value: object, start: object) -> bool:
    """Whether a kept value is of its field's type; lists hold pixels."""
    if isinstance(value, list) and not all(type(one) is int for one in value):
        return False
    return isinstance(value, type(start))


def save(state: WindowState, path: Path) -> None:
    """Keeps the state; a folder that cannot be written loses only comfort."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(asdict(state), ensure_ascii=False), encoding="utf-8")
        draft.replace(path)
    except OSError as refusal:
        log.warning("the place of the window was not kept: %s", refusal.strerror)
