"""Intake table: a customer's answers beside the form, and the cells that cannot be taken."""

from collections.abc import Callable

from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form import field_at
from butler_desktop.domain.form_field import Field
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.intake import HOLD_WORDS, IntakeChange, IntakeFault
from butler_desktop.domain.masking import masked
from butler_desktop.errors import Refused
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.columns import Cell, Column, check_column
from butler_desktop.words import Words

EMPTY = Words("（空）", "(empty)")
DIFFERS = Words("（有改动）", " (changed)")
COMMA = Words("、", ", ")
YES, NO = Words("是", "Yes"), Words("否", "No")


def change_columns(tables: Callable[[], CodeTables]) -> tuple[Column, ...]:
    """Tick, field, now, from the sheet, and what is to be known before it is taken."""

    def now(change: IntakeChange) -> Cell:
        text = value_text(change.field, change.old, tables())
        return Cell(text or said(EMPTY), ink="text_2" if text else "text_3", tip=text)

    def new(change: IntakeChange) -> Cell:
        text = value_text(change.field, change.new, tables())
        if text and text == value_text(change.field, change.old, tables()):
            text += said(DIFFERS)
        held = change.hold is not None
        ink, frame = ("amber", "amber") if held else ("text", "")
        return Cell(text or said(EMPTY), ink=ink, frame=frame, tip=text)

    return (
        check_column(),
        Column("field", Words("项目", "Field"), _field, 220),
        Column("now", Words("现在", "Now"), now, 220, stretch=True),
        Column("new", Words("采集表", "From the workbook"), new, 220, stretch=True),
        Column("note", Words("说明", "Note"), _note, 210),
        Column("cell", Words("单元格", "Cell"), lambda it: Cell(it.cell, ink="text_3"), 72),
    )


def fault_columns() -> tuple[Column, ...]:
    """Where it stands, what field it is for, what it says, and why it cannot be taken."""
    return (
        Column("cell", Words("单元格", "Cell"), _fault_cell, 92),
        Column("field", Words("项目", "Field"), _fault_field, 220),
        Column("value", Words("表中内容", "It says"), _fault_value, 220),
        Column("reason", Words("原因", "Reason"), _reason, 340, stretch=True),
    )


def value_text(field: Field, value: Leaf, tables: CodeTables) -> str:
    """A value in one line, in the language in force; a personal one masked."""
    if isinstance(value, bool):
        return said(YES if value else NO)
    texts = (value,) if isinstance(value, str) else value or ()
    if field.table:
        texts = tuple(said(tables.words(field.table, text)) for text in texts)
    if field.personal:
        texts = tuple(masked(field, text) for text in texts)
    return said(COMMA).join(" ".join(text.split("\n")) for text in texts)


def _field(change: IntakeChange) -> Cell:
    words = said(change.words)
    return Cell(words, tip=words)


def _note(change: IntakeChange) -> Cell:
    """That somebody must say so comes before what the rules say."""
    told = [said(HOLD_WORDS[change.hold])] if change.hold is not None else []
    if change.warning is not None:
        told.append(said(change.warning))
    text = " ・ ".join(told)
    return Cell(text, ink="amber", icon="triangle-alert" if text else "", tip="\n".join(told))


def _fault_cell(fault: IntakeFault) -> Cell:
    return Cell(fault.cell, ink="red", icon="circle-x")


def _fault_field(fault: IntakeFault) -> Cell:
    words = said(fault.field)
    return Cell(words, tip=words)


def _fault_value(fault: IntakeFault) -> Cell:
    text = " ".join(fault.value.split("\n"))
    try:
        field = field_at(fault.path)
    except Refused:
        field = None
    if field is not None and field.personal:
        text = masked(field, text)
    return Cell(text, ink="text_2", tip=text)


def _reason(fault: IntakeFault) -> Cell:
    reason = said(fault.reason)
    return Cell(reason, tip=reason)
