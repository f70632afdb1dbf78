"""Move address: where the work goes, and as whom: the first step of a move."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from butler_desktop.services.shared import Address
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.text import Text


class MoveAddress(QWidget):
    """Four fields; ``changed`` with each letter, ``entered`` on the return key."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.server = LineField(self.tr("Server"), hint="db.example.cn")
        self.name = LineField(self.tr("Name of the database"), hint="butler")
        self.owner = LineField(self.tr("User name of its owner"))
        self.password = LineField(
            self.tr("Password"), hint=self.tr("As the keyring or ~/.pgpass has it")
        )
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        column = VBox(self, gap=10)
        for pair in ((self.server, self.name), (self.owner, self.password)):
            row = HBox(gap=12)
            for field in pair:
                row.addWidget(field, 1)
                field.edited.connect(self.changed)
                field.edit.returnPressed.connect(self.entered)
            column.addLayout(row)
        told = self.tr(
            "The database must be set up (shared init) and hold no orders yet. "
            "Only its owner can move: the journal's acts keep their own names."
        )
        column.addWidget(Text(told, ink="text_2", wrap=True))
        column.addStretch(1)

    @property
    def address(self) -> Address:
        """What is typed."""
        return Address(self.server.value(), self.name.value(), self.owner.value())

    @property
    def is_complete(self) -> bool:
        """Whether all is typed that is needed."""
        fields = (self.server, self.name, self.owner)
        return all(field.value().strip() for field in fields)

    def show_address(self, address: Address, password: str = "") -> None:
        """Show what was typed elsewhere."""
        self.server.set_value(address.server)
        self.name.set_value(address.database)
        self.owner.set_value(address.butler)
        self.password.set_value(password)
