"""Field editor: one line of the filing form on the screen.

An editor outlives the filings it shows: going to the next filing changes its
value, not its widget. What is typed is never painted over: a field with the
keyboard in it keeps its text until it is left, and a value that could not be
saved stays, with the reason under it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from butler_desktop.domain.checks import ERROR, INFO, Finding
from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form import choices, is_filled
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.ui.detail import field_widgets
from butler_desktop.ui.detail.field_widgets import text_of
from butler_desktop.ui.detail.picks_field import PicksField
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.masked_field import MaskedField
from butler_desktop.ui.kit.text_field import TextField

RETRY, DISCARD = "retry", "discard"
NOT_CHOSEN = ("", "—")
LEVELS = {ERROR: "red", INFO: "blue"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A value that could not be saved, and why."""

    leaf: Leaf
    reason: str


@dataclass(frozen=True, slots=True)
class FieldState:
    """What a field shows beside its value. ``changed`` names who wrote the filing last."""

    filing_id: str
    form: Particulars
    tables: CodeTables
    is_editable: bool
    finding: Finding | None = None
    draft: Draft | None = None
    unit: str = ""
    changed: str = ""


class FieldEditor(QObject):
    """Shows one path of the form and tells what to save."""

    save_wanted = Signal(str, str, object)
    """A filing, a path of its form, and the value that the butler gave it."""

    discarded = Signal(str, str)
    """The value at this path that could not be saved is given up."""

    def __init__(self, field: Field, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._state: FieldState | None = None
        self._saved: Leaf = None
        self._sent: Leaf = None
        self._in_flight = 0
        self._offered: list[tuple[str, str]] = []
        self.widget = field_widgets.widget_for(field)
        self.widget.committed.connect(self._committed)
        self.widget.link_clicked.connect(self._link)
        if isinstance(self.widget, LineField):
            self.widget.edit.left.connect(self._left)
        elif isinstance(self.widget, TextField):
            self.widget.left.connect(self._left)
        if isinstance(self.widget, MaskedField):
            self.widget.reveal_wanted.connect(self._reveal)
            self.widget.edited.connect(self._keep_open)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in it."""
        return (self.widget.focusProxy() or self.widget).hasFocus()

    @property
    def is_being_edited(self) -> bool:
        """Whether the butler is typing a value that is not the saved one."""
        is_text = field_widgets.is_text(self.widget)
        return is_text and self.has_focus and self._read() != self._saved

    @property
    def filing_id(self) -> str:
        """Which filing it shows; empty before the first."""
        return self._state.filing_id if self._state else ""

    def show(self, field: Field, state: FieldState) -> None:
        """Show the field as it is now; what is being typed stays, unless the filing is another."""
        is_other = self.filing_id != state.filing_id
        if is_other:
            self._in_flight = 0
        self.field, self._state, before = field, state, self._saved
        label = self._label()
        if self.widget.label != label:
            self.widget.set_label(label)
        if field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
            self._offer(field, state)
        if isinstance(self.widget, LineField):
            self.widget.set_unit(state.unit)
        self.widget.set_read_only(not state.is_editable)
        leaf = state.form.get(field.path)
        if not is_other and (self._in_flight or self.is_being_edited):
            if leaf not in (before, self._sent):
                self.widget.set_note(state.changed)
            self._saved = leaf
        else:
            self._saved = leaf
            self._put(state.draft.leaf if state.draft else leaf)
        self._tell()

    def settle(self) -> None:
        """A value that was sent is answered: it is saved, or it has become a draft."""
        self._in_flight = max(self._in_flight - 1, 0)

    def finish(self) -> None:
        """Send what was typed and mask what was revealed, before another filing is shown."""
        if self.has_focus:
            QGuiApplication.inputMethod().commit()
        self.widget.commit()
        if isinstance(self.widget, MaskedField):
            self.widget.hide_value()
        self.widget.set_note("")

    def _label(self) -> str:
        """What the field is called, with a star where it must be filled and is not."""
        label, state = said(self.field.words), self._state
        if state is None or not state.is_editable or not self.field.mandatory(state.form):
            return label
        return label if is_filled(state.form.get(self.field.path)) else f"{label} *"

    def _read(self) -> Leaf:
        return field_widgets.read(self.widget, self.field, self._saved)

    def _put(self, leaf: Leaf) -> None:
        """Show a value; a text that says it already keeps its cursor."""
        if not (self.has_focus and self._read() == leaf):
            field_widgets.put(self.widget, self.field, leaf)

    def _offer(self, field: Field, state: FieldState) -> None:
        rows = choices(field, state.form, state.tables)
        offered = [(row.id, said(row.words)) for row in rows]
        if field.kind is FieldKind.CHOICE and not field.mandatory(state.form):
            offered.insert(0, NOT_CHOSEN)
        if offered != self._offered and isinstance(self.widget, ComboField | PicksField):
            self._offered = offered
            self.widget.set_choices(offered)

    def _committed(self) -> None:
        leaf = self._read()
        if leaf != self._saved or self._in_flight:
            self._send(leaf)
        elif self._state is not None and self._state.draft is not None:
            self.discarded.emit(self.filing_id, self.field.path)

    def _send(self, leaf: Leaf) -> None:
        self._sent = leaf
        self._in_flight += 1
        self.save_wanted.emit(self.filing_id, self.field.path, leaf)

    def _left(self) -> None:
        """The keyboard went on: the text is shown as it is kept."""
        self.widget.set_note("")
        if self._state is not None and self._state.draft is None and not self._in_flight:
            field_widgets.put(self.widget, self.field, self._saved)

    def _reveal(self) -> None:
        if isinstance(self.widget, MaskedField) and self._state is not None:
            draft = self._state.draft
            self.widget.reveal(text_of(draft.leaf if draft else self._saved))
            self.widget.edit.setFocus()

    def _keep_open(self) -> None:
        """A number is not masked under the hands of the one who types it."""
        if isinstance(self.widget, MaskedField) and self.widget.is_revealed:
            self.widget.clock.start()

    def _link(self, key: str) -> None:
        draft = self._state.draft if self._state else None
        if draft is not None and key == RETRY:
            self._send(self._read() if self.has_focus else draft.leaf)
        elif draft is not None and key == DISCARD:
            self.discarded.emit(self.filing_id, self.field.path)

    def _tell(self) -> None:
        """Say under the field that it is not saved, or what the rules found."""
        draft = self._state.draft if self._state else None
        finding = self._state.finding if self._state else None
        if draft is not None:
            told = self.tr("Not saved: %1").replace("%1", draft.reason)
            links = ((RETRY, self.tr("Save again")), (DISCARD, self.tr("Discard")))
            self.widget.set_finding(FieldFinding("red", told, links))
        elif finding is not None:
            level = LEVELS.get(finding.severity, "amber")
            self.widget.set_finding(FieldFinding(level, said(finding.message)))
        else:
            self.widget.set_finding(None)
