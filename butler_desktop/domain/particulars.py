"""Particulars: the filing form as one frozen value.

The customer confirms it as a whole, so it is kept as one document with a
schema version. What a butler typed stays as typed: a wrong date or number is a
finding, never an exception.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from butler_desktop.domain.access import Access
from butler_desktop.domain.form_part import FormPart
from butler_desktop.domain.form_shape import Leaf, Shape, shapes
from butler_desktop.domain.internet_service import InternetService
from butler_desktop.domain.person import Person
from butler_desktop.domain.province import Provinces
from butler_desktop.domain.subject import Subject
from butler_desktop.errors import ImportRefused
from butler_desktop.words import Words

SCHEMA = 1
"""The version of the form's document that this program writes."""

EMPTY: tuple[Leaf, ...] = (None, ())

NOT_OF_THE_FORM = ("id", "expected_errors")
"""What an entry of a form file says about itself, not about the filing."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Particulars(FormPart):
    """The filing form. ``province`` and server locations are codes of GB/T 2260."""

    schema: int = SCHEMA
    filing_kind: str | None = None
    change_scope: str | None = None
    province: str | None = None
    city_code: str | None = None
    district_code: str | None = None
    existing_subject_number: str | None = None
    existing_service_number: str | None = None
    record_held_here: bool | None = None
    service_code: str | None = None
    subject: Subject = field(default_factory=Subject)
    subject_pic: Person = field(default_factory=Person)
    service: InternetService = field(default_factory=InternetService)
    service_pic: Person = field(default_factory=Person)
    access: Access = field(default_factory=Access)

    @classmethod
    def empty(cls, kind: str) -> Self:
        """A form with nothing filled in but the filing kind."""
        return cls(filing_kind=str(kind))

    @classmethod
    def from_form_file(cls, entry: Mapping[str, Any], provinces: Provinces) -> Self:
        """The form in one entry of a form file.

        Provinces may be named by code, full or short name. Raises ImportRefused
        where a field holds something of another sort.
        """
        if not isinstance(entry, Mapping):
            raise ImportRefused(
                Words(
                    "表单文件的条目不是一组字段",
                    "The entry of the form file is not a set of fields",
                )
            )
        document = {name: value for name, value in entry.items() if name not in NOT_OF_THE_FORM}
        form = cls.from_document(document)
        misfit = _first_misfit(form)
        if misfit is not None:
            raise ImportRefused(
                Words(
                    f"表单文件的“{misfit}”内容类型不对",
                    f"“{misfit}” of the form file is of the wrong type",
                )
            )
        locations = tuple(_code(provinces, text) for text in form.access.server_locations)
        return replace(
            form,
            province=_code(provinces, form.province) if form.province else None,
            access=replace(form.access, server_locations=locations),
        )


def differences(old: Particulars, new: Particulars) -> dict[str, tuple[Leaf, Leaf]]:
    """Each path whose value differs, with the old and the new value."""
    before, after = dict(old.leaves()), dict(new.leaves())
    found = {}
    for path in before | after:
        pair = before.get(path), after.get(path)
        if not is_same(*pair):
            found[path] = pair
    return found


def is_same(one: Leaf, other: Leaf) -> bool:
    """Whether two values of a field say the same; a list of nothing and no answer do."""
    return one == other or (one in EMPTY and other in EMPTY)


def _code(provinces: Provinces, text: str) -> str:
    """The code of the province that ``text`` names; ``text`` itself where it names none."""
    province = provinces.named(text)
    return province.code if province else text


def _first_misfit(part: FormPart, prefix: str = "") -> str | None:
    """The path of a known field whose value could not be read, if there is one."""
    known = shapes(type(part))
    for name in part.unknown:
        if name in known:
            return prefix + name
    for name, shape in known.items():
        if shape is Shape.PART:
            misfit = _first_misfit(getattr(part, name), f"{prefix}{name}.")
        elif shape is Shape.RECORDS:
            records = getattr(part, name)
            found = (_first_misfit(r, f"{prefix}{name}.{r.key}.") for r in records)
            misfit = next((each for each in found if each), None)
        else:
            misfit = None
        if misfit is not None:
            return misfit
    return None
