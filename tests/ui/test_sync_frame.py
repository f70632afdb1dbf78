"""The whole program on a replica and on the shared database, while the network goes and comes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.presence import Doing
from butler_desktop.domain.sync_status import Tie
from butler_desktop.domain.views import View
from butler_desktop.services.filings import edit_form
from butler_desktop.services.presence import seen, tell
from butler_desktop.services.replicas import create_replica
from butler_desktop.services.sync import receipt
from butler_desktop.storage.work import Workspace
from butler_desktop.ui.kit.sync_pill import SyncState
from butler_desktop.ui.places import SETTINGS, queue_key
from butler_desktop.ui.queue.columns import FilingColumns
from butler_desktop.ui.sync.conflict_dialog import ConflictDialog
from butler_desktop.ui.sync.receipt_dialog import ReceiptDialog
from butler_desktop.ui.sync.take_out_dialog import TakeOutDialog
from butler_desktop.ui.sync_frame import SyncFrame
from tests.postgres import Server
from tests.services.scenario import an_order_of, attach_all, requested
from tests.sync.team import ANN, BEN, Team, synced
from tests.ui.opened import Opened

NAME = "service.service_name"


class Office:
    """Ann's program, Ben's replica, one shared database, and the network between."""

    def __init__(self, opened: Opened, server: Server, folder: Path) -> None:
        self.opened, self.folder = opened, folder
        self.team = Team(server, folder)
        self.ben = self.team.replica(BEN, opened.clock)
        self.filing_id = requested(self.ben, an_order_of(self.ben, state=OrderState.PAID))
        attach_all(self.ben, self.filing_id)
        synced(self.ben)

    def url(self, name: str) -> str:
        return self.team.seen_from_outside(
            self.team.server.signed_in(self.team.url, name)
        ).render_as_string()

    def start(self, *, direct: bool = False) -> SyncFrame:
        """Opens the program at Ann's desk and waits for its first answer."""
        if not direct:
            create_replica(self.url(ANN), self.folder / "butler.db")
        place = self.opened.start(database=self.url(ANN) if direct else "")
        assert place.sync is not None
        frame = place.sync
        self.until(lambda: frame.desk.standing.tie is not Tie.ALONE)
        self.until(lambda: frame.desk.rounds is None or not frame.desk.rounds.is_running)
        return frame

    def until(self, wanted: object) -> None:
        self.opened.qtbot.waitUntil(wanted, timeout=15_000)

    def edit(self, value: str) -> None:
        """Ann changes the form in her program."""
        place = self.opened.place
        place._background.do(place, edit_form, self.filing_id, {NAME: value})
        self.opened.settle()

    def pill(self) -> str:
        return self.opened.program.window.top.sync.text()

    def quarrel(self, frame: SyncFrame) -> None:
        """Both change the service's name; Ben is first."""
        self.team.network.cut()
        self.edit("安的名称")
        self.until(lambda: frame.desk.standing.is_offline)
        self.team.network.mend()
        with self.ben.editing() as work:
            edit_form(work, self.filing_id, {NAME: "本的名称"})
        synced(self.ben)
        frame.desk.at_once()
        self.until(lambda: bool(frame.desk.conflicts))
        self.opened.settle()

    def close(self) -> None:
        self.opened.end()
        self.team.close()


@pytest.fixture
def office(opened: Opened, server: Server, tmp_path: Path) -> Iterator[Office]:
    made = Office(opened, server, tmp_path)
    yield made
    made.close()


def told(desk: Workspace) -> int:
    with desk.reading() as work:
        return receipt(work).made


def test_a_file_that_stands_alone_leads_to_the_settings(opened: Opened, qtbot: QtBot) -> None:
    opened.start()
    window = opened.program.window
    qtbot.mouseClick(window.top.sync, Qt.MouseButton.LeftButton)
    assert window.place == SETTINGS


def test_without_a_network_work_goes_on_and_coming_back_is_by_itself(office: Office) -> None:
    frame = office.start()
    assert office.pill().startswith("Online ・ synced")
    office.team.network.cut()
    office.edit("离线改的")
    office.until(lambda: office.pill() == "Offline ・ to sync: 1")
    assert not office.opened.program.failures.isVisible()
    assert QApplication.activeModalWidget() is None
    left = [item.text for item in office.opened.program.window.status._said[0]]
    assert left[0].startswith("Working offline")
    office.team.network.mend()
    office.opened.key(Qt.Key.Key_F5)
    office.until(lambda: office.pill().startswith("Online"))
    assert frame.desk.standing.unshared == 0
    synced(office.ben)
    with office.ben.reading() as work:
        form = work.dossier_of(office.filing_id).filings[0].particulars
    assert form.service.service_name == "离线改的"


