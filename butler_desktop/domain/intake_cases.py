"""Intake cases: the forms that a form may still become, while the questions it turns on are open.

A customer who has not said whether he is a company or a person must find the
questions of both in his workbook, each with the case that it is for.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.form import FIELDS, choices, field_at, is_filled, shown_fields
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars

ROLES = ("subject_pic", "service_pic")
SPONSOR = "subject.sponsor_kind"
ALONE = ("change_scope", "service.service_kind")
"""What a form turns on whoever the sponsor is."""

OF_SPONSOR = (
    "subject.certificate_long_term",
    *(f"{role}.{leaf}" for role in ROLES for leaf in ("is_legal_rep", "id_type", "id_long_term")),
)
"""What a form turns on for each sort of sponsor."""

Open = Mapping[str, Leaf]
"""Answers that are taken for granted to see what the form would ask then."""

_PLACES = {field.path: place for place, field in enumerate(FIELDS)}


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that the form asks, or may ask.

    ``only_if`` names the open questions that it hangs on, each with the answers
    for which it is asked. ``is_always`` and ``is_never`` are about having to be filled.
    """

    field: Field
    only_if: Mapping[str, tuple[Leaf, ...]]
    is_always: bool
    is_never: bool


def asked_fields(form: Particulars, tables: CodeTables) -> tuple[Asked, ...]:
    """All that the form asks and may still ask, in the form's order."""
    cases = list(_cases(form, tables))
    fields: dict[str, Field] = {}
    mandatory: defaultdict[str, set[bool]] = defaultdict(set)
    asked_for: defaultdict[str, defaultdict[str, dict[Leaf, None]]]
    asked_for = defaultdict(lambda: defaultdict(dict))
    answers: defaultdict[str, dict[Leaf, None]] = defaultdict(dict)
    for case, given in cases:
        for question, answer in given.items():
            answers[question][answer] = None
        for field in shown_fields(case, tables):
            fields.setdefault(field.path, field)
            if given or len(cases) == 1:
                mandatory[field.path].add(field.mandatory(case))
            for question, answer in given.items():
                asked_for[field.path][question][answer] = None
    found = []
    for path, field in sorted(fields.items(), key=lambda it: place_in_form(it[1])):
        only_if = {
            question: tuple(given)
            for question, given in asked_for[path].items()
            if len(given) < len(answers[question])
        }
        must = mandatory[path]
        found.append(Asked(field, only_if, must == {True}, True not in must))
    return tuple(found)


def place_in_form(field: Field) -> int:
    """Where the field stands in the layout of the form."""
    pattern = field.path.replace(f".{field.key}.", ".*.", 1) if field.key else field.path
    return _PLACES[pattern]


def _cases(form: Particulars, tables: CodeTables) -> Iterator[tuple[Particulars, Open]]:
    """The form as it is, and as it would be with one answer to an open question.

    For the sponsor's own questions, with one more for each sort of sponsor.
    """
    yield form, {}
    for question in (*ALONE, *OF_SPONSOR):
        for answer in _answers(form, question, tables):
            yield form.with_value(question, answer), {question: answer}
    for kind in _answers(form, SPONSOR, tables):
        supposed = form.with_value(SPONSOR, kind)
        yield supposed, {SPONSOR: kind}
        for question in OF_SPONSOR:
            for answer in _answers(supposed, question, tables):
                yield supposed.with_value(question, answer), {SPONSOR: kind, question: answer}


def _answers(form: Particulars, question: str, tables: CodeTables) -> tuple[Leaf, ...]:
    """What may be answered to a question that is asked and still open."""
    field = field_at(question)
    if is_filled(form.get(question)) or not field.shown(form):
        return ()
    if field.kind is FieldKind.BOOLEAN:
        return (True, False)
    return tuple(row.id for row in choices(field, form, tables))
