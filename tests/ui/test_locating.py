"""Locating: the palette in the whole program, from Ctrl+K to the act that it leads to."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.transition import Action
from butler_desktop.services.materials import attach_material
from butler_desktop.ui.detail.pictures_dialog import PicturesDialog
from butler_desktop.ui.orders.contact_dialog import ContactDialog
from butler_desktop.ui.palette.entry import Heading
from butler_desktop.ui.places import ORDERS, SETTINGS
from butler_desktop.ui.queue.new_filing_dialog import NewFilingDialog
from tests.builders import NOW, a_filing, an_order
from tests.ui.opened import Opened

SCAN = Path(__file__).resolve().parents[1] / "data" / "scans" / "id-front.jpg"
KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dossiers(opened: Opened) -> list[Dossier]:
    """Two orders of two sites with a filing each, the second one closed."""
    made = []
    workspace = opened.colleague()
    for number, (customer, state) in enumerate(
        (("天翼云科技", FilingState.COLLECTING), ("南屿跨境", FilingState.WITHDRAWN))
    ):
        order = an_order(customer=customer, number=f"DD-260318-{number:04d}", ordered_site_count=2)
        order = replace(order, first_contact_at=NOW)
        form = Particulars.empty("first_filing")
        filing = a_filing(order, state=state, number=f"BA-2603-{number:04d}", particulars=form)
        made.append(Dossier(order, (filing,)))
        with workspace.editing() as work:
            work.save(None, made[-1], "order.enter")
    workspace.close()
    return made


@pytest.fixture
def place(opened: Opened, dossiers: list[Dossier]):
    return opened.start()


def look_for(opened: Opened, text: str) -> None:
    opened.key(KEY.Key_K, CONTROL)
    given = QInputMethodEvent()
    given.setCommitString(text)
    QApplication.sendEvent(opened.place.locating.palette.field, given)
    opened.settle()


def rest(opened: Opened) -> None:
    """Waits until the next act of the chosen filing is known."""
    desk = opened.place.locating.desk
    opened.qtbot.waitUntil(lambda: not desk._rest.isActive())
    opened.settle()


def told(place) -> list[str]:
    """The palette's lines: headings, and the first text of each entry."""
    lines = place.locating.palette.list.model().lines
    return [
        line.text if isinstance(line, Heading) else "".join(t.text for t in line.first)
        for line in lines
    ]


def said_next(place) -> str:
    """What the entry of a filing's next act says."""
    (entry,) = [e for e in place.locating.palette.list.entries if e.id == "command:next"]
    return entry.first[0].text


def choose(place, words: str) -> None:
    entries = place.locating.palette.list.entries
    place.locating.palette.list.choose(
        next(entry.id for entry in entries if words in "".join(t.text for t in entry.first))
    )


def test_initials_open_the_filing(opened: Opened, place, dossiers) -> None:
    look_for(opened, "tyy")
    opened.key(KEY.Key_Return)
    assert not place.locating.palette.isVisible()
    assert opened.program.window.pages.currentWidget() is place.queue
    assert place.queue.detail.view.filing.id == dossiers[0].filings[0].id


def test_a_closed_filing_is_found_and_opened_as_well(opened: Opened, place, dossiers) -> None:
    look_for(opened, "ny")
    opened.key(KEY.Key_Return)
    assert place.queue.detail.view.filing.id == dossiers[1].filings[0].id


def test_records_commands_and_acts_stand_in_groups(opened: Opened, place) -> None:
    look_for(opened, "tyy")
    rest(opened)
    assert told(place) == [
        "Filings",
        "天翼云科技",
        "Orders",
        "DD-260318-0000    天翼云科技",
        "On “天翼云科技”",
        "登记沟通",
        said_next(place),
        "打开订单 DD-260318-0000",
        "复制单号 BA-2603-0000",
    ]
    assert place.locating.palette.read_as.text() == "Pinyin initials tyy"


def test_the_acts_are_those_of_the_record_that_is_chosen(opened: Opened, place) -> None:
    look_for(opened, "tyy")
    assert "打开订单 DD-260318-0000" in told(place)
    opened.key(KEY.Key_Down)  # the order
    assert "在此订单下新建备案" in told(place)
    assert "打开订单 DD-260318-0000" not in told(place)
    opened.key(KEY.Key_Tab)
    assert place.locating.palette.list.current.id == "command:contact"
    opened.key(KEY.Key_Backtab, SHIFT)
    assert place.locating.palette.list.current.subject is not None


def test_a_contact_is_logged_from_the_palette(opened: Opened, place, dossiers) -> None:
    opened.program.window.go(SETTINGS)
    look_for(opened, "tyy")
    opened.key(KEY.Key_L, CONTROL)
    assert place.queue.detail.view.filing.id == dossiers[0].filings[0].id
    assert place.queue.detail.desk.card.row.action is Action.LOG_CONTACT


def test_the_next_act_of_a_filing_is_begun_on_that_filing(opened: Opened, place, dossiers) -> None:
    look_for(opened, "tyy")
    rest(opened)
    told_next = said_next(place)
    opened.key(KEY.Key_Return, CONTROL)
    view = place.queue.detail.view
    assert view.filing.id == dossiers[0].filings[0].id
    assert told_next == view.primary.row.words.zh


