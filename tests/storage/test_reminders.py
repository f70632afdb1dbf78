"""Reminders that are due are found for a list at once, as each filing tells them by itself."""

from datetime import timedelta

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.services.due import to_remind
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.worklist import filing_rows
from butler_desktop.storage.reminders import reminders_due
from tests.builders import Clock, a_workspace
from tests.services.scenario import do, reached

HOUR = timedelta(hours=1)


def test_a_list_tells_what_each_filing_tells(tmp_path, engine):
    clock = Clock()
    desk = a_workspace(tmp_path, clock=clock)
    quiet, told = (reached(desk, S.AWAITING_CONFIRMATION) for _ in range(2))
    undelivered = reached(desk, S.INTERNAL_REVIEW)
    do(desk, undelivered, A.ISSUE_PACKET)
    waiting = [quiet, told, undelivered]
    with desk.reading() as work:
        until = work.dossier_of(quiet).filing(quiet).confirmation_deadline
        assert reminders_due(work) == {}
    clock.now = until - 3 * HOUR
    do(desk, told, A.RECORD_REMINDER)
    with desk.reading() as work:
        found = reminders_due(work)
        rows = filing_rows(work, waiting)
        views = {each: filing_view(work, each).reminder for each in waiting}
        (task,) = to_remind(work)
    assert list(found) == [quiet]
    assert views == {quiet: found[quiet], told: None, undelivered: None}
    assert [row.is_to_remind for row in rows] == [True, False, False]
    assert (task.filing, task.deadline, task.at) == (rows[0].number, until, until - 4 * HOUR)
    clock.now = until
    with desk.reading() as work:
        assert reminders_due(work) == {}
    desk.close()
