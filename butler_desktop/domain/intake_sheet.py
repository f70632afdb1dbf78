"""Intake sheet: what the customer is asked, row by row, as his workbook says it.

It is a paper for the customer, in Chinese. A present value stands in its cell
as people write it, and leaves a mark: by it a reader knows later which cells
the customer has touched, without the value itself being kept anywhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form import choices, field_at
from butler_desktop.domain.form_field import Entry, Field, FieldKind
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.intake_cases import Asked, asked_fields
from butler_desktop.domain.particulars import Particulars

YES, NO = "是", "否"
LONGEST = 32_767
"""What a cell holds; a value that is longer is not asked for again."""

MANY = 8
"""More answers than this are told by those for which it is not asked."""

HINTS = {
    Entry.PHONE: "手机号 11 位；座机写“区号-号码”",
    Entry.EMAIL: "如 name@example.cn",
    Entry.DOMAIN: "只写域名，如 example.cn，不带 http://",
    Entry.NETWORK: "如 203.0.113.8，一段写首尾两个地址",
    Entry.FILING_NUMBER: "照备案系统中的号码填写",
    Entry.CODE: "照证件填写；单元格为文本格式，号码不会变样",
}
RECORDS = {
    "service.platforms": "选定后，各平台的包名等会在下一份表中列出",
    "service.pre_approvals": "不需要批文的填“以上都不涉及”；选定后，批文的内容会在下一份表中列出",
    "service.sdk_services": "填好后，各项的提供方会在下一份表中列出",
    "access.resources": "填好后，各项的类型与区域会在下一份表中列出",
}


class Need(StrEnum):
    """Whether an answer is awaited."""

    MUST = "必填"
    IF_ASKED = "适用时必填"
    MAY = "选填"


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """One question. ``options`` are the words of its drop-down; empty where it has none."""

    path: str
    question: str
    kind: FieldKind
    need: Need
    note: str
    options: tuple[str, ...]
    text: str
    """The present answer."""

    mark: str
    most: int = 0
    """The characters that the form takes; 0 where it sets no limit."""


@dataclass(frozen=True, slots=True)
class IntakeSection:
    """The questions under one heading."""

    title: str
    rows: tuple[IntakeRow, ...]


@dataclass(frozen=True, slots=True)
class IntakeSheet:
    """All that one filing asks. ``digest`` is of the form that it was made from."""

    filing: str
    sponsor: str
    digest: str
    sections: tuple[IntakeSection, ...]

    @property
    def rows(self) -> tuple[IntakeRow, ...]:
        """Every question, in the order of the form."""
        return tuple(row for section in self.sections for row in section.rows)


def intake_sheet(filing: str, form: Particulars, tables: CodeTables) -> IntakeSheet:
    """What is to be asked for a filing with this number and form."""
    asked = [it for it in asked_fields(form, tables) if len(_written(it, form, tables)) <= LONGEST]
    sections = tuple(
        IntakeSection(section.title(form).zh, tuple(_row(it, form, tables) for it in group))
        for section, group in groupby(asked, key=lambda it: it.field.section)
    )
    sponsor = form.subject.sponsor_name or ""
    return IntakeSheet(filing, sponsor, canonical_digest(form.to_document()), sections)


def written(field: Field, value: Leaf, tables: CodeTables) -> str:
    """A value as its cell says it; nothing for no answer."""
    if isinstance(value, bool):
        return YES if value else NO
    texts = (value,) if isinstance(value, str) else value or ()
    if field.table:
        texts = tuple(tables.words(field.table, text).zh for text in texts)
    between = "\n" if field.kind is FieldKind.TEXTS else "、"
    return plain(between.join(texts))


def plain(text: str) -> str:
    """A cell's text as it is compared: one sort of line end, nothing around it."""
    lines = text.replace("_x000D_", "\r").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def mark(path: str, text: str) -> str:
    """What tells whether the cell of ``path`` still says what it said."""
    return canonical_digest([path, text])[:16]


def _written(asked: Asked, form: Particulars, tables: CodeTables) -> str:
    return written(asked.field, form.get(asked.field.path), tables)


def _row(asked: Asked, form: Particulars, tables: CodeTables) -> IntakeRow:
    field, text = asked.field, _written(asked, form, tables)
    need = Need.MUST if asked.is_always and not asked.only_if else Need.IF_ASKED
    return IntakeRow(
        path=field.path,
        question=field.words.zh,
        kind=field.kind,
        need=Need.MAY if asked.is_never else need,
        note="；".join(_notes(asked, form, tables)),
        options=_options(field, form, tables),
        text=text,
        mark=mark(field.path, text),
        most=field.max_length,
    )


def _options(field: Field, form: Particulars, tables: CodeTables) -> tuple[str, ...]:
    if field.kind is FieldKind.BOOLEAN:
        return (YES, NO)
    return _words(field, form, tables) if field.kind is FieldKind.CHOICE else ()


def _words(field: Field, form: Particulars, tables: CodeTables) -> tuple[str, ...]:
    """The choices in words; papers of several sorts of sponsor may be called the same."""
    return tuple(dict.fromkeys(row.words.zh for row in choices(field, form, tables)))


def _notes(asked: Asked, form: Particulars, tables: CodeTables) -> Iterable[str]:
    field = asked.field
    for question, answers in asked.only_if.items():
        yield _case(question, answers, form, tables)
    match field.kind:
        case FieldKind.CHOICE | FieldKind.BOOLEAN:
            yield "从下拉列表中选择"
        case FieldKind.CHOICES:
            yield f"可选多项，用顿号（、）隔开。可选：{'、'.join(_words(field, form, tables))}"
        case FieldKind.TEXTS:
            yield "有多项的，每行一项"
        case FieldKind.DATE:
            yield "如 2026-03-18"
    if field.entry in HINTS and field.kind is not FieldKind.DATE:
        yield HINTS[field.entry]
    if field.path in RECORDS:
        yield RECORDS[field.path]
    if field.max_length >= 100:
        yield f"最多 {field.max_length} 字"


def _case(question: str, answers: tuple[Leaf, ...], form: Particulars, tables: CodeTables) -> str:
    """For which answers to another question this one is asked."""
    other = field_at(question)
    owner = other.section.words.zh if question.partition(".")[0].endswith("_pic") else ""
    words = [written(other, answer, tables) for answer in answers]
    told = "为"
    if len(words) > MANY:
        rest = [row for row in _words(other, form, tables) if row not in words]
        words, told = rest, "不是"
    return f"{owner}“{other.words.zh}”{told}{'、'.join(dict.fromkeys(words))}时填写"
