"""Date field: a day as ISO text, typed in any of the usual ways."""

import re
from datetime import date

from PySide6.QtWidgets import QWidget

from butler_desktop.ui.kit.field import FieldFinding
from butler_desktop.ui.kit.line_field import LineField

_PARTS = re.compile(r"^\s*(\d{4})\s*[-./年]?\s*(\d{1,2})\s*[-./月]?\s*(\d{1,2})\s*日?\s*$")
_SOLID = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})\s*$")
LONG_TERM = ("长期", "long-term", "长期有效")


def iso_date(typed: str) -> str | None:
    """The ISO date in ``2026-03-18``, ``2026.3.18``, ``2026年3月18日``, ``20260318``; else None."""
    found = _SOLID.match(typed) or _PARTS.match(typed)
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None


class DateField(LineField):
    """A labelled day; its value is ISO text, ``""`` for none, or ``long_term`` if that is allowed.

    What cannot be read as a day stays as it was typed, with a finding under it.
    """

    def __init__(
        self, label: str, *, long_term: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint=hint or "2026-03-18", parent=parent)
        self._long_term = long_term

    def value(self) -> str:
        typed = self.edit.text().strip()
        if self._long_term and typed in (*LONG_TERM, self._long_term):
            return self._long_term
        return iso_date(typed) or ""

    @property
    def readable(self) -> bool:
        """Whether what is typed is a day (or nothing)."""
        return not self.edit.text().strip() or bool(self.value())

    def commit(self) -> None:
        if self.readable:
            if self.value() and self.value() != self._long_term:
                self.edit.setText(self.value())
            self.set_finding(None)
            super().commit()
        else:
            text = self.tr("No such day: %1").replace("%1", self.edit.text().strip())
            self.set_finding(FieldFinding("red", text))

    def _show(self, value: object) -> None:
        if self._long_term and value == self._long_term:
            self.edit.setText(LONG_TERM[0])
        else:
            super()._show(value)
