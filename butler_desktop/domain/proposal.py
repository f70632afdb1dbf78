"""Proposals: what was read on a paper beside what the form says; nothing enters by itself.

A number whose check digits do not hold is never offered, however sure the
engine was; a name is always to be compared with the paper, for rare characters
are read as their look-alikes.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from butler_desktop.domain.form import field_at, shown_fields
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.masking import masked
from butler_desktop.domain.paper_text import Item, Paper, ReadItem
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.read_line import Box
from butler_desktop.domain.validators import domain_name, iso_date, resident_id, tidy, uscc
from butler_desktop.words import Words

UNSURE = 0.9
"""Below it a text is to be compared letter by letter, as a name always is."""

_PERSON: Mapping[Item, str] = {
    Item.NAME: "name",
    Item.NUMBER: "id_number",
    Item.VALID_FROM: "id_valid_from",
    Item.VALID_TO: "id_valid_to",
    Item.LONG_TERM: "id_long_term",
}
_INDIVIDUAL: Mapping[Item, str] = {
    Item.NAME: "subject.sponsor_name",
    Item.NUMBER: "subject.certificate_number",
    Item.ADDRESS: "subject.certificate_address",
    Item.VALID_FROM: "subject.certificate_valid_from",
    Item.VALID_TO: "subject.certificate_valid_to",
    Item.LONG_TERM: "subject.certificate_long_term",
}
_LICENCE: Mapping[Item, str] = {
    **_INDIVIDUAL,
    Item.HEAD: "subject.legal_rep_name",
    Item.SCOPE: "subject.business_scope",
}
_LEGAL_REP: Mapping[Item, str] = {
    Item.NAME: "subject.legal_rep_name",
    Item.NUMBER: "subject.legal_rep_id_number",
}
_DOMAIN: Mapping[Item, str] = {
    Item.DOMAIN: "service.domain",
    Item.REGISTRANT: "service.domain_registrant_name",
    Item.VALID_TO: "service.domain_expires_on",
}
_TOLD: Mapping[Item, Words] = {Item.ISSUER: Words("签发机关", "Issued by")}
"""What no field of the form takes, and is worth to be seen."""

_EXPIRIES = frozenset({Item.VALID_TO})


class Standing(StrEnum):
    """How what was read stands to the form."""

    SAME = "same"
    OPEN = "open"  # the form says nothing yet
    DIFFERENT = "different"
    UNSOUND = "unsound"  # it cannot be right: not offered
    TOLD = "told"  # the form does not ask it


@dataclass(frozen=True, slots=True, repr=False)
class Proposal:
    """One item beside one field. ``path`` is empty where the form does not ask it.

    ``value`` is what accepting it writes; ``held`` what the form says, personal
    values masked.
    """

    words: Words
    path: str
    read: str
    value: Leaf
    seen: Leaf
    held: str
    standing: Standing
    note: Words | None
    is_expired: bool
    box: Box

    @property
    def is_offered(self) -> bool:
        """Whether it can be accepted."""
        return self.standing in (Standing.OPEN, Standing.DIFFERENT)

    def __repr__(self) -> str:
        return f"<Proposal for {self.path or self.words.en}: {self.standing}>"


def paper_of(material_kind: str) -> Paper | None:
    """Which labels stand on papers of this kind; None where none are looked for."""
    return _PAPERS.get(material_kind)


def proposals(
    material_kind: str, items: Iterable[ReadItem], form: Particulars, today: date
) -> tuple[Proposal, ...]:
    """What was read beside the form as it is, in the order of the form."""
    read = {each.item: each for each in items}
    found = [_told(words, read[item]) for item, words in _TOLD.items() if item in read]
    shown = {field.path: field.name(form) for field in shown_fields(form)}
    for item, path in _targets(material_kind, form):
        if item in read and path in shown:
            found.append(_proposal(read[item], path, shown[path], form, today))
    order = {path: at for at, path in enumerate(shown)}
    return tuple(sorted(found, key=lambda each: order.get(each.path, -1)))


def accepted_fault(path: str, value: Leaf) -> Words | None:
    """Why a value that was read may not be written at ``path``; None where it may."""
    if not isinstance(value, str):
        return None
    field = field_at(path).path
    if field.endswith("id_number"):
        return resident_id.validate(value).fault
    if field == "subject.certificate_number":
        code = uscc.validate(value)
        return code.fault and resident_id.validate(value).fault and code.fault
    if field == "service.domain":
        return domain_name.validate(value).fault
    is_day = field.endswith(("_from", "_to", "_on"))
    return iso_date.validate(value).fault if is_day else None


def _targets(material_kind: str, form: Particulars) -> Iterable[tuple[Item, str]]:
    """The fields that a paper of this kind can fill."""
    if material_kind.startswith(("subject_pic_id", "service_pic_id")):
        role = "subject_pic" if material_kind.startswith("subject_pic") else "service_pic"
        if form.get(f"{role}.id_type") in (None, "", "resident_id"):
            yield from ((item, f"{role}.{leaf}") for item, leaf in _PERSON.items())
        if role == "subject_pic" and form.subject.sponsor_kind == "individual":
            yield from _INDIVIDUAL.items()
    else:
        yield from _FIELDS.get(material_kind, {}).items()


def _told(words: Words, read: ReadItem) -> Proposal:
    return Proposal(words, "", read.text, None, None, "–", Standing.TOLD, None, False, read.box)


def _proposal(read: ReadItem, path: str, words: Words, form: Particulars, today: date) -> Proposal:
    value: Leaf = True if read.item is Item.LONG_TERM else read.text
    seen = form.get(path)
    fault = accepted_fault(path, value)
    if fault is not None:
        standing = Standing.UNSOUND
    elif _is_same(seen, value):
        standing = Standing.SAME
    else:
        standing = Standing.OPEN if seen in (None, "", False) else Standing.DIFFERENT
    day = iso_date.parsed(read.text) if read.item in _EXPIRIES else None
    expired = day is not None and day < today
    note = fault or (_expired(day, today) if day and expired else None)
    if note is None and standing in (Standing.OPEN, Standing.DIFFERENT):
        note = _care(read)
    return Proposal(
        words, path, read.text, value, seen, _held(path, seen), standing, note, expired, read.box
    )


def _care(read: ReadItem) -> Words | None:
    """What to look at before it is accepted."""
    if read.item in (Item.NAME, Item.HEAD, Item.REGISTRANT):
        return Words("请逐字核对", "Compare it")
    if read.score < UNSURE:
        return Words("识别把握不大，请核对", "Doubtful; compare it")
    return None


def _expired(day: date, today: date) -> Words:
    days = (today - day).days
    return Words(f"已过期 {days} 天，无法提交", f"Expired {days} days ago; not to be submitted")


def _is_same(held: Leaf, value: Leaf) -> bool:
    if isinstance(held, str) and isinstance(value, str):
        return _bare(held) == _bare(value)
    return held == value


def _bare(text: str) -> str:
    """The text without what recognition cannot tell: width of signs, spaces, case."""
    return tidy.compact(unicodedata.normalize("NFKC", text)).casefold()


def _held(path: str, value: Leaf) -> str:
    if not isinstance(value, str) or not value:
        return "✓" if value is True else ""
    field = field_at(path)
    return masked(field, value) if field.personal else value


_FIELDS: Mapping[str, Mapping[Item, str]] = {
    "sponsor_cert": _LICENCE,
    "legal_rep_id": _LEGAL_REP,
    "domain_cert": _DOMAIN,
    "domain_realname": _DOMAIN,
}
_PAPERS: Mapping[str, Paper] = {
    "sponsor_cert": Paper.LICENCE,
    "legal_rep_id": Paper.ID_CARD,
    "subject_pic_id": Paper.ID_CARD,
    "subject_pic_id_front": Paper.ID_CARD,
    "subject_pic_id_back": Paper.ID_CARD,
    "service_pic_id": Paper.ID_CARD,
    "service_pic_id_front": Paper.ID_CARD,
    "service_pic_id_back": Paper.ID_CARD,
    "domain_cert": Paper.DOMAIN,
    "domain_realname": Paper.DOMAIN,
}
