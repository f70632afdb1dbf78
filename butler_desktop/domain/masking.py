"""Masking: personal values as they stand wherever they need not be read.

Enough is left to tell two customers apart: the ends of a number, the family
name of a person. A masked value never gives the whole away, however short it
is. Source: ux.md section 9, sensitive data.
"""

from butler_desktop.domain.form_field import Entry, Field
from butler_desktop.domain.form_layout import FIELDS
from butler_desktop.domain.particulars import Particulars

HIDDEN = "*"


def masked(field: Field, value: str) -> str:
    """``value`` as a personal field shows it until somebody asks for the whole."""
    if field.entry is Entry.PHONE:
        return masked_phone(value)
    if field.entry is Entry.CODE:
        return masked_number(value)
    if field.entry is Entry.EMAIL:
        return masked_email(value)
    if field.path.endswith("_date"):
        return masked_date(value)
    return masked_name(value)


def masked_form(form: Particulars) -> Particulars:
    """The form with every personal value masked, also of fields that it does not ask just now."""
    for field in FIELDS:
        value = form.get(field.path) if field.personal else None
        if isinstance(value, str):
            form = form.with_value(field.path, masked(field, value))
    return form


def masked_name(name: str) -> str:
    """The family name: 沈**. Of one character nothing is left."""
    return name[:1] + HIDDEN * 2 if len(name) > 1 else HIDDEN * len(name)


def masked_phone(number: str) -> str:
    """The first three and the last four digits: 138****1234."""
    return _ends(number, 3, 4, 4)


def masked_number(number: str) -> str:
    """The ends of a certificate's number: 3301**********1234, 91330108MA2****X7K."""
    is_credit_code = len(number) == 18 and not number[:17].isdecimal()
    return _ends(number, 11, 3, 4) if is_credit_code else _ends(number, 4, 4)


def masked_email(address: str) -> str:
    """The first character and the domain: s****@mail.example."""
    name, at, domain = address.rpartition("@")
    return f"{name[:1]}{HIDDEN * 4}{at}{domain}" if at else masked_name(address)


def masked_date(day: str) -> str:
    """The year: 1988-**-**."""
    return f"{day[:4]}-{HIDDEN * 2}-{HIDDEN * 2}" if len(day) > 4 else HIDDEN * len(day)


def _ends(text: str, head: int, tail: int, stars: int = 0) -> str:
    """The first ``head`` and last ``tail`` characters; of short texts a quarter at either end."""
    if len(text) <= head + tail + 1:
        head = tail = len(text) // 4
    hidden = len(text) - head - tail
    return text[:head] + HIDDEN * (stars or hidden) + text[len(text) - tail :]
