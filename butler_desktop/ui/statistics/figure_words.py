"""Figure words: what the five tiles say of a period, against the one before."""

from butler_desktop.domain.key_figures import Figures, Share
from butler_desktop.domain.statistics import Statistics
from butler_desktop.ui.i18n import translate
from butler_desktop.ui.statistics.figure_tile import Told

NOTHING = "—"
SAME = 0.0005
"""Less than this is no change."""


def tiles(found: Statistics) -> tuple[Told, ...]:
    """The tiles, from left to right."""
    now, before = found.figures, found.before
    return (
        _share(
            translate("FigureTile", "First-pass rate"), now.first_pass, _of(before, "first_pass")
        ),
        _share(
            translate("FigureTile", "First contacts in time"),
            now.first_contact,
            _of(before, "first_contact"),
        ),
        _share(
            translate("FigureTile", "Preparation in time"),
            now.preparation,
            _of(before, "preparation"),
        ),
        _days(now.days, before.days if before else None),
        _stars(now),
    )


def _of(figures: Figures | None, name: str) -> Share | None:
    found = getattr(figures, name) if figures is not None else None
    return found if isinstance(found, Share) else None


def _share(title: str, now: Share, before: Share | None) -> Told:
    if now.rate is None:
        return Told(title, NOTHING, "", translate("FigureTile", "nothing to count"))
    figure = f"{now.rate * 100:.1f}"
    if before is None or before.rate is None:
        told = translate("FigureTile", "%1 of %2")
        note = told.replace("%1", str(now.part)).replace("%2", str(now.whole))
        return Told(title, figure, "%", note)
    change = now.rate - before.rate
    if abs(change) < SAME:
        return Told(title, figure, "%", translate("FigureTile", "as in the period before"))
    points = f"{change * 100:+.1f}".replace("-", "−")
    note = translate("FigureTile", "%1 points against before").replace("%1", points)
    icon = "trending-up" if change > 0 else "trending-down"
    return Told(title, figure, "%", note, icon, "green" if change > 0 else "red")


def _days(now: float | None, before: float | None) -> Told:
    title = translate("FigureTile", "Submission to decision")
    if now is None:
        return Told(title, NOTHING, "", translate("FigureTile", "nothing to count"))
    figure = f"{now:.1f}".removesuffix(".0")
    unit = translate("FigureTile", "working days")
    if before is None:
        return Told(title, figure, unit, translate("FigureTile", "median"))
    change = now - before
    if not change:
        return Told(title, figure, unit, translate("FigureTile", "median, as before"))
    days = f"{change:+.1f}".removesuffix(".0").replace("-", "−")
    note = translate("FigureTile", "median, %1 days against before").replace("%1", days)
    icon = "trending-up" if change > 0 else "trending-down"
    return Told(title, figure, unit, note, icon, "red" if change > 0 else "green")


def _stars(now: Figures) -> Told:
    title = translate("FigureTile", "Rating")
    if now.stars is None:
        return Told(title, NOTHING, "", translate("FigureTile", "no rating yet"), "star")
    rated = f"{now.rated.rate:.0%}" if now.rated.rate is not None else NOTHING
    note = translate("FigureTile", "ratings: %1, of those that ended %2")
    note = note.replace("%1", str(now.ratings)).replace("%2", rated)
    return Told(title, f"{now.stars:.2f}", "/ 5", note, "star")
