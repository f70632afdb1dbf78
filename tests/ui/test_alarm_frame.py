"""The bell: each alarm is said once, stands until it is read, and leads to what rings."""

from datetime import timedelta

from butler_desktop.domain.alarms import AlarmKind
from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.local_time import iso_local
from butler_desktop.services.contacts import log_contact
from tests.builders import NOW, a_workspace
from tests.services.scenario import an_order_of, reached
from tests.ui.opened import Opened

MINUTE = timedelta(minutes=1)


def test_it_rings_once_and_leads_there(opened: Opened, tmp_path) -> None:
    desk = a_workspace(tmp_path)
    order = an_order_of(desk, paid_at=NOW - 9 * MINUTE)
    filing = reached(desk, S.COLLECTING)
    with desk.editing() as work:
        given = {"promise_at": iso_local(NOW + 5 * MINUTE) or ""}
        log_contact(work, filing, Outcome.REACHED, given)
    desk.close()
    place = opened.start()
    frame = place.alarms
    assert frame.bell.isVisible()
    assert (frame.unread, frame.strip.isVisible()) == (0, False)
    opened.clock.now = NOW + 6 * MINUTE
    place.tick()
    opened.settle()
    assert [it.kind for it in frame._alarms] == [AlarmKind.SOON, AlarmKind.NOW]
    assert frame.unread == 2
    assert frame.strip.isVisible()
    frame.strip.hide()
    place.tick()
    opened.settle()
    assert not frame.strip.isVisible()
    menu = frame.open()
    newest, older = menu.actions()[:2]
    newest.trigger()
    opened.settle()
    assert place.queue.detail.filing_id == filing
    older.trigger()
    opened.settle()
    assert place.orders.detail.view.dossier.order.id == order
    assert frame.unread == 0
    menu.close()


def test_what_rang_is_known_after_the_next_start(opened: Opened, tmp_path) -> None:
    desk = a_workspace(tmp_path)
    an_order_of(desk, paid_at=NOW - 40 * MINUTE)
    desk.close()
    place = opened.start()
    opened.settle()
    assert place.alarms.unread == 2
    menu = place.alarms.open()
    menu.actions()[-1].trigger()
    menu.close()
    assert place.alarms.unread == 0
    opened.close()
    again = opened.start()
    opened.settle()
    assert len(again.alarms.rung) == 2
    assert again.alarms.unread == 0
    assert not again.alarms.strip.isVisible()
