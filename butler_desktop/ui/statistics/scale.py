"""Scale: where a value lies on an axis."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``low`` at ``start`` to ``high`` at ``end``, in pixels."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        span = self.high - self.low
        part = (value - self.low) / span if span else 0.0
        return self.start + part * (self.end - self.start)
