"""The receipt: each act made away from the shared database, and what became of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from butler_desktop.domain.receipt import Outcome, Receipt
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.sync.outcome_look import counts_of
from butler_desktop.ui.sync.receipt_table import BOM, receipt_columns, written

WIDTH, HEIGHT = 940, 340


class ReceiptDialog(Dialog):
    """What is not merged comes first, the newest before; the counts add up to the acts made."""

    def __init__(
        self, receipt: Receipt, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("", width=WIDTH, parent=parent)
        title = self.tr("Sync receipt")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.sentence.setText(counts_of(receipt) if receipt.made else self.tr("Nothing waits."))
        self.sentence.show()
        self._receipt = receipt
        self.model = BlockModel(receipt_columns(now), self._fetch, self)
        self.list = ListView(self.model, two_lines=False)
        self.list.setAccessibleName(title)
        self.body.addWidget(self.list, 1)
        self.cancel_button.set_words(self.tr("Close"))
        self.copy_button = self.add_button(self.tr("Copy"))
        self.export_button = self.add_button(self.tr("Export .csv"))
        self.copy_button.clicked.connect(self.copy)
        self.export_button.clicked.connect(self._ask_where)
        newest = reversed(range(receipt.made))
        self.model.reset(sorted(newest, key=lambda it: receipt.lines[it].outcome is Outcome.SHARED))
        look().changed.connect(self._size)
        self._size()

    def copy(self) -> None:
        """Puts the receipt on the clipboard, for a spreadsheet."""
        QApplication.clipboard().setText(written(self._receipt, delimiter="\t"))

    def export(self, path: Path) -> None:
        """Writes the receipt to a file; says why where that fails."""
        try:
            path.write_text(BOM + written(self._receipt), encoding="utf-8", newline="")
        except OSError as error:
            told = self.tr("%1 cannot be written: %2").replace("%1", path.name)
            self.strip.show_message("red", told.replace("%2", str(error.strerror)))
        else:
            told = self.tr("Written: %1").replace("%1", str(path))
            self.strip.show_message("green", told)

    def _fetch(self, _ids: object, done: Callable[[dict[int, object]], None]) -> None:
        done(dict(enumerate(self._receipt.lines)))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Export the receipt"), self.tr("sync-receipt.csv"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _size(self) -> None:
        self.list.setMinimumHeight(px(HEIGHT))
