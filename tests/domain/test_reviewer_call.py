"""Reviewer calls: which one is awaited."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.authority_note import AuthorityNote, NoteKind
from butler_desktop.domain.reviewer_call import pending_call
from tests.builders import NOW

HOUR = timedelta(hours=1)


@given(calls=st.lists(st.booleans(), max_size=6), shuffled=st.randoms())
def test_the_last_note_decides_in_whatever_order_they_came_in(calls, shuffled):
    notes = [
        AuthorityNote(
            f"{number:02}",
            NoteKind.CALL if is_call else NoteKind.CALL_OVER,
            NOW,
            "林晓雯",
            until=NOW + number * HOUR if is_call else None,
            submitted_at=NOW,
        )
        for number, is_call in enumerate(calls)
    ]
    expected = notes[-1].until if calls and calls[-1] else None
    shuffled.shuffle(notes)
    call = pending_call(notes, NOW)
    assert (call.until if call else None) == expected
    assert pending_call(notes, NOW + HOUR) is None


def test_it_is_past_once_the_customer_can_no_longer_be_reached():
    note = AuthorityNote("1", NoteKind.CALL, NOW, "林晓雯", until=NOW, submitted_at=NOW)
    call = pending_call([note, replace(note, id="0", kind=NoteKind.STATUS)], NOW)
    assert call is not None
    assert not call.is_past(NOW)
    assert call.is_past(NOW + HOUR)
