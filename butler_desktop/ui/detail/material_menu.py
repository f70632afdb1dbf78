"""Material menu: what can be done with a paper and the file that is looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from butler_desktop.ui.kit.icons import icon


class MaterialMenu(QMenu):
    """Offers only what can be done; each signal is one act."""

    open = Signal()
    pictures = Signal()
    draft = Signal()
    choose = Signal()
    rescan = Signal()
    replace = Signal()
    remove = Signal()

    def __init__(
        self,
        *,
        has_file: bool,
        editable: bool,
        has_letter: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if has_file:
            words = self.tr("Open with another program")
            self.addAction(icon("external-link"), words, self.open.emit)
            words = self.tr("Export submission pictures…")
            self.addAction(icon("download"), words, self.pictures.emit)
        if has_letter:
            self.addAction(icon("file-output"), self.tr("Draft this letter…"), self.draft.emit)
        if editable:
            self.addAction(icon("file-up"), self.tr("Choose files"), self.choose.emit)
            self.addAction(icon("send"), self.tr("Ask for a new scan"), self.rescan.emit)
        if editable and has_file:
            self.addAction(icon("refresh-cw"), self.tr("Replace the file"), self.replace.emit)
            self.addSeparator()
            self.addAction(icon("trash-2"), self.tr("Remove"), self.remove.emit)
