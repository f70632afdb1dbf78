"""Measure: lengths of the design at the zoom in force.

The design is written in logical pixels at 96 dpi and 100 %. Sizes that hold
text ask here, so that 200 % clips nothing; Qt itself cares for the screen's
own scale.
"""

SIDE = 20  # page side
GAP = 8
CONTROL = 30  # button, field, combo
SMALL = 26  # small button, filter
CHIP = 22
ICON_BUTTON = 28
RADIUS = 6
CARD_RADIUS = 8
CHIP_RADIUS = 4

_zoom = 1.0


def zoom() -> float:
    """The zoom in force, 1.0 to 2.0."""
    return _zoom


def set_zoom(value: float) -> None:
    """Put another zoom in force; ``look`` calls this and repaints everything."""
    global _zoom
    _zoom = value


def px(length: float) -> int:
    """A length of the design, in logical pixels at the zoom in force."""
    return round(length * _zoom)
