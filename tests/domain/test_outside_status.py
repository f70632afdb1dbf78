"""Outside status: the newest counts, and old ones are flagged while the authority decides."""

from dataclasses import replace
from datetime import timedelta

from butler_desktop.domain.authority_note import AuthorityNote, NoteKind
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.outside_status import STALE, is_stale, outside_status, status_words
from tests.builders import NOW, a_filing, an_order

DAY = timedelta(days=1)


def a_status(number: int, at=NOW, about="authority_review", words=""):
    return AuthorityNote(
        str(number), NoteKind.STATUS, at, "林晓雯", about, words, "provider", submitted_at=NOW
    )


def a_submitted(**given):
    return a_filing(an_order(), state=S.AUTHORITY_REVIEW, submitted_at=NOW, **given)


def test_the_newest_by_its_as_of_counts_and_only_of_this_submission():
    old, new = a_status(2, NOW, "sms_verified"), a_status(1, NOW + DAY)
    before = replace(a_status(3, NOW + 2 * DAY, "provider_rejected"), submitted_at=NOW - DAY)
    status = outside_status(a_submitted(authority_notes=(new, old, before)))
    assert status is not None
    assert (status.words.zh, status.as_of) == ("管局审核中", NOW + DAY)
    assert outside_status(a_submitted()) is None


def test_it_is_flagged_after_three_days_as_long_as_the_authority_has_the_filing():
    filing = a_submitted(authority_notes=(a_status(1, NOW + DAY),))
    assert not is_stale(filing, NOW + DAY + STALE)
    assert is_stale(filing, NOW + DAY + STALE + timedelta(seconds=1))
    assert not is_stale(replace(filing, state=S.APPROVED), NOW + 90 * DAY)
    assert is_stale(a_submitted(), NOW + 4 * DAY)  # nobody has looked at all


def test_free_words_stand_alone_or_beside_the_systems_own():
    assert status_words("other", "省局初审通过").zh == "省局初审通过"
    assert status_words("authority_review", "二审").zh == "管局审核中：二审"
