"""Intake dialog: what a customer's workbook would change, to be ticked row by row."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.intake import IntakeChange
from butler_desktop.errors import ButlerError
from butler_desktop.services.intake import IntakeView
from butler_desktop.ui import i18n
from butler_desktop.ui.detail.intake_table import change_columns, fault_columns
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px

WIDTH = 960
LINE, HEAD = 32, 30
MOST_CHANGES, MOST_FAULTS = 11, 4
"""Rows that are seen at once; the others scroll."""
DOT = " ・ "


class IntakeDialog(Dialog):
    """What nothing holds is ticked; ``taken`` carries the changes that are ticked."""

    taken = Signal(object)

    def __init__(self, view: IntakeView, parent: QWidget | None = None) -> None:
        super().__init__("", sentence=" ", width=WIDTH, parent=parent)
        title = self.tr("Read the workbook back")
        self.setWindowTitle(title)
        self.title.setText(title)
        self._view = view
        self.model = BlockModel(
            change_columns(lambda: self._view.rulebook.tables), self._changes, self
        )
        self.list = ListView(self.model, two_lines=False)
        self.list.setAccessibleName(self.tr("What would change"))
        self.fault_title = Text("", Role.BODY_BOLD, "red")
        self.fault_model = BlockModel(fault_columns(), self._faults, self)
        self.faults = ListView(self.fault_model, two_lines=False)
        self.faults.setAccessibleName(self.tr("Cells that cannot be taken"))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.fault_title)
        self.body.addWidget(self.faults)
        self.model.checked_changed.connect(self._count)
        self.acted.connect(self._take)
        look().changed.connect(self._size)
        self.show_view(view)

    @property
    def chosen(self) -> tuple[IntakeChange, ...]:
        """The changes that are ticked, in the order of the form."""
        by_path = {change.path: change for change in self._view.preview.changes}
        return tuple(by_path[path] for path in self.model.checked())

    def show_view(self, view: IntakeView) -> None:
        """Show a reading of the workbook; a later one keeps the ticks of what it still proposes."""
        is_again = bool(self.model.ids())
        unticked = set(self.model.ids()) - set(self.model.checked())
        self._view, found = view, view.preview
        self.model.reset([change.path for change in found.changes])
        ready = {change.path for change in found.ready}
        self.model.check_all(False)
        self.model.set_checked(ready - unticked if is_again else ready, True)
        self.fault_model.reset(range(len(found.faults)))
        self.list.setVisible(bool(found.changes))
        for part in (self.fault_title, self.faults):
            part.setVisible(bool(found.faults))
        told = self.tr("These cells cannot be taken: %1")
        self.fault_title.setText(told.replace("%1", str(len(found.faults))))
        self.sentence.setText(self._told())
        self._size()
        self._count()

    def refuse(self, error: ButlerError) -> None:
        """Say why nothing was taken."""
        self.strip.show_message("red", error.said(i18n.language()))
        self._count()

    def _told(self) -> str:
        found = self._view.preview
        if not found.changes and not found.faults:
            less = self.tr("The workbook says what the form says: nothing changes.")
            return DOT.join((self._view.file_name, less))
        parts = [self._view.file_name, self.tr("%n change(s)", "", len(found.changes))]
        if held := len(found.changes) - len(found.ready):
            parts.append(self.tr("%1 to be decided").replace("%1", str(held)))
        told = DOT.join(parts)
        if found.is_older:
            older = self.tr(
                "The form was changed after the export; what the customer did not touch stays."
            )
            told = f"{told}\n{older}"
        return told

    def _changes(self, _ids: object, done: Callable[[dict[str, Any]], None]) -> None:
        done({change.path: change for change in self._view.preview.changes})

    def _faults(self, _ids: object, done: Callable[[dict[int, Any]], None]) -> None:
        done(dict(enumerate(self._view.preview.faults)))

    def _count(self) -> None:
        count = self.model.checked_count()
        words = self.tr("Take %n value(s)", "", count) if self._view.preview.changes else ""
        self.set_act(words, enabled=bool(count))
        self.cancel_button.set_words(self.tr("Cancel") if words else self.tr("Close"))

    def _take(self) -> None:
        if self.chosen:
            self.act_button.setEnabled(False)
            self.taken.emit(self.chosen)

    def _size(self) -> None:
        found = self._view.preview
        rows = min(max(len(found.changes), 4), MOST_CHANGES)
        self.list.setMinimumHeight(px(HEAD + rows * LINE))
        self.faults.setFixedHeight(px(HEAD + min(len(found.faults), MOST_FAULTS) * LINE))