def test_an_act_is_shared_soon_and_a_colleagues_act_appears(office: Office) -> None:
    frame = office.start()
    place = office.opened.place
    office.opened.program.window.go(queue_key(View.ALL))
    place.queue.show_filing(office.filing_id)
    office.edit("在线改的")
    office.until(lambda: frame.desk.standing.unshared == 0)
    synced(office.ben)
    with office.ben.editing() as work:
        edit_form(work, office.filing_id, {NAME: "本改的"})
    synced(office.ben)

    def is_shown() -> bool:
        view = place.queue.detail.view
        return view is not None and view.filing.particulars.get(NAME) == "本改的"

    office.until(is_shown)


def test_where_both_changed_one_value_everything_leads_to_the_choice(office: Office) -> None:
    frame = office.start()
    place, window = office.opened.place, office.opened.program.window
    window.go(queue_key(View.ALL))
    office.quarrel(frame)
    place.queue.show_filing(office.filing_id)
    office.until(place.queue.detail.choices.isVisible)
    assert office.pill() == "Needs a decision: 1"
    row = place.queue.filings.model.value_at(0)
    columns: FilingColumns = place.queue.filings._columns
    assert columns.split()[1].cell(row).icon == "git-merge"
    place.queue.detail.choices.strip.cures()[0].click()
    dialog = office.opened.dialog(ConflictDialog)
    assert isinstance(dialog, ConflictDialog)
    assert dialog.record is not None
    dialog.record.mine.click()
    office.until(lambda: not frame.desk.conflicts)
    office.until(lambda: frame.desk.standing.unshared == 0)
    office.opened.settle()
    assert not place.queue.detail.choices.isVisible()
    assert dialog.next.text() == "Done, close"
    dialog.next.click()
    synced(office.ben)
    with office.ben.reading() as work:
        form = work.dossier_of(office.filing_id).filings[0].particulars
    assert form.service.service_name == "安的名称"


def test_a_colleague_is_seen_while_there_is_a_network(office: Office) -> None:
    office.start()
    place = office.opened.place
    place.queue.show_filing(office.filing_id)
    company = place.queue.detail.head.company
    tell(office.ben, office.filing_id, Doing.EDITING)
    office.until(company.isVisible)
    assert company.text() == f"{BEN} 正在编辑"
    office.until(
        lambda: [(it.actor, it.doing) for it in seen(office.ben)] == [(ANN, Doing.LOOKING)]
    )
    office.team.network.cut()
    office.edit("离线的名称")
    office.until(lambda: not company.isVisible())
    office.team.network.mend()
    office.until(company.isVisible)


def test_the_panel_leads_to_the_receipt_and_to_taking_out(office: Office, qtbot: QtBot) -> None:
    frame = office.start()
    office.team.network.cut()
    office.edit("离线改的")
    office.until(lambda: frame.desk.standing.is_offline)
    qtbot.mouseClick(office.opened.program.window.top.sync, Qt.MouseButton.LeftButton)
    office.until(lambda: frame.panel is not None)
    assert frame.panel is not None
    assert len(frame.panel.acts()) == 1
    frame.panel.receipt_wanted.emit()
    frame.panel.close()
    office.until(lambda: isinstance(QApplication.activeModalWidget(), ReceiptDialog))
    office.opened.dialog(ReceiptDialog).close()
    frame.take_out()
    office.opened.settle()
    office.opened.dialog(TakeOutDialog).close()


def test_a_desk_on_the_shared_database_says_that_it_is_away_and_comes_back(
    office: Office,
) -> None:
    frame = office.start(direct=True)
    window = office.opened.program.window
    assert (office.pill(), window.top.sync.state) == ("Online", SyncState.ONLINE)
    office.team.network.cut()
    office.until(lambda: office.pill() == "Offline")
    assert not office.opened.program.failures.isVisible()
    office.team.network.mend()
    office.until(lambda: office.pill() == "Online")
    assert frame.desk.rounds is None
    assert not office.opened.program.failures.isVisible()
