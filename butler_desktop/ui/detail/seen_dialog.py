"""Seen dialog: what the customer confirmed, or what was submitted, beside the filing now."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.packet import short_digest
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.errors import ButlerError
from butler_desktop.services.packet_changes import SeenValue, WhatTheySaw, what_they_saw
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.columns import Cell, Column
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.measure import px
from butler_desktop.words import Words

WIDTH, HEIGHT = 940, 440
NOT_THERE = "—"


def seen_columns() -> tuple[Column, ...]:
    """Field, what was seen, what is now, and the version that stands for it."""
    return (
        Column("label", Words("项目", "Field"), _label, 170),
        Column("seen", Words("客户看到的", "As they saw it"), _seen, 300, stretch=True),
        Column("now", Words("现在", "Now"), _now, 300, stretch=True),
        Column("version", Words("确认于", "Confirmed by"), _version, 110),
    )


class SeenDialog(Dialog):
    """What differs comes first, marked; the rest follows in the order of the paper."""

    def __init__(
        self,
        background: Background,
        filing_id: str,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("What the customer saw")
        super().__init__(title, sentence=" ", width=WIDTH, parent=parent)
        self._now = now
        self._values: dict[str, SeenValue] = {}
        self.model = BlockModel(seen_columns(), self._fetch, self)
        self.list = ListView(self.model, two_lines=False)
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(px(HEIGHT))
        self.body.addWidget(self.list, 1)
        self.cancel_button.set_words(self.tr("Close"))
        background.ask(self, what_they_saw, filing_id, then=self._show, failed=self._failed)

    @property
    def values(self) -> tuple[SeenValue, ...]:
        """What is listed, in the order of the list."""
        return tuple(self._values.values())

    def _show(self, saw: WhatTheySaw | None) -> None:
        if saw is None:
            self.sentence.setText(self.tr("Nothing was confirmed yet."))
            self.list.hide()
            return
        values = sorted(saw.values, key=lambda it: not it.differs)
        self._values = {it.place: it for it in values}
        self.sentence.setText(self._told(saw))
        self.model.reset([it.place for it in values])

    def _told(self, saw: WhatTheySaw) -> str:
        at, words = saw.confirmed_at, self.tr("v%1, confirmed %2")
        if saw.submitted_at is not None:
            at, words = saw.submitted_at, self.tr("v%1, submitted %2")
        when = said(near_moment_text(at, self._now)) if at else ""
        told = words.replace("%1", str(saw.version)).replace("%2", when)
        count = sum(it.differs for it in saw.values)
        less = self.tr("nothing differs now")
        if count:
            less = self.tr("differs now in %1").replace("%1", str(count))
        return " ・ ".join((told, less, short_digest(saw.digest)))

    def _fetch(self, _ids: object, done: Callable[[dict[str, Any]], None]) -> None:
        done(dict(self._values))

    def _failed(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(i18n.language()))


def _label(row: SeenValue) -> Cell:
    icon, ink = ("triangle-alert", "amber") if row.differs else ("", "text")
    return Cell(row.label, ink=ink, icon=icon, tip=row.label)


def _seen(row: SeenValue) -> Cell:
    return Cell(row.seen or NOT_THERE, ink="text_2", tip=row.seen)


def _now(row: SeenValue) -> Cell:
    ink, frame = ("amber", "amber") if row.differs else ("text_2", "")
    return Cell(row.now or NOT_THERE, ink=ink, frame=frame, tip=row.now)


def _version(row: SeenValue) -> Cell:
    return Cell(f"v{row.version}" if row.version else NOT_THERE, ink="text_3")
