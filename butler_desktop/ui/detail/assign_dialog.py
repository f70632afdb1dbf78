"""Assign dialog: which paper each of the chosen files is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.material_guess import likely_kind
from butler_desktop.services.materials_view import MaterialsView
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.dialog import Dialog


class AssignDialog(Dialog):
    """One choice for each file, guessed from its name; a file without a paper is left out."""

    assigned = Signal(object)
    """A list of (kind, path)."""

    def __init__(
        self,
        view: MaterialsView,
        paths: Sequence[Path],
        chosen: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        title = self.tr("Files to sort: %n", "", len(paths))
        self.setWindowTitle(title)
        self.title.setText(title)
        waiting = [row for row in view.rows if not row.is_done]
        rows = waiting + [row for row in view.rows if row.is_done]
        choices = [(row.kind, said(row.words)) for row in rows]
        papers = [(row.kind, row.words) for row in rows]
        self._fields: list[tuple[ComboField, Path]] = []
        for path in paths:
            field = ComboField(path.name, choices, hint=self.tr("Leave out"))
            alone = chosen if len(paths) == 1 else None
            field.set_value(likely_kind(path.name, papers) or alone or None)
            field.committed.connect(self._count)
            self.body.addWidget(field)
            self._fields.append((field, path))
        self._count()
        self.acted.connect(self._tell)

    @property
    def fields(self) -> list[ComboField]:
        """The choices, in the order of the files."""
        return [field for field, _path in self._fields]

    def _chosen(self) -> list[tuple[str, Path]]:
        return [(kind, path) for field, path in self._fields if (kind := field.value())]

    def _count(self) -> None:
        count = len(self._chosen())
        self.set_act(self.tr("Attach files: %n", "", count), enabled=count > 0)

    def _tell(self) -> None:
        self.assigned.emit(self._chosen())
        self.accept()
