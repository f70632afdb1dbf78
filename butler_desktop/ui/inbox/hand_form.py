"""Hand form: where somebody who looked at a sheet says what it is of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.field import FieldFinding
from butler_desktop.ui.kit.line_field import LineField


class HandForm(QWidget):
    """Asks for the filing's number, the version and the page."""

    file_wanted = Signal(str, object, int)
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = LineField(self.tr("Filing number"))
        self.version = LineField(self.tr("Version"), hint=self.tr("newest"))
        self.page = LineField(self.tr("Page"), hint=self.tr("none"))
        self.file_button = Button(self.tr("File"), Kind.FILLED)
        self.discard_button = Button(self.tr("Put away"), icon="trash-2")
        fields = HBox(gap=8)
        fields.addWidget(self.number, 3)
        fields.addWidget(self.version, 1)
        fields.addWidget(self.page, 1)
        acts = HBox(gap=8)
        acts.addWidget(self.file_button)
        acts.addWidget(self.discard_button)
        acts.addStretch(1)
        stack = VBox(self, gap=8)
        stack.addLayout(fields)
        stack.addLayout(acts)
        self.file_button.clicked.connect(self.file)
        self.discard_button.clicked.connect(self.discard_wanted)
        for field in (self.number, self.version, self.page):
            field.edit.returnPressed.connect(self.file)

    def clear(self) -> None:
        """Nothing is said yet."""
        for field in (self.number, self.version, self.page):
            field.set_value("")
            field.set_finding(None)

    def file(self) -> None:
        """Ask for it to be filed, or say what is no number."""
        number = self.number.value().strip()
        version, page = (field.value().strip() for field in (self.version, self.page))
        self.number.set_finding(None if number else self._lacks(self.tr("Say which filing.")))
        for field, text in ((self.version, version), (self.page, page)):
            wrong = bool(text) and not text.isdecimal()
            field.set_finding(self._lacks(self.tr("No number")) if wrong else None)
        if number and all(not text or text.isdecimal() for text in (version, page)):
            self.file_wanted.emit(number, int(version) if version else None, int(page or 0))

    def _lacks(self, words: str) -> FieldFinding:
        return FieldFinding("red", words)
