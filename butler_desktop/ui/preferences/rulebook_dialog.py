"""Rulebook dialog: what a newer rulebook would change, before it is taken in."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.verdict_change import VerdictChange
from butler_desktop.services.rulebooks import RulebookPreview
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px

MOST = 100
"""Filings that are shown one by one; the others are counted."""

WIDTH, SIDE, HEIGHT = 640, 24, 320


class RulebookDialog(Dialog):
    """``acted`` when it shall be taken in."""

    def __init__(self, seen: RulebookPreview, parent: QWidget | None = None) -> None:
        title = translate("RulebookDialog", "Take in the rulebook of %1")
        book, count = seen.rulebook, len(seen.changes)
        told = translate(
            "RulebookDialog", "In force from %1, signed by %2. Open filings that it can touch: %3."
        )
        told = told.replace("%1", book.effective_from.isoformat()).replace("%2", book.signed_by)
        super().__init__(
            title.replace("%1", book.version),
            translate("RulebookDialog", "Take it in"),
            sentence=told.replace("%3", f"{seen.checked:,}"),
            width=WIDTH,
            parent=parent,
        )
        self.summary = Text(_summary(count), Role.BODY_BOLD, wrap=True)
        self.body.addWidget(self.summary)
        page = QWidget()
        self.lines = VBox(page, sides=(0, 0, 12, 0), gap=4)
        for change in seen.changes[:MOST]:
            self._add(change)
        if count > MOST:
            rest = translate("RulebookDialog", "and %1 more").replace("%1", f"{count - MOST:,}")
            self.lines.addWidget(Text(rest, Role.META, "text_2"))
        self.lines.addStretch(1)
        if count:
            area = ScrollPage(page)
            needed = self.lines.totalHeightForWidth(px(WIDTH - 2 * SIDE))
            area.setFixedHeight(min(px(HEIGHT), needed))
            self.body.addWidget(area)

    def _add(self, change: VerdictChange) -> None:
        head = f"{change.number}  {change.customer}"
        self.lines.addWidget(Text(head, Role.BODY_BOLD, elide=True))
        new = translate("RulebookDialog", "New: %1")
        old = translate("RulebookDialog", "No longer: %1")
        for told, found, papers in (
            (new, change.added, change.papers_added),
            (old, change.gone, change.papers_gone),
        ):
            for line in (*(f"{said(it.message)} ({it.rule})" for it in found), *map(said, papers)):
                self.lines.addWidget(Text(told.replace("%1", line), Role.META, "text_2", wrap=True))
        self.lines.addSpacing(px(6))


def _summary(count: int) -> str:
    if not count:
        return translate("RulebookDialog", "No verdict changes.")
    told = translate("RulebookDialog", "The verdict on these filings changes: %1")
    return told.replace("%1", f"{count:,}")
