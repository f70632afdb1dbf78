"""Places of the window: the entries of the navigation; adding one is adding a row."""

from dataclasses import dataclass

from butler_desktop.domain.stage import Stage
from butler_desktop.domain.views import VIEW_WORDS, View
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.nav_button import NavEntry
from butler_desktop.words import Words

TODAY, ORDERS, INBOX, SETTINGS = "today", "orders", "inbox", "settings"
POLICY, STATISTICS = "policy", "statistics"
IMPORT, START = "import", "start"


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: its key, words, icon or stage; ``level`` 1 is indented."""

    key: str
    words: Words
    icon: str = ""
    stage: Stage | None = None
    level: int = 0

    def entry(self) -> NavEntry:
        """The entry in the language in force."""
        return NavEntry(self.key, said(self.words), self.icon, self.stage, self.level)


def queue_key(view: View) -> str:
    """The place of a view of the queue."""
    return f"queue:{view}"


def view_of(key: str) -> View | None:
    """The view that a place shows; None where it is no place of the queue."""
    head, _, tail = key.partition(":")
    return View(tail) if head == "queue" and tail in list(View) else None


def _stage(view: View, stage: Stage) -> Place:
    return Place(queue_key(view), VIEW_WORDS[view], stage=stage, level=1)


PLACES = (
    Place(TODAY, Words("今日", "Today"), "sun"),
    Place(ORDERS, Words("订单", "Orders"), "receipt-text"),
    Place(queue_key(View.ALL), VIEW_WORDS[View.ALL], "list-checks"),
    Place(queue_key(View.MINE), VIEW_WORDS[View.MINE], "user", level=1),
    _stage(View.FIRST_CONTACT, Stage.FIRST_CONTACT),
    _stage(View.COLLECTING, Stage.COLLECTING),
    _stage(View.REVIEW, Stage.REVIEW),
    _stage(View.CONFIRMATION, Stage.CONFIRMATION),
    _stage(View.SUBMIT, Stage.SUBMIT),
    _stage(View.ADMINISTRATION, Stage.ADMINISTRATION),
    _stage(View.RETURNED, Stage.RETURNED_BY_AUTHORITY),
    _stage(View.DONE, Stage.DONE),
    Place(INBOX, Words("回传件", "Returned papers"), "inbox"),
    Place(POLICY, Words("政策与知识", "Policy"), "book-open"),
    Place(STATISTICS, Words("统计", "Statistics"), "chart-column"),
)

BOTTOM = (Place(SETTINGS, Words("设置", "Settings"), "settings"),)
