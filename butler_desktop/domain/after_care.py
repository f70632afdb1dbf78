"""After-care: what has to be done once a filing is approved, each with its day.

Source: process.md section 6 (TC-ACC, HW-KB): the site can be reached within a
working day; number and link stand in the footer at once; the public security
filing within 30 days of the opening; changes are reported. A site opens when
it is approved, as far as anybody here knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from butler_desktop.domain.authority_note import AuthorityNote, NoteKind
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words

FOOTER, ACCESS, SECURITY, CHANGES = "footer", "access", "public_security", "changes"
DUTY_WORDS = {
    FOOTER: Words("页脚备案号及链接", "Number in the footer, with its link"),
    ACCESS: Words("网站可以访问", "Site can be reached"),
    SECURITY: Words("公安联网备案", "Public security filing"),
    CHANGES: Words("询问有无变更", "Ask whether anything changed"),
}
ACCESS_WORKING_DAYS = 1
MONTH = timedelta(days=30)
"""Of the public security filing and of reporting a change."""


@dataclass(frozen=True, slots=True)
class AfterCareTask:
    """One task: until which day, and since when it is done or told to the customer (UTC)."""

    duty: str
    due: date
    done_at: datetime | None
    told_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether nobody has seen to it."""
        return self.done_at is None and self.told_at is None

    def is_overdue(self, today: date) -> bool:
        """Whether its day is past and nobody has seen to it."""
        return self.is_open and today > self.due


def after_care(filing: Filing, calendar: WorkingCalendar) -> tuple[AfterCareTask, ...]:
    """The tasks of an approved filing; none before. Telling the duties settles what is open."""
    notes = filing.authority_notes
    return after_care_tasks(filing.approved_at, filing.duties_told_at, notes, calendar)


def after_care_tasks(
    approved_at: datetime | None,
    told_at: datetime | None,
    notes: Iterable[AuthorityNote],
    calendar: WorkingCalendar,
) -> tuple[AfterCareTask, ...]:
    """The same of what a list reads of a filing; ``notes`` are the oldest first."""
    if approved_at is None:
        return ()
    days = {
        FOOTER: local_date(approved_at),
        ACCESS: local_date(calendar.add_working_days(approved_at, ACCESS_WORKING_DAYS)),
        SECURITY: local_date(approved_at + MONTH),
        CHANGES: local_date(approved_at + MONTH),
    }
    done: dict[str, datetime] = {}
    for note in notes:
        if note.kind is NoteKind.DUTY_DONE:
            done.setdefault(note.about, note.at)
    return tuple(AfterCareTask(duty, due, done.get(duty), told_at) for duty, due in days.items())
