"""How a colleague's presence looks: a small icon and quiet words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.presence import Doing, Presence, foremost
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.words import Words

PRESENCE_ICONS = {Doing.LOOKING: "eye", Doing.EDITING: "pencil", Doing.IDLE: "clock"}
MORE = Words("等 {count} 人", "and {more} more")


class PresenceHint(Hint):
    """Names the foremost of those at a filing, its tooltip all; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.hide()

    def show_presence(self, company: Sequence[Presence]) -> None:
        """Say who is there."""
        self.setVisible(bool(company))
        if not company:
            return
        first = foremost(company)
        words = first.words
        if len(company) > 1:
            more = MORE.filled(count=len(company), more=len(company) - 1)
            words = words + Words(" ", " ") + more
        self.show_hint(PRESENCE_ICONS[first.doing], said(words))
        self.setToolTip("\n".join(said(it.words) for it in company))
