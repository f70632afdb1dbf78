"""Field editor: one line of the filing form on the screen.

An editor outlives the filings it shows: going to the next filing changes its
value, not its widget. What is typed is never painted over: a field with the
keyboard in it keeps its text until it is left, and a value that is not saved
stays, with the reason under it and somebody else's value beside it.
"""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from butler_desktop.domain.checks import ERROR, INFO, Finding
from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form import choices, is_filled
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.errors import ButlerError
from butler_desktop.services.drafts import Key, leaf_of
from butler_desktop.services.history import Writer
from butler_desktop.ui.detail import field_widgets
from butler_desktop.ui.detail.draft_words import (
    COPY,
    MINE,
    SAVE,
    Present,
    changed_note,
    draft_finding,
)
from butler_desktop.ui.detail.field_widgets import text_of
from butler_desktop.ui.detail.finding_looks import FIX, KEEP
from butler_desktop.ui.detail.form_saving import FormSaving, LeftOver
from butler_desktop.ui.detail.picks_field import PicksField
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.masked_field import MaskedField
from butler_desktop.ui.kit.text_field import TextField

NOT_CHOSEN = ("", "—")
LEVELS = {ERROR: "red", INFO: "blue"}


@dataclass(frozen=True, slots=True)
class FieldState:
    """What a field shows beside its value. ``writer`` wrote the present one, off ``origin``."""

    filing_id: str
    form: Particulars
    tables: CodeTables
    is_editable: bool
    now: datetime
    finding: Finding | None = None
    unit: str = ""
    writer: Writer | None = None
    origin: str = ""


class FieldEditor(QObject):
    """Shows one path of the form and sends what is typed into it."""

    finding_acted = Signal(object, str)
    """The finding under it, and the key of what is to be done about it."""

    def __init__(self, field: Field, saving: FormSaving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._saving = saving
        self._state: FieldState | None = None
        self._saved: Leaf = None
        self._shown: Leaf = None
        self._sent: Leaf = None
        self._in_flight = 0
        self._offered: list[tuple[str, str]] = []
        self.widget = field_widgets.widget_for(field)
        self.widget.edited.connect(self._typed)
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
        self.widget.set_origin(state.origin)
        leaf = state.form.get(field.path)
        if not is_other and (self._in_flight or self.is_being_edited):
            if leaf == self._sent:
                self._shown = leaf
            elif leaf != before:
                self.widget.set_note(changed_note(self._present(leaf)))
            self._saved = leaf
        else:
            self._saved = leaf
            self._repaint()
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

    @property
    def _key(self) -> Key:
        return self.filing_id, self.field.path

    def _left_over(self) -> LeftOver | None:
        return self._saving.left_over(self._key)

    def _present(self, leaf: Leaf) -> Present:
        state = self._state
        if state is None:
            raise AssertionError("a field that shows no filing")
        return Present(leaf, state.writer, state.is_editable, state.now)

    def _repaint(self) -> None:
        """Show the draft that stands still, else the saved value."""
        left = self._left_over()
        self._shown = self._saved
        if left is None:
            self._put(self._saved, self._saved)
        else:
            self._put(left.draft.typed, leaf_of(self.field, left.draft.typed))

    def _put(self, text: Leaf, leaf: Leaf) -> None:
        """Show a value; a text that says it already keeps its cursor."""
        if not (self.has_focus and self._read() == leaf):
            field_widgets.put(self.widget, self.field, text)

    def _offer(self, field: Field, state: FieldState) -> None:
        rows = choices(field, state.form, state.tables)
        offered = [(row.id, said(row.words)) for row in rows]
        if field.kind is FieldKind.CHOICE and not field.mandatory(state.form):
            offered.insert(0, NOT_CHOSEN)
        if offered != self._offered and isinstance(self.widget, ComboField | PicksField):
            self._offered = offered
            self.widget.set_choices(offered)

    def _typed(self) -> None:
        if self.filing_id:
            leaf = self._read()
            is_text = field_widgets.is_text(self.widget)
            typed = str(self.widget.value()) if is_text else leaf
            self._saving.type(self._key, typed, leaf, self._shown)

    def _committed(self) -> None:
        leaf = self._read()
        if leaf != self._saved or self._in_flight:
            self._send(leaf)
        else:
            self._saving.discard(self._key)

    def _send(self, leaf: Leaf) -> None:
        self._sent = leaf
        self._in_flight += 1
        self._saving.save(self._key, leaf, self._shown)

    def _left(self) -> None:
        """The keyboard went on: the text is shown as it is kept."""
        self.widget.set_note("")
        if self._left_over() is None and not self._in_flight:
            self._shown = self._saved
            field_widgets.put(self.widget, self.field, self._saved)

    def _reveal(self) -> None:
        """Ask for the number; it is shown when the event that somebody looked is written."""
        filing_id = self.filing_id
        self._saving.reveal(
            self._key,
            lambda leaf: self._revealed(filing_id, leaf),
            lambda error: self._hidden(filing_id, error),
        )

    def _revealed(self, filing_id: str, leaf: Leaf) -> None:
        if isinstance(self.widget, MaskedField) and filing_id == self.filing_id:
            left = self._left_over()
            self.widget.reveal(text_of(left.draft.typed if left else leaf))
            self.widget.edit.setFocus()

    def _hidden(self, filing_id: str, error: ButlerError) -> None:
        if filing_id == self.filing_id:
            self.widget.set_finding(FieldFinding("red", error.said(language())))

    def _keep_open(self) -> None:
        """A number is not masked under the hands of the one who types it."""
        if isinstance(self.widget, MaskedField) and self.widget.is_revealed:
            self.widget.clock.start()

    def _link(self, link: str) -> None:
        left = self._left_over()
        if left is None:
            if self._state is not None and self._state.finding is not None:
                self.finding_acted.emit(self._state.finding, link)
            return
        mine = self._read() if self.has_focus else leaf_of(self.field, left.draft.typed)
        if link == SAVE:
            self._send(mine)
        elif link == MINE:
            self._sent = mine
            self._in_flight += 1
            self._saving.save_over(self._key, mine, self._saved)
        elif link == COPY:
            QGuiApplication.clipboard().setText(text_of(left.draft.typed))
        else:
            self.widget.forget_typed()
            self._saving.discard(self._key)
            self._repaint()

    def _tell(self) -> None:
        """Say under the field that it is not saved, or what the rules found."""
        state, left = self._state, self._left_over()
        if state is None:
            return
        if left is not None:
            present = self._present(self._saved)
            self.widget.set_finding(draft_finding(left, self.field, present, state.tables))
        elif state.finding is not None:
            self.widget.set_finding(self._found(state.finding, state.is_editable))
        else:
            self.widget.set_finding(None)

    def _found(self, finding: Finding, is_editable: bool) -> FieldFinding:
        """What the rules found, with the value that would mend it, and the way to let it pass."""
        level, links = LEVELS.get(finding.severity, "amber"), []
        if is_editable and finding.fix is not None:
            links.append((FIX, said(finding.fix.words)))
        if is_editable and not finding.is_firm and finding.requested is None:
            links.append((KEEP, self.tr("Let pass…")))
        is_long = not field_widgets.is_wide(self.field)
        return FieldFinding(level, said(finding.message), tuple(links), is_long)
