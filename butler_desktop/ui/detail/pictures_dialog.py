"""Pictures dialog: of one paper or of all, with the mark that limits their use or without."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.services.submission_pictures import MARK
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import translate
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.text import Text


class PicturesDialog(Dialog):
    """``wanted`` says whether all papers go out, and the mark (may be empty)."""

    wanted = Signal(bool, str)

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        title = translate("PicturesDialog", "Export submission pictures")
        act = translate("PicturesDialog", "This paper…")
        super().__init__(title, act, width=520, parent=parent)
        told = self.tr(
            "Upright, in colour, within the limits of the filing systems. "
            "The original stays as it is."
        )
        self.mark = CheckBox(self.tr("Write “%1” where nothing else stands").replace("%1", MARK))
        self.body.addWidget(Text(file_name, Role.BODY_BOLD, elide=True))
        self.body.addWidget(Text(told, Role.BODY, "text_2", wrap=True))
        self.body.addWidget(self.mark)
        self.every = self.add_button(self.tr("All papers of the filing…"))
        self.every.clicked.connect(lambda: self._tell(every=True))
        self.acted.connect(lambda: self._tell(every=False))

    def _tell(self, *, every: bool) -> None:
        self.accept()
        self.wanted.emit(every, MARK if self.mark.isChecked() else "")
