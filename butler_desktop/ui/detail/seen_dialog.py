"""Seen dialog: what the customer confirmed, or what was submitted, beside the filing now."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.packet import short_digest
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.workflow_inputs import CHANNEL_WORDS
from butler_desktop.errors import ButlerError
from butler_desktop.services.packet_changes import (
    SeenValue,
    WhatTheySaw,
    paper_they_saw,
    what_they_saw,
)
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.packet_pages import PacketPages
from butler_desktop.ui.detail.page_view import PageView
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.columns import Cell, Column
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.measure import px
from butler_desktop.words import Words

WIDTH, HEIGHT = 940, 440
NOT_THERE = "—"
DOT = " ・ "


def seen_columns(confirmed: Callable[[SeenValue], Cell]) -> tuple[Column, ...]:
    """Field, what was seen, what is now, and the version and answer that stand for it."""
    return (
        Column("label", Words("项目", "Field"), _label, 180),
        Column("seen", Words("客户看到的", "As they saw it"), _seen, 300, stretch=True),
        Column("now", Words("现在", "Now"), _now, 300, stretch=True),
        Column("version", Words("确认依据", "Confirmed by"), confirmed, 240),
    )


class SeenDialog(Dialog):
    """What differs comes first, marked; the rest follows in the order of the paper.

    The paper itself is one press away, byte for byte as the customer had it.
    """

    def __init__(
        self,
        background: Background,
        filing_id: str,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("What the customer saw")
        super().__init__(title, sentence=" ", width=WIDTH, parent=parent)
        self._background, self._filing_id, self._now = background, filing_id, now
        self._saw: WhatTheySaw | None = None
        self._values: dict[str, SeenValue] = {}
        self.moments = Segments(
            [self.tr("As submitted"), self.tr("As confirmed")], self.tr("Which version")
        )
        self.model = BlockModel(seen_columns(self._version), self._fetch, self)
        self.list = ListView(self.model, two_lines=False)
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(px(HEIGHT))
        self.pages = PacketPages(background, self)
        self.paper = PageView(self.pages)
        self.paper.setMinimumHeight(px(HEIGHT))
        self.paper.hide()
        head = HBox()
        head.addWidget(self.moments)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.paper, 1)
        self.cancel_button.set_words(self.tr("Close"))
        self.paper_button = self.add_button(self.tr("The paper as they had it"))
        self.paper_button.clicked.connect(self.turn)
        self.paper_button.hide()
        self.moments.hide()
        self.moments.chosen.connect(self._choose)
        self._ask(None)

    @property
    def values(self) -> tuple[SeenValue, ...]:
        """What is listed, in the order of the list."""
        return tuple(self._values.values())

    def turn(self) -> None:
        """From the list to the paper, and back."""
        to_paper = not self.paper.isVisible()
        self.list.setVisible(not to_paper)
        self.paper.setVisible(to_paper)
        words = self.tr("Field by field") if to_paper else self.tr("The paper as they had it")
        self.paper_button.set_words(words)
        if to_paper and self._saw is not None:
            self._background.ask(
                self,
                paper_they_saw,
                self._filing_id,
                self._saw.version,
                then=self.pages.open,
                failed=self._failed,
                topic="paper",
            )

    def _ask(self, version: int | None) -> None:
        self._background.ask(
            self,
            what_they_saw,
            self._filing_id,
            version,
            then=self._show,
            failed=self._failed,
            topic="saw",
        )

    def _choose(self, place: int) -> None:
        if self._saw is not None:
            self._ask((self._saw.submitted, self._saw.confirmed)[place])

    def _show(self, saw: WhatTheySaw | None) -> None:
        self._saw = saw
        self.paper_button.setVisible(saw is not None)
        if saw is None:
            self.sentence.setText(self.tr("Nothing was confirmed yet."))
            self.list.hide()
            return
        values = sorted(saw.values, key=lambda it: not it.differs)
        self._values = {it.place: it for it in values}
        self.sentence.setText(self._told(saw))
        self.model.reset([it.place for it in values])
        self.moments.setVisible(
            None not in (both := {saw.submitted, saw.confirmed}) and len(both) > 1
        )
        self.moments.set_index(0 if saw.version == saw.submitted else 1)
        if self.paper.isVisible():
            self.paper.hide()
            self.turn()

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
        return DOT.join((told, less, short_digest(saw.digest)))

    def _version(self, row: SeenValue) -> Cell:
        """By which version and answer a value is confirmed."""
        answer = self._saw.answers.get(row.version) if self._saw else None
        if answer is None:
            return Cell(f"v{row.version}" if row.version else NOT_THERE, ink="text_3")
        how = CHANNEL_WORDS.get(answer.how)
        by = said(how) if how else self.tr("At the deadline")
        when = said(near_moment_text(answer.at, self._now))
        told = DOT.join(it for it in (f"v{row.version}", by, when, answer.who) if it)
        return Cell(told, ink="text_3", tip=told)

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
