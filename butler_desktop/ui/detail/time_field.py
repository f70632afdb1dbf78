"""Time field: a moment, typed as people write it and shown as people say it."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.local_time import local
from butler_desktop.domain.time_reading import read_moment
from butler_desktop.domain.time_words import moment_text
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.field import Field, FieldFinding
from butler_desktop.ui.kit.line_field import Edit
from butler_desktop.words import Words

WEEKDAYS = tuple(
    Words(f" 周{zh}", f" {en}")
    for zh, en in zip(
        "一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True
    )
)


class MomentEdit(Edit):
    """A bare line with a moment in it; ``now`` is what typing refers to."""

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._moment: datetime | None = None
        self._written = ""
        self.textChanged.connect(self._tell)

    def show_moment(self, at: datetime | None) -> None:
        """Show a moment, exactly; ``None`` empties the line."""
        self._moment = at
        self._written = written(at, self._now) if at else ""
        self.setText(self._written)

    def moment(self) -> datetime | None:
        """The UTC time; None where the line is empty or names no time."""
        typed = self.text().strip()
        return self._moment if typed == self._written else read_moment(typed, self._now)

    def given(self) -> str:
        """The moment as an act takes it: ISO text, else what was typed."""
        at = self.moment()
        return at.isoformat() if at else self.text().strip()

    @property
    def fault(self) -> str:
        """Why what was typed is no time; empty where it is one, or nothing."""
        typed = self.text().strip()
        if not typed or self.moment() is not None:
            return ""
        told = self.tr("No such time: %1. Write it as %2.").replace("%1", typed)
        return told.replace("%2", written(self._now, self._now))

    def _tell(self) -> None:
        at = self.moment()
        is_now = at is not None and moment_text(at) == moment_text(self._now)
        self.set_unit(self.tr("now") if is_now else "")


class TimeField(Field):
    """A labelled moment."""

    def __init__(self, label: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.edit = MomentEdit(now)
        self.edit.textEdited.connect(self._typed)
        self.edit.left.connect(self._check)
        self._take(self.edit)

    def value(self) -> str:
        return self.edit.given()

    def _check(self) -> None:
        fault = self.edit.fault
        self.set_finding(FieldFinding("red", fault) if fault else None)
        self.commit()

    def _show(self, value: object) -> None:
        self.edit.show_moment(value if isinstance(value, datetime) else None)


def written(at: datetime, now: datetime) -> str:
    """3月20日 周五 10:00; today without the weekday."""
    text = said(moment_text(at))
    if local(at).date() == local(now).date():
        return text
    day, _, clock = text.rpartition(" ")
    return f"{day}{said(WEEKDAYS[local(at).weekday()])} {clock}"
