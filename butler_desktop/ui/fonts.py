"""Fonts: the bundled faces, the family chain and the type roles.

The system's own Chinese face comes first; the bundled Noto Sans SC is there
where a machine has none, and HanaMin draws the rare characters of names that no
other face has. Figures are tabular, so that numbers in columns line up.
"""

from enum import Enum
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from butler_desktop import resources
from butler_desktop.ui import measure

BUNDLED = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "HanaMinA.ttf", "HanaMinB.ttf")
SYSTEM_FACES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
FAMILY = "Noto Sans SC"
RARE = ("HanaMinA", "HanaMinB")


class Role(Enum):
    """A use of type: size and line height in pixels at 100 %, and weight."""

    PAGE_TITLE = (20, 28, True)
    DETAIL_TITLE = (18, 26, True)
    LIST_TITLE = (16, 24, True)
    CARD_TITLE = (14, 20, True)
    BODY = (13, 20, False)
    BODY_BOLD = (13, 20, True)
    META = (12, 18, False)
    META_BOLD = (12, 18, True)
    FIGURE = (22, 32, True)
    CLOCK = (24, 32, True)

    @property
    def line(self) -> int:
        """Line height in logical pixels at the zoom in force."""
        return measure.px(self.value[1])


def load() -> list[str]:
    """Register the bundled faces; returns the families that were found."""
    found: list[str] = []
    for name in BUNDLED:
        path = _folder() / name
        if path.is_file():
            number = QFontDatabase.addApplicationFont(str(path))
            found += QFontDatabase.applicationFontFamilies(number)
    families.cache_clear()
    _made.cache_clear()
    return found


@lru_cache(maxsize=1)
def families() -> tuple[str, ...]:
    """The chain of families: the system's Chinese face if it has one, ours, the rare one."""
    known = set(QFontDatabase.families())
    system = [name for name in SYSTEM_FACES if name in known][:1]
    return (*system, FAMILY, *RARE)


def font(role: Role) -> QFont:
    """The font of a role at the zoom in force."""
    return _made(role, measure.zoom())


def metrics(role: Role) -> QFontMetrics:
    """The metrics of a role at the zoom in force."""
    return _measured(role, measure.zoom())


@lru_cache(maxsize=64)
def _made(role: Role, zoom: float) -> QFont:
    size, _line, bold = role.value
    made = QFont()
    made.setFamilies(list(families()))
    made.setPixelSize(round(size * zoom))
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=64)
def _measured(role: Role, zoom: float) -> QFontMetrics:
    return QFontMetrics(_made(role, zoom))


def _folder() -> Path:
    return resources.folder("fonts")
