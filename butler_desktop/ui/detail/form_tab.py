"""Form tab: the filing form in its sections, saved field by field as it is filled.

Building some seventy editors at once would hold the window; they are made in
slices between two paints, and reused for every filing after.
"""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.checks import ERROR, INFO, Finding
from butler_desktop.domain.form import (
    SECTIONS,
    SectionCount,
    counts,
    field_at,
    is_filled,
    shown_fields,
)
from butler_desktop.domain.form_field import Field
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.time_words import clock_text, near_moment_text
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.filings import EDIT
from butler_desktop.services.history import TAKEN, writer_of
from butler_desktop.ui.detail.field_editor import FieldEditor, FieldState
from butler_desktop.ui.detail.form_saving import FormSaving
from butler_desktop.ui.detail.form_section import FormSection, SectionStatus
from butler_desktop.ui.detail.tab_page import TabPage
from butler_desktop.ui.i18n import said

SLICE = 0.010
"""Seconds of work between two paints."""

RANK = {ERROR: 0, INFO: 2}


class FormTab(TabPage):
    """The form of one filing."""

    finding_acted = Signal(object, str)
    """A finding under a field, and the key of what is to be done about it."""

    built = Signal()
    """Every field of the filing is on the screen."""

    def __init__(self, saving: FormSaving, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        self._saving = saving
        self._view: FilingView | None = None
        self._steps: Iterator[None] = iter(())
        self._saved_section = SECTIONS[0].id
        self._sections = {section.id: FormSection(section, saving) for section in SECTIONS}
        for section in self._sections.values():
            section.finding_acted.connect(self.finding_acted)
            self.add(section)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._work)
        saving.sent.connect(self._sent)
        saving.settled.connect(self._settled)
        saving.drafts_changed.connect(self._drafts_changed)

    @property
    def is_built(self) -> bool:
        """Whether every field of the filing is on the screen."""
        return not self._turn.isActive()

    def show_view(self, view: FilingView) -> None:
        """Show the form of a filing; what is being typed into the same filing stays."""
        is_other = self._view is not None and self._view.filing.id != view.filing.id
        if is_other:
            self.finish()
            self._saved_section = SECTIONS[0].id
            self.to_top()
        self._view = view
        self._steps = self._showing(view)
        if is_other:
            self.hold()
        self._turn.start()
        self._work()

    def finish(self) -> None:
        """Send what was typed; another filing or another page is about to be shown."""
        for section in self._sections.values():
            for editor in section.editors.values():
                if editor.filing_id:
                    editor.finish()

    def go_to(self, path: str) -> bool:
        """Put the keyboard into the field at ``path``; False where the form does not ask it."""
        for _ in self._steps:
            pass
        editor = self.editor(path) or self.editor(path.rpartition(".")[0])
        if editor is None:
            return False
        self.reveal(editor.widget)
        editor.widget.setFocus()
        return True

    def editor(self, path: str) -> FieldEditor | None:
        """The editor of a path that the form asks now."""
        found = (section.editor(path) for section in self._sections.values())
        return next((editor for editor in found if editor is not None), None)

    def _work(self) -> None:
        """One slice of showing."""
        end = perf_counter() + SLICE
        for _ in self._steps:
            if perf_counter() > end:
                return
        self._turn.stop()
        self.release()
        self.built.emit()

    def _showing(self, view: FilingView) -> Iterator[None]:
        form, tables = view.filing.particulars, view.rulebook.tables
        worst = _worst(view)
        fields = self._fields(view)
        told = {count.section.id: count for count in counts(form)}
        for name, section in self._sections.items():
            wanted = [
                (
                    field,
                    FieldState(
                        view.filing.id,
                        form,
                        tables,
                        view.is_editable,
                        view.now,
                        worst.get(field.path),
                        self._unit(view, field),
                        writer_of(view.written, field.path),
                        self._origin(view, field),
                    ),
                )
                for field in fields
                if field.section.id == name
            ]
            found = [worst[field.path] for field, _ in wanted if field.path in worst]
            status = self._status(view, told[name], found)
            section.show_status(said(told[name].title), status)
            yield from section.show_fields(wanted)

    def _status(self, view: FilingView, count: SectionCount, found: list[Finding]) -> SectionStatus:
        errors = sum(finding.severity == ERROR for finding in found)
        warnings = sum(finding.severity not in (ERROR, INFO) for finding in found)
        is_full = count.filled == count.required
        if errors:
            told = self.tr("%1 to correct").replace("%1", str(errors))
            status = SectionStatus("circle-alert", told, "red")
        elif warnings and is_full:
            told = self.tr("%1 to look at").replace("%1", str(warnings))
            status = SectionStatus("triangle-alert", told)
        else:
            told = self.tr("%1/%2 filled").replace("%1", str(count.filled))
            told = told.replace("%2", str(count.required))
            status = SectionStatus("circle-check" if is_full else "circle-dashed", told)
        saved = self._saved_text(view)
        if saved and count.section.id == self._saved_section:
            return SectionStatus(status.icon, f"{status.text} ・ {saved}", status.ink)
        return status

    def _saved_text(self, view: FilingView) -> str:
        """10:41 自动保存; with the day where it was not today."""
        at = next(
            (line.at for line in view.history if line.act == EDIT or line.act.startswith(TAKEN)),
            None,
        )
        if at is None:
            return ""
        is_today = local_date(at) == local_date(view.now)
        when = clock_text(at) if is_today else said(near_moment_text(at, view.now))
        return self.tr("saved %1").replace("%1", when)

    def _fields(self, view: FilingView) -> list[Field]:
        """The fields that the form asks, and those that it asks no more but with a draft left."""
        asked = shown_fields(view.filing.particulars, view.rulebook.tables)
        paths = {field.path for field in asked}
        left = self._saving.left_paths(view.filing)
        return [*asked, *(field_at(path) for path in left if path not in paths)]

    def _unit(self, view: FilingView, field: Field) -> str:
        role, _, leaf = field.path.partition(".")
        if leaf == "name" and view.filing.particulars.get(f"{role}.is_legal_rep"):
            return self.tr("Legal representative")
        return ""

    def _origin(self, view: FilingView, field: Field) -> str:
        """取自营业执照, where the present value was taken from a scan."""
        writer = writer_of(view.written, field.path)
        paper = writer.paper if writer is not None else ""
        if not paper or not is_filled(view.filing.particulars.get(field.path)):
            return ""
        named = (said(item.words) for item in view.checklist if item.kind == paper)
        return self.tr("from: %1").replace("%1", next(named, self.tr("a scan")))

    def _sent(self, path: str) -> None:
        section = path.partition(".")[0]
        self._saved_section = section if section in self._sections else SECTIONS[0].id

    def _settled(self, filing_id: str, path: str) -> None:
        editor = self.editor(path)
        if editor is not None and editor.filing_id == filing_id:
            editor.settle()

    def _drafts_changed(self, filing_id: str) -> None:
        if self._view is not None and filing_id in ("", self._view.filing.id):
            self.show_view(self._view)


def _worst(view: FilingView) -> dict[str, Finding]:
    """The gravest open finding of each path; a bad answer stands at what it is about."""
    asked = {it.place: it.question.field for it in view.questions}
    still = (it for it in view.findings if it.is_open and not it.is_question)
    worst: dict[str, Finding] = {}
    for finding in sorted(still, key=lambda f: RANK.get(f.severity, 1)):
        worst.setdefault(asked.get(finding.place) or finding.path, finding)
    return worst
