"""The foot of an import: what will happen, and the buttons that go on, back or away."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.order_import import Judgement, OrderPreview
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text

UNASSIGNED = 1
"""The choice that the orders wait to be claimed."""


class ImportFoot(Surface):
    """One filled button, which names its act and its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lines="t", parent=parent)
        self._words = Text("", ink="text_2", elide=True)
        self.cancel_button = Button(self.tr("Cancel"))
        self.back_button = Button(self.tr("Previous step"))
        self.act_button = Button("", Kind.FILLED)
        self.asks_whose = False
        """Whether it asks whose the orders shall be: in a team."""
        self._whose_label = Text(self.tr("Assign to"), ink="text_2")
        self.whose = Segments([self.tr("Me"), self.tr("To be claimed")], self.tr("Assign to"))
        row = HBox(self, sides=(20, 12, 20, 12), gap=8)
        row.addWidget(self._words, 1)
        row.addWidget(self._whose_label)
        row.addWidget(self.whose)
        for button in (self.cancel_button, self.back_button, self.act_button):
            row.addWidget(button)
        self.show_file()

    @property
    def is_unassigned(self) -> bool:
        """Whether the orders shall wait until somebody claims them."""
        return self.asks_whose and self.whose.index() == UNASSIGNED

    @property
    def words(self) -> str:
        """What is said to happen."""
        return self._words.text()

    def show_file(self) -> None:
        """No file yet."""
        self._show("", cancel=True)

    def show_columns(self, missing: int) -> None:
        """Columns are being named."""
        words = self.tr("Columns to name: %n", "", missing) if missing else ""
        self._show(words, act=self.tr("Check rows"), cancel=True, back=True, ready=not missing)

    def show_check(self, preview: OrderPreview | None) -> None:
        """Rows are being checked."""
        entries = preview.takeable if preview else ()
        act = self.tr("Import rows: %n", "", len(entries))
        words = self._what_happens(preview) if preview else ""
        self._show(words, act=act, cancel=True, back=True, ready=bool(entries), whose=True)

    def show_running(self) -> None:
        """Orders are being taken in."""
        self._show("")

    def show_over(self) -> None:
        """All is in."""
        self._show("", act=self.tr("Show orders"))

    def _show(
        self,
        words: str,
        *,
        act: str = "",
        cancel: bool = False,
        back: bool = False,
        ready: bool = True,
        whose: bool = False,
    ) -> None:
        for part in (self._whose_label, self.whose):
            part.setVisible(whose and self.asks_whose)
        self._words.setText(words)
        self.cancel_button.setVisible(cancel)
        self.back_button.setVisible(back)
        self.act_button.setVisible(bool(act))
        self.act_button.set_words(act)
        self.act_button.setEnabled(ready)

    def _what_happens(self, preview: OrderPreview) -> str:
        """How many orders and sites come in, and what is skipped and why."""
        entries, counts = preview.takeable, preview.counts()
        sites = sum(entry.ordered_site_count for entry in entries)
        head = self.tr("No row can be imported")
        if entries:
            head = self.tr("Will import orders: %1, websites: %2")
            head = head.replace("%1", str(len(entries))).replace("%2", str(sites))
        parts = [
            text.replace("%1", str(counts[judgement]))
            for judgement, text in (
                (Judgement.KNOWN, self.tr("%1 known")),
                (Judgement.ERROR, self.tr("%1 faulty")),
                (Judgement.LEFT_OUT, self.tr("%1 left out")),
            )
            if counts[judgement]
        ]
        if not parts:
            return head
        skipped = self.tr("skips %1").replace("%1", self.tr(", ").join(parts))
        return self.tr("%1; %2").replace("%1", head).replace("%2", skipped)
