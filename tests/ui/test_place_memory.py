"""Place memory: what the pages show becomes a state, and a state becomes what the pages show."""

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.views import View
from butler_desktop.ui import place_memory
from butler_desktop.ui.places import IMPORT, ORDERS, queue_key
from butler_desktop.ui.window_state import WindowState
from tests.builders import a_filing, an_order
from tests.ui.opened import Opened

S = FilingState


def filled(opened: Opened) -> list[Dossier]:
    workspace = opened.colleague()
    made = []
    for number in range(3):
        order = an_order()
        filing = a_filing(order, state=S.COLLECTING, number=f"BA-2603-{number:04d}")
        made.append(Dossier(order, (filing,)))
        with workspace.editing() as work:
            work.save(None, made[-1], "order.enter")
    workspace.close()
    return made


def test_a_state_that_was_read_off_puts_everything_back(opened: Opened) -> None:
    dossiers = filled(opened)
    place = opened.start()
    wanted = WindowState(
        place=queue_key(View.COLLECTING),
        filing=dossiers[2].filings[0].id,
        order=dossiers[0].order.id,
        layout="table",
        tab=3,
        filters={"text": "BA-2603", "kinds": ["first_filing"], "mine_only": True},
        sort="number",
        descending=True,
        today_team=True,
        today_read="2026-03-18T02:00:00+00:00",
    )
    parts = (opened.program.window, place.queue, place.orders, place.today.page)
    place_memory.restore(wanted, *parts)
    opened.settle()
    now = place_memory.present(WindowState(), *parts)
    for name in ("place", "filing", "order", "layout", "tab", "sort", "descending", "today_team"):
        assert getattr(now, name) == getattr(wanted, name), name
    assert now.today_read == wanted.today_read
    assert now.filters | wanted.filters == now.filters


def test_places_that_pass_become_the_list_behind_them(opened: Opened) -> None:
    filled(opened)
    place = opened.start()
    opened.program.window.go(IMPORT)
    opened.settle()
    assert place.state().place == ORDERS


def test_a_state_of_filings_that_are_gone_shows_the_list(opened: Opened) -> None:
    filled(opened)
    place = opened.start()
    parts = (opened.program.window, place.queue, place.orders, place.today.page)
    place_memory.restore(
        WindowState(place=queue_key(View.ALL), filing="gone", order="gone"), *parts
    )
    opened.settle()
    assert place.queue.total == 3
    assert place.queue.current is not None
