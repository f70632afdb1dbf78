"""The timeline: every act, newest first, under its day."""

from datetime import timedelta

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import act, edit_form
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.timeline_row import TimelineRow
from butler_desktop.ui.detail.timeline_tab import PAGE
from butler_desktop.ui.kit.text import Text
from tests.builders import NOW
from tests.ui.detail.desk import Desk


def rows(desk: Desk) -> list[str]:
    listed = desk.pane.tabs.timeline._rows
    shown = (listed.itemAt(n).widget() for n in range(listed.count()))
    return [row.accessibleName() if isinstance(row, TimelineRow) else row.text() for row in shown]


def test_acts_stand_newest_first_under_their_days(desk: Desk) -> None:
    filing = desk.filing(S.RETURNED_BY_CUSTOMER)
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "云杉智造"})
    desk.clock.now = NOW + timedelta(days=1)
    with desk.workspace.editing() as work:
        act(work, filing, Action.RESUME_PREPARATION, {})
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.TIMELINE)
    told = rows(desk)
    assert len(told) == 5  # two days, three acts
    assert told[1].startswith("10:42")
    assert "林晓雯" in told[1]
    days = [row for row in desk.pane.tabs.timeline._list.findChildren(Text) if row.isVisible()]
    assert len(days) == 2


def test_a_long_history_is_shown_in_parts(desk: Desk) -> None:
    filing = desk.filing()
    for number in range(PAGE + 5):
        with desk.workspace.editing() as work:
            edit_form(work, filing, {"service.service_name": f"名称 {number}"})
    desk.show(filing)
    tab = desk.pane.tabs.timeline
    desk.pane.tabs.go_to(Tab.TIMELINE)
    assert tab.more.isVisible()
    assert len(rows(desk)) == PAGE + 1
    tab.more.click()
    assert not tab.more.isVisible()
    assert len(rows(desk)) == PAGE + 7
