"""Coexistence: what one filing has in common with others, by keys of the values that matter.

A key is a digest of the tidied value: equal values are found without keeping
a second copy of anybody's number.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from butler_desktop.domain.case import Coexistence, Shared
from butler_desktop.domain.filing_states import (
    DELIVERED_STATES,
    LOCKED_STATES,
    STATES,
    FilingState,
)
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.validators import tidy

KEY_LENGTH = 32
"""Hexadecimal digits of a key."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A value of the form whose key is kept: its column, its path, what sharing it means."""

    column: str
    path: str
    shared: Shared


KEYED = (
    Keyed("certificate_key", "subject.certificate_number", Shared.CERTIFICATE),
    Keyed("domain_key", "service.domain", Shared.DOMAIN),
    Keyed("subject_mobile_key", "subject_pic.mobile", Shared.MOBILE),
    Keyed("service_mobile_key", "service_pic.mobile", Shared.MOBILE),
    Keyed("subject_id_key", "subject_pic.id_number", Shared.ID_NUMBER),
    Keyed("service_id_key", "service_pic.id_number", Shared.ID_NUMBER),
)

TIDIED = {
    Shared.CERTIFICATE: tidy.code,
    Shared.DOMAIN: tidy.host,
    Shared.MOBILE: tidy.phone,
    Shared.ID_NUMBER: tidy.code,
}


def keys_of(form: Particulars) -> dict[str, str]:
    """The keys of a form by their columns; empty where the form has no such value."""
    return {it.column: key_of(it.shared, form.get(it.path)) for it in KEYED}


def key_of(shared: Shared, value: object) -> str:
    """The key of one value; empty for none."""
    text = TIDIED[shared](value) if isinstance(value, str) else ""
    if not text:
        return ""
    return hashlib.sha256(f"{shared}:{text}".encode()).hexdigest()[:KEY_LENGTH]


def coexisting(form: Particulars, others: Iterable[Mapping[str, Any]]) -> tuple[Coexistence, ...]:
    """What each of ``others`` (rows of filings with their keys) shares with ``form``."""
    mine = keys_of(form)
    return tuple(
        _coexistence(one, other, mine, row)
        for row in others
        for one in KEYED
        for other in KEYED
        if one.shared is other.shared and mine[one.column] and mine[one.column] == row[other.column]
    )


def _coexistence(
    one: Keyed, other: Keyed, mine: Mapping[str, str], row: Mapping[str, Any]
) -> Coexistence:
    state = FilingState(row["state"])
    held = mine["certificate_key"]
    return Coexistence(
        shared=one.shared,
        path=one.path,
        other_path=other.path,
        number=row["number"],
        sponsor=row["sponsor_name"],
        service_name=row["service_name"],
        filing_kind=row["filing_kind"],
        is_open=STATES[state].is_open and state not in DELIVERED_STATES,
        is_submitted=state in LOCKED_STATES,
        is_same_sponsor=bool(held) and held == row["certificate_key"],
    )
