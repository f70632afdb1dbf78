"""Intake: what a customer's workbook would change in the form, cell by cell.

A cell that he has not touched changes nothing, even where a butler has
corrected the value meanwhile. What he emptied, and what was changed here since
the workbook was made, is proposed but held: somebody must say so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form import field_at, is_filled, parse_value
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.intake_cases import asked_fields, place_in_form
from butler_desktop.domain.intake_sheet import mark, plain, written
from butler_desktop.domain.particulars import Particulars, is_same
from butler_desktop.errors import ImportRefused, Refused
from butler_desktop.words import Words

DAYS = range(10_000, 80_000)
"""The numbers by which spreadsheets count days: from 1927 to 2119."""
FIRST_DAY = date(1899, 12, 30)
EXACT_DIGITS = 15
"""A spreadsheet's number keeps no more."""

NOT_ASKED = Words("照所填的类型，这一项不用填", "not asked of what the form now describes")
NOT_OF_SHEET = Words("这一行不是采集表中的项目", "this row is no question of the workbook")
TWICE = Words("这一项出现两次，另一处在 {cell}", "answered twice, also in {cell}")
A_FORMULA = Words("单元格是公式，请改成文字", "a formula; write the text itself")
AN_ERROR = Words("单元格里是表格软件的错误值", "an error value of the spreadsheet")
DIGITS_LOST = Words(
    "号码按数字保存，15 位以后已变样；请把单元格设为文本后重填",
    "saved as a number, whose digits after the 15th are lost; write it again as text",
)
MADE_A_DATE = Words(
    "表格软件把内容改成了日期；请把单元格设为文本后重填",
    "the spreadsheet made a date of it; write it again as text",
)
NO_DAY = Words("应为日期，如 2026-03-18", "takes a date, like 2026-03-18")


class Sort(StrEnum):
    """What a spreadsheet has made of a cell."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"
    ERROR = "error"


class Hold(StrEnum):
    """Why a change waits for somebody's word."""

    CLEARED = "cleared"
    CHANGED_SINCE = "changed_since"


