"""Theme: every colour of the program, light and dark, as one frozen value.

The tokens and their use are those of the design's colour table. A test
computes the contrast of each text role on each ground it may stand on from
the values in this file, so that no colour can slip below 4.5 : 1 (text) or
3 : 1 (the line that bounds a field).

Nothing here draws; ``look`` puts a theme on the application and the kit's
widgets ask it for colours while painting.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tint:
    """A state colour: its text, and the tint that text stands on."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one appearance, as ``#RRGGBB`` texts."""

    name: str
    dark: bool
    # grounds
    window: str  # navigation, bars, dashboards
    surface: str  # list, detail, cards, fields
    sunken: str  # table header, read-only, panels
    raised: str  # plain buttons, menus
    hover: str
    selected: str  # selected row, window active
    selected_inactive: str  # selected row, focus elsewhere
    canvas: str  # behind paper and scans
    # lines
    border: str  # between things
    border_strong: str  # buttons, fields
    field_line: str  # bottom of fields, checkboxes, drop zone
    # words
    text: str
    text_2: str  # labels, second facts
    text_3: str  # meta, placeholders, counts
    # the one accent
    accent_fill: str
    on_accent: str
    accent_text: str  # links, chosen filter, focus ring
    accent_ground: str  # chosen filter, checked rows
    # states
    red: Tint
    amber: Tint
    green: Tint
    blue: Tint
    violet: Tint
    teal: Tint
    slate: Tint
    grey: Tint
    high_contrast: bool = False

    @property
    def focus(self) -> str:
        """The focus ring."""
        return self.accent_text

    def tint(self, name: str) -> Tint:
        """The state colour called ``name`` (``red``, ``amber``, …)."""
        found = getattr(self, name)
        if not isinstance(found, Tint):
            raise KeyError(name)
        return found

    def token(self, name: str) -> str:
        """The colour called ``name``; a state's name means its text colour."""
        found = getattr(self, name)
        return found.text if isinstance(found, Tint) else str(found)


LIGHT = Theme(
    name="light",
    dark=False,
    window="#F4F5F7",
    surface="#FFFFFF",
    sunken="#F9FAFB",
    raised="#FFFFFF",
    hover="#EDF0F4",
    selected="#E3ECFB",
    selected_inactive="#EBEDF1",
    canvas="#E6E9EE",
    border="#E1E4E9",
    border_strong="#C9CFD8",
    field_line="#858E9C",
    text="#1B1F26",
    text_2="#4A5361",
    text_3="#5E6876",
    accent_fill="#2457C5",
    on_accent="#FFFFFF",
    accent_text="#2457C5",
    accent_ground="#EAF0FC",
    red=Tint("#B3261E", "#FCEBE9"),
    amber=Tint("#8A4B00", "#FDF1DC"),
    green=Tint("#1B6B3A", "#E5F4EA"),
    blue=Tint("#1F5AA8", "#E6F0FB"),
    violet=Tint("#6A3FB5", "#F0EAFB"),
    teal=Tint("#0B6670", "#E0F3F4"),
    slate=Tint("#3F5068", "#E9EDF3"),
    grey=Tint("#555E6B", "#EEF0F3"),
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#17191D",
    surface="#1E2126",
    sunken="#1A1D21",
    raised="#272B32",
    hover="#2A2F37",
    selected="#25375A",
    selected_inactive="#2C3038",
    canvas="#121417",
    border="#30353E",
    border_strong="#464D59",
    field_line="#7D8796",
    text="#E9EBEE",
    text_2="#B8BFC9",
    text_3="#98A1AE",
    accent_fill="#3567CF",
    on_accent="#FFFFFF",
    accent_text="#8DB3FA",
    accent_ground="#22314F",
    red=Tint("#FF9A90", "#432422"),
    amber=Tint("#F2B866", "#3D2F18"),
    green=Tint("#7FD09B", "#1D3527"),
    blue=Tint("#8DBBF5", "#1E3048"),
    violet=Tint("#C3A8F5", "#322747"),
    teal=Tint("#6FCBD3", "#183439"),
    slate=Tint("#B3C2D8", "#2B3340"),
    grey=Tint("#B4BCC7", "#2D3138"),
)


def from_palette(palette: QPalette) -> Theme:
    """The theme of a high-contrast system palette: its few colours, and no tints of ours."""

    def of(role: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, role).name().upper()

    text, ground = of(QPalette.ColorRole.Text), of(QPalette.ColorRole.Base)
    link = of(QPalette.ColorRole.Link)
    accent = link if contrast(link, ground) >= 4.5 else text
    state = Tint(text, ground)
    return Theme(
        name="system",
        dark=_luminance(ground) < 0.5,
        window=ground,
        surface=ground,
        sunken=ground,
        raised=ground,
        hover=ground,
        selected=ground,
        selected_inactive=ground,
        canvas=ground,
        border=text,
        border_strong=text,
        field_line=text,
        text=text,
        text_2=text,
        text_3=text,
        accent_fill=of(QPalette.ColorRole.Highlight),
        on_accent=of(QPalette.ColorRole.HighlightedText),
        accent_text=accent,
        accent_ground=ground,
        red=state,
        amber=state,
        green=state,
        blue=state,
        violet=state,
        teal=state,
        slate=state,
        grey=state,
        high_contrast=True,
    )


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 black to 1 white (WCAG 2.2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=256)
def colour(text: str) -> QColor:
    """The ``QColor`` of a ``#RRGGBB`` text; kept, because delegates ask at every paint."""
    return QColor(text)
