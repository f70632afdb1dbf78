"""A window in a team: who is where, who is in charge, and what is due, on a shared database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import URL

from butler_desktop.app import Program
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.presence import Doing
from butler_desktop.services.assignment import claim
from butler_desktop.services.presence import seen, tell
from butler_desktop.settings import Settings
from butler_desktop.storage.work import Workspace
from butler_desktop.ui.assignment.hand_over_dialog import HandOverDialog
from butler_desktop.ui.presence_desk import GONE, IDLE
from butler_desktop.ui.team_frame import TeamFrame
from tests.builders import NOW, a_filing, a_workspace, an_order
from tests.engines import ENGINES, POSTGRESQL
from tests.services.scenario import reached
from tests.ui.opened import Opened

QIMING = "周启明"


class Team(Opened):
    """The program on a shared database, and a colleague at another desk."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.clock.now = NOW
        self.other: Workspace = replace(
            a_workspace(folder, actor=QIMING, clock=self.clock), station="other"
        )

    def start(self, size: tuple[int, int] = (1440, 900)):
        place = ENGINES.place(self.folder, "林晓雯")
        assert isinstance(place, URL)
        given = Settings(butler="林晓雯", scheme="light", station="own")
        program = Program(given, place.render_as_string(hide_password=False), clock=self.clock)
        self.programs.append(program)
        program.window.resize(*size)
        with self.qtbot.waitActive(program.window):
            program.show()
            program.window.activateWindow()
        self.qtbot.waitUntil(lambda: program.workplace is not None)
        self.qtbot.waitUntil(lambda: self.place.team is not None)
        self.settle()
        return self.place

    def entered(self, butler: str, number: str = "BA-2603-0001") -> tuple[str, str]:
        """An order with one filing of a butler: their ids."""
        order = an_order(butler=butler)
        filing = a_filing(order, butler=butler, number=number)
        with self.other.editing() as work:
            work.save(None, Dossier(order, (filing,)), "order.enter")
        return order.id, filing.id

    def butlers(self, order_id: str) -> tuple[str, ...]:
        with self.other.reading() as work:
            dossier = work.dossier(order_id)
        return (dossier.order.butler, *(filing.butler for filing in dossier.filings))

    def where(self) -> list[tuple[str, Doing]]:
        """Where the colleague sees this desk."""
        return [(it.filing_id, it.doing) for it in seen(self.other)]

    @property
    def team(self) -> TeamFrame:
        assert self.place.team is not None
        return self.place.team


@pytest.fixture
def team(qtbot: QtBot, tmp_path: Path) -> Iterator[Team]:
    with ENGINES.asked_for(POSTGRESQL):
        made = Team(qtbot, tmp_path)
        yield made
        made.end()


def test_a_colleague_at_the_same_filing_is_named_quietly_in_head_and_row(team: Team) -> None:
    _, filing = team.entered("林晓雯")
    place = team.start()
    head = place.queue.detail.head
    assert not head.company.isVisible()
    tell(team.other, filing, Doing.EDITING)
    team.qtbot.waitUntil(head.company.isVisible, timeout=3_000)
    assert head.company.text() == "周启明 正在编辑"
    cell = place.queue.filings.model.columns()[1].cell(place.queue.filings.model.value_at(0))
    assert (cell.icon, cell.icon_ink, cell.tip) == ("pencil", "text_3", "周启明 正在编辑")
    assert QApplication.activeModalWidget() is None
    tell(team.other, "", Doing.LOOKING)
    team.qtbot.waitUntil(lambda: not head.company.isVisible(), timeout=3_000)


def test_this_desk_is_seen_where_it_is_and_gone_when_it_is_closed(team: Team) -> None:
    _, filing = team.entered("林晓雯")
    place = team.start()
    team.qtbot.waitUntil(lambda: team.where() == [(filing, Doing.LOOKING)], timeout=3_000)
    place.window.go("settings")
    team.qtbot.waitUntil(lambda: team.where() == [], timeout=3_000)
    place.window.go("queue:all")
    team.qtbot.waitUntil(lambda: team.where() == [(filing, Doing.LOOKING)], timeout=3_000)
    team.close()
    assert team.where() == []


