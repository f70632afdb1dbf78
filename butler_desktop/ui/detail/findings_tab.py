"""Findings tab: what must be corrected and what should be looked at, each with its field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.checks import ERROR, INFO, Finding
from butler_desktop.domain.correction import places
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.form import shown_fields
from butler_desktop.domain.form_sections import section_of
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.finding_row import FindingRow
from butler_desktop.ui.detail.tab_page import TabPage
from butler_desktop.ui.detail.words_card import WordsCard
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.words import Words

LOOKS = {ERROR: ("circle-x", "red"), INFO: ("info", "blue")}
DOUBT = ("triangle-alert", "amber")
RETURNED = (FilingState.REJECTED, FilingState.REWORK, FilingState.SMS_EXPIRED)


class FindingsTab(TabPage):
    """The authority's or the customer's own words above, the rules' findings below."""

    chosen = Signal(str)
    """A place to mend: ``form:path``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        self._key: tuple[object, ...] = ()
        self._words = WordsCard()
        self._groups = QWidget()
        self._listed = VBox(self._groups, gap=20)
        self._empty = EmptyState("", icon="circle-check")
        for part in (self._words, self._groups, self._empty):
            self.add(part)

    def show_view(self, view: FilingView) -> None:
        self._quote(view)
        key = (view.filing.id, view.findings, view.corrections, view.rulebook.version)
        if key == self._key:
            return
        self._key = key
        while (item := self._listed.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        names = self._names(view)
        errors = [f for f in view.findings if f.severity == ERROR]
        doubts = [f for f in view.findings if f.severity != ERROR]
        if view.corrections:
            self._listed.addWidget(self._marked(view))
        if errors:
            title = self.tr("%1 to correct").replace("%1", str(len(errors)))
            self._listed.addWidget(self._group(title, errors, names))
        if doubts:
            title = self.tr("%1 to look at").replace("%1", str(len(doubts)))
            self._listed.addWidget(self._group(title, doubts, names))
        rules = self.tr("The rules of version %1 found nothing.")
        self._empty.show_words(rules.replace("%1", view.rulebook.version))
        self._empty.setVisible(not view.findings and not view.corrections)

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
            row = FindingRow(mark.place, icon, tint, name, chip, self.tr("Go there"), words)
            row.chosen.connect(self.chosen)
            rows.addWidget(row)
        return group

    def _group(self, title: str, findings: Sequence[Finding], names: dict[str, str]) -> QWidget:
        group, rows = self._headed(title)
        for finding in findings:
            icon, tint = LOOKS.get(finding.severity, DOUBT)
            rule = self.tr("Rule %1").replace("%1", finding.rule)
            row = FindingRow(
                f"form:{finding.path}",
                icon,
                tint,
                said(finding.message),
                self._grade(finding.severity),
                names.get(finding.path, ""),
                rule,
            )
            row.chosen.connect(self.chosen)
            rows.addWidget(row)
        return group

    def _headed(self, title: str) -> tuple[QWidget, VBox]:
        """A group under its title, and the place for its rows."""
        group = QWidget()
        stack = VBox(group, gap=8)
        head = SectionHeader(title)
        if not self._listed.count():
            head.show_status(self.tr("F8 next  Shift F8 previous"))
        stack.addWidget(head)
        rows = VBox(gap=0)
        stack.addLayout(rows)
        return group, rows

    def _grade(self, severity: str) -> str:
        if severity == ERROR:
            return self.tr("Must be corrected")
        return self.tr("For information") if severity == INFO else self.tr("Doubtful")

    def _names(self, view: FilingView) -> dict[str, str]:
        """Where each path stands: 网站 ・ 网站名称."""
        form = view.filing.particulars
        return {
            field.path: f"{said(section_of(field.path).title(form))} ・ {said(field.words)}"
            for field in shown_fields(form, view.rulebook.tables)
        }

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