def test_the_next_act_is_waited_for(opened: Opened, place, dossiers) -> None:
    look_for(opened, "tyy")
    opened.key(KEY.Key_Return, CONTROL)
    rest(opened)
    opened.qtbot.waitUntil(lambda: not place.locating.palette.isVisible())
    opened.settle()
    assert place.queue.detail.view.filing.id == dossiers[0].filings[0].id


def test_a_contact_about_an_order_is_logged(opened: Opened, place) -> None:
    look_for(opened, "DD-260318-0000")
    choose(place, "DD-260318-0000   ")
    opened.key(KEY.Key_L, CONTROL)
    opened.dialog(ContactDialog).reject()
    assert opened.program.window.place == ORDERS


def test_a_filing_is_started_in_an_order_with_room(opened: Opened, place) -> None:
    look_for(opened, "DD-260318-0000")
    choose(place, "DD-260318-0000   ")
    opened.settle()
    choose(place, "在此订单下新建备案")
    opened.key(KEY.Key_Return)
    opened.dialog(NewFilingDialog).reject()


def test_a_number_is_copied(opened: Opened, place) -> None:
    look_for(opened, "BA-2603-0001")
    choose(place, "复制单号")
    opened.key(KEY.Key_Return)
    assert QApplication.clipboard().text() == "BA-2603-0001"


@pytest.mark.parametrize("typed", [">sz", ">设置", ">setti"])
def test_commands_lead_to_places(opened: Opened, place, typed: str) -> None:
    look_for(opened, typed)
    opened.key(KEY.Key_Return)
    assert opened.program.window.place == SETTINGS


def test_commands_only_hold_the_acts_on_what_is_shown(opened: Opened, place, dossiers) -> None:
    place.open_filing(dossiers[0].filings[0].id)
    opened.settle()
    look_for(opened, ">djgt")
    assert told(place) == ["On “天翼云科技”", "登记沟通"]
    opened.key(KEY.Key_Return)
    assert place.queue.detail.desk.card.row.action is Action.LOG_CONTACT


def test_without_a_word_everything_that_can_be_done_is_offered(
    opened: Opened, place, dossiers
) -> None:
    place.open_filing(dossiers[0].filings[0].id)
    opened.settle()
    look_for(opened, "")
    rest(opened)
    names = told(place)
    assert names[0] == "On “天翼云科技”"
    assert {"登记沟通", "备案队列", "设置", "快捷键"} <= set(names)
    keys = {entry.keys for entry in place.locating.palette.list.entries}
    assert {"Ctrl+L", "Ctrl+Return", "Ctrl+2", "Ctrl+N", "F1"} <= keys


def test_what_the_page_does_by_key_stands_in_the_palette(opened: Opened, place, dossiers) -> None:
    place.open_filing(dossiers[0].filings[0].id)
    opened.settle()
    look_for(opened, ">")
    keys = {entry.keys for entry in place.locating.palette.list.entries}
    assert {"F8", "Ctrl+S", "Ctrl+Tab", "Ctrl+F", "F9", "F11"} <= keys
    assert "Ctrl+E" not in keys  # there is no packet in sight
    opened.key(KEY.Key_F9)
    assert place.queue.layout_name == "table"
    place.open_order(dossiers[0].order.id)
    opened.settle()
    look_for(opened, ">")
    keys = {entry.keys for entry in place.locating.palette.list.entries}
    assert "Ctrl+F" in keys
    assert "F8" not in keys


def test_pictures_are_exported_from_the_palette(opened: Opened, place, dossiers) -> None:
    filing = dossiers[0].filings[0].id
    place.open_filing(filing)
    opened.settle()
    look_for(opened, ">submission pict")
    assert told(place) == []  # there is no paper yet
    opened.key(KEY.Key_Escape)
    with closing(opened.colleague()) as colleague:
        attach_material(colleague, filing, "sponsor_cert", SCAN)
    place.queue.detail.reload()
    opened.settle()
    look_for(opened, ">submission pict")
    opened.key(KEY.Key_Return)
    opened.dialog(PicturesDialog).reject()


def test_numbers_only(opened: Opened, place) -> None:
    look_for(opened, "#0001")
    assert place.locating.palette.list.current.first[0].text == "南屿跨境"
    opened.key(KEY.Key_Escape)
    look_for(opened, "#tyy")
    assert told(place) == []


def test_the_telephone_number_is_masked(opened: Opened, place) -> None:
    look_for(opened, "1234")
    entry = place.locating.palette.list.current
    assert "138****1234" in entry.told
    assert "13800001234" not in "".join(e.told for e in place.locating.palette.list.entries)


def test_what_a_colleague_takes_away_is_told_and_nothing_breaks(
    opened: Opened, place, dossiers
) -> None:
    look_for(opened, "nothing of that name")
    assert told(place) == []
    opened.key(KEY.Key_Return)
    opened.key(KEY.Key_Escape)
    assert not place.locating.palette.isVisible()


def test_the_search_of_the_top_bar_opens_it(opened: Opened, place) -> None:
    opened.qtbot.mouseClick(opened.program.window.top.search, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is place.locating.palette.field
