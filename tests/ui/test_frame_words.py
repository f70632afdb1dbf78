"""Frame words: counts and overdue in navigation and status bar, the title of what is looked at."""

from datetime import timedelta

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.views import View
from butler_desktop.ui.kit.nav_button import NavButton
from butler_desktop.ui.places import ORDERS, SETTINGS, START, queue_key
from tests.builders import a_filing, an_order
from tests.ui.opened import Opened

S = FilingState


@pytest.fixture
def open_desk(opened: Opened) -> Opened:
    """A desk with a customer who waits for the first call."""
    order = an_order(customer="云杉", ordered_site_count=2)
    filing = a_filing(order, state=S.REQUESTED, number="BA-2603-0001")
    workspace = opened.colleague()
    with workspace.editing() as work:
        work.save(None, Dossier(order, (filing,)), "order.enter")
    workspace.close()
    opened.start()
    return opened


def status(opened: Opened) -> list[str]:
    return [part.text() for part in opened.program.window.status._shown[0]]


def numbers(opened: Opened, key: str) -> tuple[int | None, int]:
    buttons = opened.program.window.navigation.findChildren(NavButton)
    button = next(button for button in buttons if button.entry.key == key)
    return button._count, button._overdue


def test_the_status_bar_counts_what_the_page_shows(open_desk: Opened) -> None:
    window = open_desk.program.window
    window.go(queue_key(View.ALL))
    open_desk.settle()
    assert [text.split()[0] for text in status(open_desk)] == ["1"]
    assert "1" in status(open_desk)[0].split("・")[1]
    window.go(SETTINGS)
    open_desk.settle()
    assert status(open_desk) == []
    window.go(ORDERS)
    open_desk.settle()
    assert len(status(open_desk)) == 1


def test_what_is_overdue_is_counted_and_announced_once(
    open_desk: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "butler_desktop.ui.frame_words.announce", lambda _widget, text: said.append(text)
    )
    window = open_desk.program.window
    window.go(queue_key(View.ALL))
    open_desk.settle()
    assert numbers(open_desk, queue_key(View.FIRST_CONTACT)) == (1, 0)
    open_desk.clock.now += timedelta(hours=1)
    for _ in range(2):
        open_desk.place.tick()
        open_desk.place.queue.filings.read_again()
        open_desk.settle()
    assert numbers(open_desk, queue_key(View.FIRST_CONTACT)) == (1, 1)
    assert numbers(open_desk, queue_key(View.ALL)) == (1, 0)
    assert numbers(open_desk, ORDERS) == (1, 1)
    assert len(said) == 1


def test_the_title_bar_names_what_is_looked_at(open_desk: Opened) -> None:
    window = open_desk.program.window
    window.go(queue_key(View.ALL))
    open_desk.settle()
    assert window.windowTitle().startswith("BA-2603-0001")
    window.go(ORDERS)
    open_desk.settle()
    assert window.windowTitle().startswith("云杉")
    window.go(SETTINGS)
    open_desk.settle()
    assert "云杉" not in window.windowTitle()
    window.go(START)
    open_desk.settle()
    assert "—" not in window.windowTitle()


def test_closed_filings_have_no_total_that_would_only_grow(open_desk: Opened) -> None:
    assert numbers(open_desk, queue_key(View.DONE)) == (None, 0)
