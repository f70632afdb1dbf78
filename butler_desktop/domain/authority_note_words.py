"""The words of authority notes, as the timeline says them; numbers are never among them."""

from collections.abc import Mapping
from typing import Any

from butler_desktop.domain.after_care import DUTY_WORDS
from butler_desktop.domain.authority_note import AuthorityNote, NoteKind
from butler_desktop.domain.outside_status import SOURCE_WORDS, status_words
from butler_desktop.domain.records import from_record
from butler_desktop.domain.reviewer_call import OUTCOME_WORDS
from butler_desktop.domain.sms_check import roles_words
from butler_desktop.domain.time_words import moment_text
from butler_desktop.words import Words

DOT = " ・ "


def note_words(record: Mapping[str, Any]) -> Words:
    """What a note's record says; a kind that only a newer version knows says nothing."""
    kind = record["kind"]
    if kind not in set(NoteKind):
        return Words("", "")
    if kind.startswith("sms_"):
        return roles_words(record["about"])
    note = from_record(AuthorityNote, record)
    words = Words(note.words, note.words)
    match note.kind:
        case NoteKind.STATUS:
            source = SOURCE_WORDS.get(note.source, Words(note.source, note.source))
            parts = [status_words(note.about, note.words), source, moment_text(note.at)]
        case NoteKind.CALL if note.until is not None:
            reachable = Words("可接听至 {until}", "reachable until {until}")
            parts = [reachable.filled(until=moment_text(note.until)), words]
        case NoteKind.CALL_OVER:
            parts = [OUTCOME_WORDS.get(note.about, words), words]
        case _:
            parts = [DUTY_WORDS.get(note.about, words)]
    told = [it for it in parts if it.zh]
    return Words(DOT.join(it.zh for it in told), DOT.join(it.en for it in told))