HOLD_WORDS = {
    Hold.CLEARED: Words("表中已清空", "Emptied in the workbook"),
    Hold.CHANGED_SINCE: Words("导出后这里改过", "Changed here since"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One cell: where it stands (``D12``), the path beside it, and its text as people see it."""

    cell: str
    path: str
    text: str
    sort: Sort = Sort.TEXT


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A workbook that came back: whose it is, what its cells said at first, and what they say."""

    filing: str
    digest: str
    marks: Mapping[str, str]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class IntakeChange:
    """One field that would change: from ``old``, as it was at the preview, to ``new``."""

    field: Field
    words: Words
    cell: str
    old: Leaf
    new: Leaf
    hold: Hold | None = None
    warning: Words | None = None
    """What the rules say to the new value."""

    @property
    def path(self) -> str:
        """The field's path."""
        return self.field.path


@dataclass(frozen=True, slots=True)
class IntakeFault:
    """One cell that cannot be taken, and why."""

    cell: str
    path: str
    field: Words
    value: str
    reason: Words


@dataclass(frozen=True, slots=True)
class IntakePreview:
    """What a workbook would do to a filing."""

    filing: str
    changes: tuple[IntakeChange, ...]
    faults: tuple[IntakeFault, ...]
    is_older: bool
    """Whether the form was changed here since the workbook was made."""

    @property
    def ready(self) -> tuple[IntakeChange, ...]:
        """The changes that nothing holds."""
        return tuple(change for change in self.changes if change.hold is None)


def preview(
    sheet: FilledSheet, number: str, form: Particulars, digest: str, tables: CodeTables
) -> IntakePreview:
    """What the sheet would change in the form of filing ``number``.

    Raises ImportRefused where it is another filing's.
    """
    if sheet.filing != number:
        raise ImportRefused(
            Words(
                f"这份采集表属于备案 {sheet.filing}，不是 {number}。",
                f"This workbook belongs to filing {sheet.filing}, not {number}.",
            ),
            Words("到那一条备案中读回。", "Read it back there."),
        )
    return _Reading(sheet, form, tables).preview(digest)


class _Reading:
    """One pass over the answers in the order of the form: later choices follow earlier ones."""

    def __init__(self, sheet: FilledSheet, form: Particulars, tables: CodeTables) -> None:
        self._sheet, self._before, self._tables = sheet, form, tables
        self._form = form
        self._fields = {it.field.path: it.field for it in asked_fields(form, tables)}
        self._changes: list[IntakeChange] = []
        self._faults: list[IntakeFault] = []

    def preview(self, digest: str) -> IntakePreview:
        for field, answer in sorted(self._rows(), key=lambda it: place_in_form(it[0])):
            try:
                change = self._change(field, answer)
                if change is not None:
                    self._form = self._form.with_value(field.path, change.new)
                    self._changes.append(change)
            except Refused as error:
                self._fault(answer, self._label(field), error.sentence)
        changes = tuple(self._asked())
        number, is_older = self._sheet.filing, self._sheet.digest != digest
        return IntakePreview(number, changes, tuple(self._faults), is_older)

    def _rows(self) -> Iterator[tuple[Field, Answer]]:
        """Each answer with its field, once; the others are faults."""
        seen: dict[str, Answer] = {}
        for answer in self._sheet.answers:
            first = seen.setdefault(answer.path, answer) if answer.path else answer
            if first is not answer:
                if plain(first.text) != plain(answer.text):
                    words = self._label(self._field(answer.path))
                    self._fault(answer, words, TWICE.filled(cell=first.cell))
                continue
            field = self._field(answer.path)
            if field is not None:
                yield field, answer
            elif answer.text:
                self._fault(answer, self._label(None), NOT_OF_SHEET)

    def _label(self, field: Field | None) -> Words:
        """What a field is called, with its person where two have one; nothing for no field."""
        if field is None:
            return Words("", "")
        if not field.section.id.endswith("_pic"):
            return field.words
        title = field.section.title(self._form)
        return Words("{person} {name}", "{name}, {person}").filled(person=title, name=field.words)

    def _field(self, path: str) -> Field | None:
        """The field at a path, named as this form names it; None where there is none."""
        try:
            return self._fields.get(path) or field_at(path)
        except Refused:
            return None

    def _change(self, field: Field, answer: Answer) -> IntakeChange | None:
        """The change that an answer proposes, if it is one. Raises Refused."""
        path, tables = field.path, self._tables
        held, text = self._before.get(path), plain(answer.text)
        was, present = self._sheet.marks.get(path), written(field, held, tables)
        if text == present or (was and was == mark(path, text)):
            return None
        value = self._value(field, replace(answer, text=text))
        if is_same(value, held) or (was and was == mark(path, written(field, value, tables))):
            return None
        hold = None
        if was and was != mark(path, present):
            hold = Hold.CHANGED_SINCE
        elif not is_filled(value):
            hold = Hold.CLEARED
        return IntakeChange(field, self._label(field), answer.cell, held, value, hold)

    def _value(self, field: Field, answer: Answer) -> Leaf:
        """What the answer means. Raises Refused."""
        is_day = field.kind is FieldKind.DATE
        if answer.sort is Sort.FORMULA:
            raise Refused(A_FORMULA)
        if answer.sort is Sort.ERROR:
            raise Refused(AN_ERROR)
        if answer.sort is Sort.DATE and not is_day:
            raise Refused(MADE_A_DATE)
        text = answer.text
        if answer.sort is Sort.NUMBER:
            if len(text.lstrip("-")) > EXACT_DIGITS:
                raise Refused(DIGITS_LOST)
            if is_day and text.isdecimal() and int(text) in DAYS:
                text = (FIRST_DAY + timedelta(days=int(text))).isoformat()
        value = self._parsed(field, text)
        if is_day and isinstance(value, str) and not _is_day(value):
            raise Refused(NO_DAY)
        return value

    def _parsed(self, field: Field, text: str) -> Leaf:
        """What the text means; between choices people leave a space as well. Raises Refused."""
        try:
            return parse_value(field, text, self._tables, self._form)
        except Refused:
            if field.kind is not FieldKind.CHOICES or len(text.split()) == 1:
                raise
            return parse_value(field, "、".join(text.split()), self._tables, self._form)

    def _asked(self) -> Iterator[IntakeChange]:
        """The changes of fields that the form still asks once all is answered."""
        asked = {it.field.path: it.field for it in asked_fields(self._form, self._tables)}
        for change in self._changes:
            field = asked.get(change.path)
            if field is not None and self._has_record(change.field):
                yield replace(change, field=field, words=self._label(field))
            elif is_filled(change.new):
                text = written(change.field, change.new, self._tables)
                answer = Answer(change.cell, change.path, text)
                self._fault(answer, change.words, NOT_ASKED)

    def _has_record(self, field: Field) -> bool:
        """Whether the record whose detail the field is was there before, or is chosen now."""
        if not field.key:
            return True
        head = field.path.partition(f".{field.key}.")[0]
        named = next((it.new for it in self._changes if it.path == head), self._before.get(head))
        return field.key in named if isinstance(named, tuple) else False

    def _fault(self, answer: Answer, words: Words, reason: Words) -> None:
        self._faults.append(IntakeFault(answer.cell, answer.path, words, answer.text, reason))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10
