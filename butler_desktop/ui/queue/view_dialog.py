"""View dialog: under which name a list is kept, and whether the team sees it."""

from PySide6.QtWidgets import QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.ui.i18n import language, translate
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.line_field import LineField


class ViewDialog(Dialog):
    """The caller sends the act and closes it."""

    def __init__(
        self,
        title: str,
        act: str,
        name: str,
        *,
        asks_team: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, act, width=380, parent=parent)
        self.name = LineField(translate("ViewDialog", "Name"))
        self.name.set_value(name)
        self.team = CheckBox(translate("ViewDialog", "Show it to the whole team"))
        self.body.addWidget(self.name)
        self.body.addWidget(self.team)
        self.team.setVisible(asks_team)
        self.name.edit.setFocus()

    @property
    def is_team(self) -> bool:
        """Whether the team shall see it."""
        return self.team.isChecked()

    def refuse(self, error: ButlerError) -> None:
        """Say why not; what was typed stays."""
        self.strip.show_message("red", error.said(language()))
