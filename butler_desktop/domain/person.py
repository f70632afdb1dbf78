"""Person: one person in charge; the form has two (主体负责人, 互联网信息服务负责人)."""

from dataclasses import dataclass

from butler_desktop.domain.form_part import FormPart


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Person(FormPart):
    """A person in charge, with papers and ways to be reached. Dates are ISO text."""

    name: str | None = None
    id_type: str | None = None
    id_number: str | None = None
    id_valid_from: str | None = None
    id_valid_to: str | None = None
    id_long_term: bool | None = None
    birth_date: str | None = None
    mobile: str | None = None
    mobile_is_local: bool | None = None
    """The butler ticks it: where a number is registered cannot be looked up offline."""
    emergency_phone: str | None = None
    office_phone: str | None = None
    email: str | None = None
    im_type: str | None = None
    im_account: str | None = None
    title: str | None = None
    is_legal_rep: bool | None = None


def is_same_person(one: Person, other: Person) -> bool:
    """Whether both roles are held by one person: the same paper, or only the same name given."""
    if one.id_number and other.id_number:
        return one.id_number.upper() == other.id_number.upper()
    return bool(one.name) and one.name == other.name
