"""Read lines: what text recognition found on a page, and where.

Places are fractions of the page as it is seen upright: 0 is its left or upper
edge, 1 its right or lower one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How much of the page's width it takes."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How much of the page's height it takes."""
        return self.bottom - self.top

    def shares_row(self, other: "Box") -> bool:
        """Whether both stand on one row: half of the lower one lies beside the other."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > 0.5 * min(self.height, other.height)

    def joined(self, other: "Box") -> "Box":
        """The smallest rectangle around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True, repr=False)
class ReadLine:
    """A line of text. ``score`` is how sure the engine is, 0 to 1.

    The text may be personal: it is kept out of what is printed of it.
    """

    text: str
    score: float
    box: Box

    def __repr__(self) -> str:
        return f"<ReadLine of {len(self.text)} characters>"
