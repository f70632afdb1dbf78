"""Value words: a record's value in a conflict as people read it, personal ones masked."""

from difflib import SequenceMatcher
from typing import Any

from butler_desktop.domain.conflict import ConflictField
from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.form import field_at
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.local_time import parse_time
from butler_desktop.domain.masking import masked, masked_email, masked_name, masked_phone
from butler_desktop.domain.order_states import ORDER_STATE_WORDS, OrderState
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import moment_text
from butler_desktop.errors import Refused
from butler_desktop.ui.i18n import said, translate
from butler_desktop.words import Words

FORM = "particulars."
YES, NO = Words("是", "Yes"), Words("否", "No")
LIKE = 0.3
"""Texts that have less in common are other texts, not changed ones."""

_PERSONAL = {
    "contact_name": masked_name,
    "contact_phone": masked_phone,
    "contact_email": masked_email,
}
_WRITTEN = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.TEXTS)


def form_field(field: ConflictField) -> Field | None:
    """The field of the filing form that differs, if it is one that this program knows."""
    if not field.place[2].startswith(FORM):
        return None
    try:
        return field_at(field.path)
    except Refused:
        return None


def section_words(field: ConflictField) -> Words:
    """Whose field it is: two persons have a name each; empty where only one could be meant."""
    known = form_field(field)
    is_persons = known is not None and known.section.id.endswith("_pic")
    return known.section.words if known is not None and is_persons else Words("", "")


def is_scan(field: ConflictField) -> bool:
    """Whether two scans stand against each other."""
    return field.place[0] == "material" and isinstance(field.mine, dict)


def can_be_written(field: ConflictField) -> bool:
    """Whether the butler can write a third value by hand."""
    known = form_field(field)
    return known is not None and known.kind in _WRITTEN


def is_personal(field: ConflictField) -> bool:
    """Whether the value is masked."""
    known = form_field(field)
    return known.personal if known is not None else field.path in _PERSONAL


def value_words(field: ConflictField, value: Any, rulebook: Rulebook | None) -> str:
    """``value`` as the field's cell says it; what is empty says so."""
    if value is None or value in ("", []):
        return translate("ValueWords", "(empty)")
    if isinstance(value, dict):
        return str(value.get("file_name") or "")
    if isinstance(value, bool):
        return said(YES if value else NO)
    texts = [str(it) for it in value] if isinstance(value, list | tuple) else [str(value)]
    known = form_field(field)
    if known is None:
        return _of_record(field, texts)
    if known.table and rulebook is not None:
        texts = [said(rulebook.tables.words(known.table, text)) for text in texts]
    if known.personal:
        texts = [masked(known, text) for text in texts]
    return "、".join(texts)


def whole_text(field: ConflictField, value: Any) -> str:
    """The value as it is typed; of a personal one nothing is shown."""
    if value is None or is_personal(field):
        return ""
    return "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def changed_parts(before: str, text: str) -> list[tuple[int, int]]:
    """Where ``text`` differs from what stood there before: (start, length) of each part."""
    matched = SequenceMatcher(None, before, text, autojunk=False)
    if not before or matched.ratio() < LIKE:
        return []
    return [
        (start, end - start)
        for tag, _, _, start, end in matched.get_opcodes()
        if tag in ("replace", "insert")
    ]


def _of_record(field: ConflictField, texts: list[str]) -> str:
    kind, _, path = field.place
    text = "、".join(texts)
    if path == "state":
        if kind == "filing" and text in list(FilingState):
            return said(STATES[FilingState(text)].words)
        if kind == "order" and text in list(OrderState):
            return said(ORDER_STATE_WORDS[OrderState(text)])
    if path in _PERSONAL:
        return _PERSONAL[path](text)
    if path.endswith(("_at", "_deadline", "_since")) and (at := parse_time(text)) is not None:
        return said(moment_text(at))
    return text
