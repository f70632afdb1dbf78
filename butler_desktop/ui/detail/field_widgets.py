"""Field widgets: which widget suits a field of the form, and values as it shows and reads them."""

from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form import parse_value
from butler_desktop.domain.form_field import Entry, Field, FieldKind
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.masking import masked
from butler_desktop.ui.detail.answer_field import AnswerField
from butler_desktop.ui.detail.picks_field import PicksField
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import Field as FieldWidget
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.masked_field import MaskedField
from butler_desktop.ui.kit.text_field import TextField

WIDE_TEXT = 200
"""Prose that may be this long takes both columns."""

WIDE_PATHS = frozenset({"service.service_name"})
DATE_HINT = "2026-03-18"
BETWEEN_TEXTS = "; "
NO_TABLES = CodeTables()


def is_wide(field: Field) -> bool:
    """Whether the field takes both columns."""
    is_long_line = field.kind is FieldKind.TEXT and field.entry is Entry.PROSE
    return (
        field.kind is FieldKind.LONG_TEXT
        or (is_long_line and field.max_length >= WIDE_TEXT)
        or field.path in WIDE_PATHS
    )


def widget_for(field: Field) -> FieldWidget:
    """A new widget for the field."""
    label = said(field.words)
    match field.kind:
        case FieldKind.LONG_TEXT:
            return TextField(label)
        case FieldKind.CHOICE:
            return ComboField(label)
        case FieldKind.CHOICES:
            return PicksField(label)
        case FieldKind.BOOLEAN:
            return AnswerField(label)
        case FieldKind.DATE if not field.personal:
            return LineField(label, hint=DATE_HINT)
        case _ if field.personal:
            return MaskedField(label, icon="phone" if field.entry is Entry.PHONE else "eye")
        case _:
            return LineField(label)


def is_text(widget: FieldWidget) -> bool:
    """Whether the field is typed into, so that a value may be half done."""
    return isinstance(widget, LineField | TextField)


def text_of(leaf: Leaf) -> str:
    """A value as a line of text shows it."""
    return BETWEEN_TEXTS.join(leaf) if isinstance(leaf, tuple) else str(leaf or "")


def put(widget: FieldWidget, field: Field, leaf: Leaf) -> None:
    """Show a value, a personal one masked unless it is revealed."""
    if isinstance(widget, MaskedField):
        text = text_of(leaf)
        if widget.is_revealed:
            widget.set_value(text)
        widget.set_masked(masked(field, text) if text else "")
    elif is_text(widget):
        widget.set_value(text_of(leaf))
    else:
        widget.set_value(leaf)


def read(widget: FieldWidget, field: Field, unread: Leaf) -> Leaf:
    """The value that the widget holds, tidied; ``unread`` where it shows a mask."""
    if isinstance(widget, MaskedField) and widget.edit.isReadOnly():
        return unread
    value = widget.value()
    if isinstance(value, str) and is_text(widget):
        return parse_value(field, value, NO_TABLES)
    if isinstance(value, tuple | bool):
        return value
    return str(value) if value else None
