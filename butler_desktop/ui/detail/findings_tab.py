"""Findings tab: what to mend, what to look up outside, what to look at, and what was let pass."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.checks import ERROR, Finding
from butler_desktop.domain.correction import places
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.finding_looks import AGAIN, FindingLooks
from butler_desktop.ui.detail.finding_row import FindingRow, RowLook
from butler_desktop.ui.detail.fold_button import FoldButton
from butler_desktop.ui.detail.question_group import QuestionGroup
from butler_desktop.ui.detail.risk_card import RiskCard
from butler_desktop.ui.detail.tab_page import TabPage
from butler_desktop.ui.detail.words_card import WordsCard
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.words import Words

RETURNED = (FilingState.REJECTED, FilingState.REWORK, FilingState.SMS_EXPIRED)


class FindingsTab(TabPage):
    """The authority's or the customer's own words above, the rules' findings below."""

    chosen = Signal(str)
    """A place to mend: ``form:path``, ``material:kind``."""

    acted = Signal(object, str)
    """A finding, and the key of what is to be done about it."""

    answered = Signal(object, str, str)
    """The places of questions, the answer, and the day (ISO, empty for today)."""

    taken_back = Signal(str)
    """The place of a question that is to be looked up again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        self._key: tuple[object, ...] = ()
        self._unfolded = False
        self._rows: dict[str, FindingRow] = {}
        self._words = WordsCard()
        self.risk = RiskCard()
        self._groups = QWidget()
        self._listed = VBox(self._groups, gap=20)
        self._empty = EmptyState("", icon="circle-check")
        for part in (self._words, self.risk, self._groups, self._empty):
            self.add(part)

    def show_view(self, view: FilingView) -> None:
        self._quote(view)
        looks = FindingLooks(view)
        key = (
            view.filing.id,
            view.findings,
            view.questions,
            view.corrections,
            view.rulebook.version,
            view.is_editable,
            looks.may_act,
        )
        if key == self._key:
            return
        self._key = key
        self.risk.show_view(view)
        self._rows.clear()
        while (item := self._listed.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        still = [it for it in view.findings if it.is_open]
        if view.corrections:
            self._listed.addWidget(self._marked(view))
        told = [it for it in still if not it.is_question]
        self._group(self.tr("%1 to correct"), [it for it in told if it.severity == ERROR], looks)
        self._group(self.tr("%1 to look at"), [it for it in told if it.severity != ERROR], looks)
        self._questions([it for it in still if it.is_question], looks)
        self._kept([it for it in view.findings if not it.is_open], looks)
        self._answered(view, looks)
        rules = self.tr("The rules of version %1 found nothing.")
        self._empty.show_words(rules.replace("%1", view.rulebook.version))
        self._empty.setVisible(not still and not view.corrections)

    def go_to(self, place: str) -> bool:
        """Bring a row to the eye, and the keyboard to its first button."""
        row = self._rows.get(place)
        if row is None:
            return False
        self.reveal(row)
        first = next(iter(row.acts.values()), None)
        (first or row.link).setFocus()
        return True

    def _marked(self, view: FilingView) -> QWidget:
        """What the customer wants corrected, each with whether it was."""
        title = self.tr("%1 marked for correction").replace("%1", str(len(view.corrections)))
        group, rows = self._headed(title)
        names = places(view.filing.particulars, view.rulebook, view.materials)
        for mark in view.corrections:
            name = said(names.get(mark.place, Words(mark.place, mark.place)))
            icon, tint = ("circle-check", "green") if mark.is_done else ("circle-x", "red")
            chip = self.tr("Corrected") if mark.is_done else self.tr("Must be corrected")
            words = " ・ ".join(it for it in (mark.error, mark.suggestion) if it)
            look = RowLook(mark.place, icon, tint, name, chip, self.tr("Go there"), rule=words)
            row = FindingRow(look)
            row.chosen.connect(self.chosen)
            rows.addWidget(row)
        return group

    def _group(self, title: str, findings: Sequence[Finding], looks: FindingLooks) -> None:
        if not findings:
            return
        group, rows = self._headed(title.replace("%1", str(len(findings))))
        for finding in findings:
            rows.addWidget(self._row(looks.finding(finding), finding))
        self._listed.addWidget(group)

    def _questions(self, findings: Sequence[Finding], looks: FindingLooks) -> None:
        pairs = [(it, asked) for it in findings if (asked := looks.asked(it)) is not None]
        if not pairs:
            return
        title = self.tr("%1 to look up").replace("%1", str(len(pairs)))
        group = QuestionGroup(self._header(title), pairs, looks)
        group.answered.connect(self.answered)
        group.acted.connect(self.acted)
        group.chosen.connect(self.chosen)
        for (finding, _), row in zip(pairs, group.rows, strict=True):
            self._rows[finding.place] = row
        self._listed.addWidget(group)

    def _kept(self, findings: Sequence[Finding], looks: FindingLooks) -> None:
        if not findings:
            return
        group, rows = self._headed(self.tr("%1 let pass").replace("%1", str(len(findings))))
        for finding in findings:
            if finding.waiver is not None:
                rows.addWidget(self._row(looks.kept(finding, finding.waiver), finding))
        self._listed.addWidget(group)

    def _answered(self, view: FilingView, looks: FindingLooks) -> None:
        """What was looked up, folded away."""
        open_places = {it.place for it in view.findings if it.is_open}
        done = [it for it in view.questions if it.is_answered and it.place not in open_places]
        if not done:
            return
        group, inside = QWidget(), QWidget()
        stack, rows = VBox(group, gap=4), VBox(inside, gap=0)
        fold = FoldButton()
        words = self.tr("%1 looked up").replace("%1", str(len(done)))
        for asked in done:
            row = FindingRow(looks.answered(asked))
            row.chosen.connect(self.chosen)
            row.pressed.connect(lambda _key, place=asked.place: self.taken_back.emit(place))
            rows.addWidget(row)

        def turn() -> None:
            self._unfolded = not self._unfolded
            inside.setVisible(self._unfolded)
            fold.show_words(words, unfolded=self._unfolded)

        fold.show_words(words, unfolded=self._unfolded)
        fold.clicked.connect(turn)
        inside.setVisible(self._unfolded)
        stack.addWidget(fold)
        stack.addWidget(inside)
        self._listed.addWidget(group)

    def _row(self, look: RowLook, finding: Finding) -> FindingRow:
        row = FindingRow(look)
        row.chosen.connect(self.chosen)
        row.pressed.connect(lambda key: self._pressed(finding, key))
        self._rows[finding.place] = row
        return row

    def _pressed(self, finding: Finding, key: str) -> None:
        if key == AGAIN:
            self.taken_back.emit(finding.place)
        else:
            self.acted.emit(finding, key)

    def _headed(self, title: str) -> tuple[QWidget, VBox]:
        """A group under its title, and the place for its rows."""
        group = QWidget()
        stack = VBox(group, gap=8)
        stack.addWidget(self._header(title))
        rows = VBox(gap=0)
        stack.addLayout(rows)
        return group, rows

    def _header(self, title: str) -> SectionHeader:
        head = SectionHeader(title)
        if not self._listed.count():
            head.show_status(self.tr("F8 next  Shift F8 previous"))
        return head

    def _quote(self, view: FilingView) -> None:
        filing = view.filing
        icon = title = quote = ""
        if filing.state in RETURNED and filing.rejection_reasons:
            icon, title = "landmark", self.tr("The authority's words")
            quote = filing.rejection_reasons
        elif filing.return_comment:
            icon, title, quote = "undo-2", self.tr("Returned with"), filing.return_comment
        at = next((line.at for line in view.history if line.state is not None), view.now)
        self._words.show_words(icon, title, said(near_moment_text(at, view.now)), quote)
