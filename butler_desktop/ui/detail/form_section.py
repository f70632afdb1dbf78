"""Form section: the fields of the form under one heading, and how far they are filled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.form_field import Field
from butler_desktop.domain.form_sections import Section
from butler_desktop.ui.detail.field_editor import FieldEditor, FieldState
from butler_desktop.ui.detail.field_flow import FieldFlow
from butler_desktop.ui.detail.field_widgets import is_wide
from butler_desktop.ui.detail.form_saving import FormSaving
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.section_header import SectionHeader


@dataclass(frozen=True, slots=True)
class SectionStatus:
    """What stands at the right of a section's heading."""

    icon: str
    text: str
    ink: str = "text_3"


class FormSection(QWidget):
    """A heading over a flow of fields; editors are made when they are first shown."""

    finding_acted = Signal(object, str)

    def __init__(self, section: Section, saving: FormSaving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._saving = saving
        self._editors: dict[str, FieldEditor] = {}
        self._shown: list[FieldEditor] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._head = SectionHeader("")
        self._fields = QWidget()
        self._flow = FieldFlow(self._fields)
        stack = VBox(self, gap=10)
        stack.addWidget(self._head)
        stack.addWidget(self._fields)

    def show_status(self, title: str, status: SectionStatus) -> None:
        """Say the heading and how far the section is."""
        self._head.set_title(title)
        self._head.show_status(status.text, status.icon, status.ink)

    def show_fields(self, wanted: Sequence[tuple[Field, FieldState]]) -> Iterator[None]:
        """Show these fields; yields after each step, so that the caller can let the window live."""
        shown = []
        for field, state in wanted:
            editor = self._editors.get(field.path)
            if editor is None:
                editor = self._made(field)
                yield
            editor.show(field, state)
            shown.append(editor)
        if shown != self._shown:
            self._arrange(shown)
            yield

    def editor(self, path: str) -> FieldEditor | None:
        """The editor of a path, if the section shows it."""
        return next((each for each in self._shown if each.field.path == path), None)

    @property
    def editors(self) -> Mapping[str, FieldEditor]:
        """Every editor made so far, by path."""
        return self._editors

    def _made(self, field: Field) -> FieldEditor:
        editor = FieldEditor(field, self._saving, self)
        editor.widget.hide()
        editor.finding_acted.connect(self.finding_acted)
        self._editors[field.path] = editor
        return editor

    def _arrange(self, shown: list[FieldEditor]) -> None:
        for editor in self._shown:
            if editor not in shown:
                editor.widget.hide()
        self._flow.arrange([(editor.widget, is_wide(editor.field)) for editor in shown])
        for before, after in pairwise(shown):
            QWidget.setTabOrder(before.widget, after.widget)
        for editor in shown:
            editor.widget.show()
        self._shown = shown
