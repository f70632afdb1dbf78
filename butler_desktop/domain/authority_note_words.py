"""The words of authority notes, as the timeline says them; numbers are never among them."""

from collections.abc import Mapping
from typing import Any

from butler_desktop.domain.sms_check import roles_words
from butler_desktop.words import Words


def note_words(record: Mapping[str, Any]) -> Words:
    """What a note's record says; a kind that only a newer version knows says nothing."""
    kind = record["kind"]
    if kind.startswith("sms_"):
        return roles_words(record["about"])
    return Words("", "")
