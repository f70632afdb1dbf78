"""Pictures dialog: of one paper or of all, with the mark that limits their use or without."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.material import Material
from butler_desktop.services.submission_pictures import MARK
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import translate
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.text import Text


class PicturesDialog(Dialog):
    """``wanted`` says the id of the paper, empty for all papers, and the mark (may be empty)."""

    wanted = Signal(str, str)

    def __init__(self, material: Material | None = None, parent: QWidget | None = None) -> None:
        title = translate("PicturesDialog", "Export submission pictures")
        every = translate("PicturesDialog", "All papers of the filing…")
        act = translate("PicturesDialog", "This paper…") if material else every
        super().__init__(title, act, width=520, parent=parent)
        told = self.tr(
            "Upright, in colour, within the limits of the filing systems. "
            "The original stays as it is."
        )
        self.mark = CheckBox(self.tr("Write “%1” where nothing else stands").replace("%1", MARK))
        if material:
            self.body.addWidget(Text(material.file_name, Role.BODY_BOLD, elide=True))
            self.every = self.add_button(every)
            self.every.clicked.connect(lambda: self._tell(""))
        self.body.addWidget(Text(told, Role.BODY, "text_2", wrap=True))
        self.body.addWidget(self.mark)
        self.acted.connect(lambda: self._tell(material.id if material else ""))

    def _tell(self, material_id: str) -> None:
        self.accept()
        self.wanted.emit(material_id, MARK if self.mark.isChecked() else "")
