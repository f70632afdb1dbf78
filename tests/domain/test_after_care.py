"""After-care: each duty's day, and when it is settled."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from butler_desktop.domain.after_care import after_care
from butler_desktop.domain.authority_note import AuthorityNote, NoteKind
from butler_desktop.domain.rulebook import Rulebook
from tests.builders import NOW, a_filing, an_order


def test_the_days_follow_from_the_approval(rulebook: Rulebook) -> None:
    friday = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)
    tasks = after_care(a_filing(an_order(), approved_at=friday), rulebook.calendar)
    assert {it.duty: it.due for it in tasks} == {
        "footer": date(2026, 3, 20),
        "access": date(2026, 3, 23),
        "public_security": date(2026, 4, 19),
        "changes": date(2026, 4, 19),
    }
    assert after_care(a_filing(an_order()), rulebook.calendar) == ()


def test_a_duty_is_overdue_after_its_day_until_it_is_done_or_told(rulebook: Rulebook) -> None:
    filing = a_filing(an_order(), approved_at=NOW)
    footer, *_ = after_care(filing, rulebook.calendar)
    assert not footer.is_overdue(footer.due)
    assert footer.is_overdue(footer.due + timedelta(days=1))
    note = AuthorityNote("1", NoteKind.DUTY_DONE, NOW, "林晓雯", "footer")
    done, *others = after_care(replace(filing, authority_notes=(note,)), rulebook.calendar)
    assert (done.done_at, done.is_open) == (NOW, False)
    assert all(it.is_open for it in others)
    told = after_care(replace(filing, duties_told_at=NOW), rulebook.calendar)
    assert not any(it.is_open for it in told)
