"""The form in a packet: which lines the paper shows, and what it says for each value.

Lines that people read together are one: a paper's dates, a person's name and
role. What is empty and need not be filled is left out.
"""

from collections.abc import Iterator

from butler_desktop.domain.form import is_filled, shown_fields
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.form_sections import (
    ACCESS,
    FILING,
    SERVICE,
    SERVICE_PIC,
    SUBJECT,
    SUBJECT_PIC,
    Section,
)
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.packet import PacketRow, PacketSection
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.person import is_same_person
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import day_text
from butler_desktop.domain.validators.iso_date import parsed

NOTHING = "—"
REMARK = "subject.subject_remark"
FIRST = ("subject.sponsor_name", "service.service_name")
"""What begins its section."""

WIDE = frozenset(
    (
        *FIRST,
        "subject.certificate_address",
        "subject.mailing_address",
        "service.domain_registrant_name",
    )
)
DATED = ("subject.certificate", "subject_pic.id", "service_pic.id")
"""Papers whose dates stand in one line."""
JOINED = frozenset(
    (
        *(f"{paper}{end}" for paper in DATED for end in ("_valid_to", "_long_term")),
        "subject_pic.is_legal_rep",
        "service_pic.is_legal_rep",
        REMARK,
    )
)
"""What stands in the line of another field, or in a section of its own."""

TITLES = {FILING.id: "备案事项", SUBJECT.id: "主办者基本情况"}


def subject_sections(form: Particulars, rulebook: Rulebook) -> tuple[PacketSection, ...]:
    """The sponsor's part of the form, its remark at the end."""
    sections = _sections(form, rulebook, (FILING, SUBJECT, SUBJECT_PIC))
    remark = PacketRow(REMARK, "备注", form.subject.subject_remark or "无", is_wide=True)
    return (*sections, PacketSection("备注", (remark,)))


def service_sections(form: Particulars, rulebook: Rulebook) -> tuple[PacketSection, ...]:
    """The service's part of the form."""
    return _sections(form, rulebook, (SERVICE, SERVICE_PIC, ACCESS))


def _sections(
    form: Particulars, rulebook: Rulebook, wanted: tuple[Section, ...]
) -> tuple[PacketSection, ...]:
    fields = shown_fields(form, rulebook.tables)
    sections = []
    for section in wanted:
        rows = sorted(
            _rows([field for field in fields if field.section is section], form, rulebook),
            key=lambda row: row.path not in FIRST,
        )
        title = TITLES.get(section.id, section.title(form).zh)
        sections.append(PacketSection(title, tuple(rows)))
    return tuple(sections)


def _rows(fields: list[Field], form: Particulars, rulebook: Rulebook) -> Iterator[PacketRow]:
    for field in fields:
        value = form.get(field.path)
        is_asked = is_filled(value) or field.mandatory(form)
        if field.path in JOINED or not is_asked:
            continue
        label, said = field.words.zh, said_value(field, value, rulebook)
        if field.path.endswith("_valid_from"):
            label, said = "证件有效期", _validity(field.path, form)
        elif field.path.endswith("_pic.name"):
            said += _roles(field.path, form)
        elif field.path == "subject.mailing_address" and _is_certified(form):
            said = "同证件住所"
        is_wide = field.path in WIDE or field.kind in (FieldKind.LONG_TEXT, FieldKind.TEXTS)
        yield PacketRow(field.path, label, said, is_wide=is_wide)


def set_in(word: str) -> str:
    """A word as it stands between Chinese ones: with a space on both sides if it is Latin."""
    return f" {word} " if word.isascii() and word else word


def said_value(field: Field, value: Leaf, rulebook: Rulebook) -> str:
    """A field's value as the paper says it."""
    if not is_filled(value):
        return NOTHING
    if isinstance(value, bool):
        return "是" if value else "否"
    texts = value if isinstance(value, tuple) else (str(value),)
    if field.table:
        texts = tuple(rulebook.tables.words(field.table, text).zh for text in texts)
    if field.kind is FieldKind.DATE:
        texts = tuple(said_day(text) for text in texts)
    return "、".join(texts)


def said_day(text: str | None) -> str:
    """An ISO date as 2034年5月8日; what is no date, as it was typed."""
    day = parsed(text)
    return day_text(day, with_year=True).zh if day else text or NOTHING


def _is_certified(form: Particulars) -> bool:
    """Whether letters go to the address of the certificate."""
    subject = form.subject
    return bool(subject.mailing_address) and subject.mailing_address == subject.certificate_address


def _validity(path: str, form: Particulars) -> str:
    stem = path.removesuffix("_valid_from")
    until = said_day(_text(form.get(f"{stem}_valid_to")))
    return (
        f"{said_day(_text(form.get(path)))} 至 {'长期' if form.get(f'{stem}_long_term') else until}"
    )


def _roles(path: str, form: Particulars) -> str:
    role = path.removesuffix(".name")
    said = []
    if role == "service_pic" and is_same_person(form.subject_pic, form.service_pic):
        said.append("同主体负责人")
    if form.get(f"{role}.is_legal_rep"):
        said.append("法定代表人")
    return f"（{'，'.join(said)}）" if said else ""


def _text(value: Leaf) -> str | None:
    return value if isinstance(value, str) else None
