"""Checks of the form itself: days, choices, lengths, telephones."""

from collections.abc import Iterator

from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.form_field import FieldKind
from butler_desktop.domain.validators import iso_date, telephone

CHOICE_KINDS = (FieldKind.CHOICE, FieldKind.CHOICES)

VALIDITIES = (
    ("subject.certificate_valid_from", "subject.certificate_valid_to"),
    ("subject_pic.id_valid_from", "subject_pic.id_valid_to"),
    ("service_pic.id_valid_from", "service_pic.id_valid_to"),
)

PHONE_FIELDS = ("emergency_phone", "office_phone")


def day_is_a_day(examined: Examined) -> Iterator[Hit]:
    """E01: text in a day's field that is no day."""
    for field in examined.shown:
        value = examined.form.get(field.path)
        if field.kind is FieldKind.DATE and isinstance(value, str):
            fault = iso_date.validate(value).fault
            if fault is not None:
                yield Hit("E01", field.path, {"fault": fault})


def choice_is_offered(examined: Examined) -> Iterator[Hit]:
    """E02: a chosen value that its table does not have."""
    for field in examined.shown:
        if field.kind in CHOICE_KINDS:
            value = examined.form.get(field.path)
            chosen = value if isinstance(value, tuple) else (value,)
            for each in chosen:
                if isinstance(each, str) and not examined.rulebook.tables.row(field.table, each):
                    yield Hit("E02", field.path, {"value": each})


def text_fits(examined: Examined) -> Iterator[Hit]:
    """E03: more text than the field takes."""
    for field in examined.shown:
        value = examined.form.get(field.path)
        if field.max_length and isinstance(value, str) and len(value) > field.max_length:
            yield Hit("E03", field.path, {"limit": field.max_length})


def telephone_is_possible(examined: Examined) -> Iterator[Hit]:
    """E04: an emergency or office number that cannot be one."""
    for role, _, person in examined.persons():
        for name in PHONE_FIELDS:
            number = person.get(name)
            if isinstance(number, str):
                fault = telephone.validate(number).fault
                if fault is not None:
                    yield Hit("E04", f"{role}.{name}", {"fault": fault})


def validity_runs_forward(examined: Examined) -> Iterator[Hit]:
    """E05: a paper that ends before it begins."""
    for begins_at, ends_at in VALIDITIES:
        begins, ends = examined.form.get(begins_at), examined.form.get(ends_at)
        if isinstance(begins, str) and isinstance(ends, str):
            first, last = iso_date.parsed(begins), iso_date.parsed(ends)
            if first and last and last < first:
                yield Hit("E05", ends_at)


FORM_CHECKS: tuple[Check, ...] = (
    day_is_a_day,
    choice_is_offered,
    text_fits,
    telephone_is_possible,
    validity_runs_forward,
)
