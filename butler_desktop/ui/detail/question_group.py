"""Question group: what is to be looked up outside, by where one looks, answered with one click."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.asked_question import AskedQuestion
from butler_desktop.domain.checks import Finding
from butler_desktop.domain.fact_question import SOUND
from butler_desktop.ui.detail.finding_looks import ANSWER, FindingLooks
from butler_desktop.ui.detail.finding_row import DAY, DAY_WIDTH, FindingRow
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.date_field import DateField
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.measure import px

Asked = Sequence[tuple[Finding, AskedQuestion]]


class QuestionGroup(QWidget):
    """What was seen today is noted by a click; of another day, that day is chosen before."""

    answered = Signal(object, str, str)
    """The places of the questions, the answer, and the day (ISO, empty for today)."""

    acted = Signal(object, str)
    """A finding, and the key of what is to be done about it."""

    chosen = Signal(str)

    def __init__(
        self,
        header: SectionHeader,
        asked: Asked,
        looks: FindingLooks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.day = DateField(self.tr("Looked up on"))
        self.day.setFixedWidth(px(DAY_WIDTH))
        self.day.hide()
        self.other_day = Link(self.tr("Looked up on another day…"), Role.META)
        self.other_day.clicked.connect(self._choose_day)
        self.rows: list[FindingRow] = []
        self.all_sound: list[Link] = []
        header.add_right(self.other_day)
        self.other_day.setVisible(looks.may_act)
        stack = VBox(self, gap=8)
        stack.addWidget(header)
        day = HBox()
        day.addStretch(1)
        day.addWidget(self.day)
        stack.addLayout(day)
        by_place: dict[str, list[tuple[Finding, AskedQuestion]]] = {}
        for pair in asked:
            by_place.setdefault(said(pair[1].question.look), []).append(pair)
        for where, pairs in by_place.items():
            stack.addLayout(self._part(where, pairs, looks))

    def _part(self, where: str, pairs: Asked, looks: FindingLooks) -> VBox:
        part = VBox(gap=0)
        head = HBox(sides=(0, 4, 0, 4), gap=12)
        head.addWidget(Text(where, Role.META, "text_2"))
        head.addStretch(1)
        places = [asked.place for _, asked in pairs if asked.question.answers]
        if looks.may_act and len(places) > 1:
            words = self.tr("Nothing wrong with these %1").replace("%1", str(len(places)))
            every = Link(words, Role.META)
            every.clicked.connect(lambda: self._answer(places, SOUND))
            self.all_sound.append(every)
            head.addWidget(every)
        part.addLayout(head)
        for finding, asked in pairs:
            row = FindingRow(looks.question(finding, asked))
            row.chosen.connect(self.chosen)
            row.pressed.connect(lambda key, it=(finding, asked): self._pressed(it, key))
            self.rows.append(row)
            part.addWidget(row)
        return part

    def _pressed(self, of_what: tuple[Finding, AskedQuestion], key: str) -> None:
        finding, asked = of_what
        if key.startswith(ANSWER):
            self._answer([asked.place], key.removeprefix(ANSWER))
        elif key.startswith(DAY):
            if key != DAY:
                self._answer([asked.place], key.removeprefix(DAY))
        else:
            self.acted.emit(finding, key)

    def _answer(self, places: list[str], answer: str) -> None:
        if self.day.readable:
            self.answered.emit(tuple(places), answer, self.day.value())

    def _choose_day(self) -> None:
        self.other_day.hide()
        self.day.show()
        self.day.setFocus()