def test_who_writes_is_editing_and_who_touches_nothing_is_idle_then_gone(team: Team) -> None:
    _, filing = team.entered("林晓雯")
    place = team.start()
    editor = place.queue.detail.tabs.form.editor("service.service_name")
    assert editor is not None
    editor.widget.setFocus()
    handle = place.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_A)
    team.qtbot.waitUntil(lambda: team.where() == [(filing, Doing.EDITING)], timeout=3_000)
    desk = team.team.presence
    assert desk is not None
    team.clock.now += timedelta(minutes=IDLE)
    desk.beat.timeout.emit()
    team.qtbot.waitUntil(lambda: team.where() == [(filing, Doing.IDLE)], timeout=3_000)
    team.clock.now += timedelta(minutes=GONE)
    desk.beat.timeout.emit()
    team.qtbot.waitUntil(lambda: team.where() == [], timeout=3_000)
    team.settle()


def test_presence_is_no_news_for_the_pages(team: Team) -> None:
    _, filing = team.entered("林晓雯")
    place = team.start()
    told: list[object] = []
    team.program.background.changed.connect(told.append)
    tell(team.other, filing, Doing.LOOKING)
    team.qtbot.waitUntil(place.queue.detail.head.company.isVisible, timeout=3_000)
    assert told == []


def test_claimed_from_the_head_and_undone(team: Team) -> None:
    order, _ = team.entered("")
    place = team.start()
    place.open_order(order)
    team.settle()
    head = place.orders.detail.head
    assert head.claim.isVisible()
    head.claim.click()
    team.settle()
    assert team.butlers(order) == ("林晓雯", "林晓雯")
    assert not head.claim.isVisible()
    strip = team.team.assignment.strip
    assert strip.isVisible()
    strip.undo_now()
    team.settle()
    assert team.butlers(order) == ("", "")


def test_the_second_to_claim_hears_who_was_first_without_a_dialog(team: Team) -> None:
    _, filing = team.entered("")
    place = team.start()
    place.open_filing(filing)
    team.settle()
    assert place.queue.detail.head.claim.isVisible()
    # He clicks before the news of the colleague's claim have come.
    assert place.watcher is not None
    place.watcher.stop()
    with team.other.editing() as work:
        claim(work, (), (filing,))
    place.queue.detail.head.claim.click()
    team.settle()
    assert "周启明" in place.window.failures.text()
    assert "10:42" in place.window.failures.text()
    assert QApplication.activeModalWidget() is None


def test_of_chosen_rows_those_without_a_butler_are_claimed(team: Team) -> None:
    free, _ = team.entered("")
    taken, _ = team.entered(QIMING, "BA-2603-0002")
    place = team.start()
    place.window.go("queue:all")
    place.queue.set_layout("table")
    team.settle()
    place.queue.filings.model.check_all(True)
    claim_button = place.queue.list_side.chosen_bar.claim
    claim_button.click()
    team.settle()
    assert team.butlers(free) == ("", "林晓雯")
    assert team.butlers(taken) == (QIMING, QIMING)
    claim_button.click()
    team.settle()
    assert "has a butler already" in place.window.failures.text()


def test_chosen_filings_are_handed_over_by_the_key(team: Team) -> None:
    order, _ = team.entered("林晓雯")
    other, _ = team.entered("林晓雯", "BA-2603-0002")
    place = team.start()
    place.queue.filings.view.selectAll()
    team.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = team.dialog(HandOverDialog)
    assert isinstance(dialog, HandOverDialog)
    assert not dialog.act_button.isEnabled()
    dialog.to.set_value(QIMING)
    dialog.to.edited.emit()
    dialog.act_button.click()
    team.settle()
    assert team.butlers(order) == ("林晓雯", QIMING)
    assert team.butlers(other) == ("林晓雯", QIMING)
    assert team.team.assignment.strip.accessibleName() == "Handed over to 周启明"


def test_what_is_due_is_done_by_the_minute(team: Team) -> None:
    filing = reached(team.other, S.SMS_PENDING)
    team.start()
    team.clock.now += timedelta(hours=25)
    team.team.due.timeout.emit()
    team.settle()
    with team.other.reading() as work:
        assert work.dossier_of(filing).filing(filing).state is S.SMS_EXPIRED
