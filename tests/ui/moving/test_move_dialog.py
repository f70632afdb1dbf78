"""The move dialog on a real file and a real shared database, from the address to the result."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot
from sqlalchemy import URL

from butler_desktop.errors import Refused
from butler_desktop.services.move import MovePlan, plan_move
from butler_desktop.services.shared import Address
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from butler_desktop.ui.background import Background
from butler_desktop.ui.moving.move_dialog import CHECK, CONNECT, MOVE, OVER, MoveDialog
from butler_desktop.ui.moving.move_table import FILES
from tests.builders import Clock, a_dossier
from tests.postgres import Server


class Desk:
    """A file with two orders and a scan, and the dialog before it."""

    def __init__(self, qtbot: QtBot, folder: Path, url: URL, server: Server) -> None:
        self.qtbot, self.url, self.server = qtbot, url, server
        self.file = opened(folder / "butler.db")
        with self.file.editing() as work:
            work.save(None, a_dossier(), "order.enter")
            work.save(None, a_dossier(butler="尤未建"), "order.enter")  # has no role anywhere
        self.background = Background(lambda: self.file)
        self.background.open()
        self.dialog = MoveDialog(self.background)
        self.dialog.show()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.background.is_idle)

    def check(self, user: str = "owner") -> None:
        """Types the address and goes on to the plan."""
        query = self.url.query
        self.dialog.show_address(Address(str(query["host"]), str(self.url.database), user))
        self.dialog.act_button.click()
        self.settle()

    def move(self) -> None:
        self.dialog.act_button.click()
        self.settle()

    @property
    def moved(self) -> int:
        rows = self.server.sql("SELECT count(*) FROM orders", self.url)
        return int(str(rows[0][0]))


def opened(place: Path) -> Workspace:
    return open_workspace(place, actor="林晓雯", station="test", clock=Clock())


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, server: Server) -> Iterator[Desk]:
    url = server.made()
    made = Desk(qtbot, tmp_path, url, server)
    yield made
    made.settle()
    made.dialog.stop()
    made.dialog.close()
    made.background.close()
    shiboken6.delete(made.dialog)
    shiboken6.delete(made.background)
    server.drop(url)


def test_nothing_is_asked_before_the_address_is_complete(desk: Desk) -> None:
    dialog = desk.dialog
    assert not dialog.isModal()
    assert dialog.step == CONNECT
    assert not dialog.act_button.isEnabled()
    dialog.show_address(Address("db.example.cn", "butler", ""))
    assert not dialog.act_button.isEnabled()
    dialog.show_address(Address("db.example.cn", "butler", "owner"))
    assert dialog.act_button.isEnabled()


def test_the_plan_counts_what_would_be_moved(desk: Desk) -> None:
    desk.check()
    dialog = desk.dialog
    assert dialog.step == CHECK
    rows = dialog.model.rows
    assert (rows["order"].here, rows["filing"].here, rows["order"].there) == (2, 2, None)
    assert rows[FILES].here == 0
    assert "尤未建" in dialog.notice.text()
    assert "2" in dialog.act_button.text()
    assert desk.moved == 0
    dialog.reject()
    assert dialog.step == CONNECT
    assert dialog.address.owner.value() == "owner"


def test_both_sides_are_shown_equal_and_the_next_start_opens_it(desk: Desk, qtbot: QtBot) -> None:
    desk.check()
    desk.move()
    dialog = desk.dialog
    assert dialog.step == OVER
    assert dialog.model.rows["journal"].there == dialog.model.rows["journal"].here == 2
    assert "all equal" in dialog.strip.text()
    assert "butler.db" in dialog.notice.text()
    assert desk.moved == 2
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.act_button.click()
    assert chosen.args[0].startswith("postgresql://owner@")
    with pytest.raises(Refused), desk.file.editing() as work:
        work.save(None, a_dossier(), "order.enter")


def test_a_failure_is_said_and_what_was_typed_stays(desk: Desk) -> None:
    desk.server.signed_in(desk.url, "周启明")
    desk.check("周启明")
    dialog = desk.dialog
    assert dialog.step == CONNECT
    assert "周启明 不是共享库" in dialog.strip.text()
    assert dialog.address.owner.value() == "周启明"
    assert dialog.act_button.isEnabled()


def test_a_move_that_finds_a_difference_says_so_and_can_be_tried_again(desk: Desk) -> None:
    desk.server.sql(
        "CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN NEW.customer := '别人'; RETURN NEW; END $$;"
        "CREATE TRIGGER other BEFORE INSERT ON orders"
        " FOR EACH ROW EXECUTE FUNCTION other()",
        desk.url,
    )
    desk.check()
    desk.move()
    assert desk.dialog.step == CONNECT
    assert "核对不符" in desk.dialog.strip.text()
    assert desk.moved == 0
    desk.server.sql("DROP TRIGGER other ON orders", desk.url)
    desk.dialog.act_button.click()
    desk.settle()
    desk.move()
    assert desk.dialog.step == OVER


def test_a_move_that_is_cancelled_leaves_nothing(desk: Desk) -> None:
    desk.check()
    desk.dialog.act_button.click()
    assert desk.dialog.step == MOVE
    assert desk.dialog.is_running
    desk.dialog.reject()
    assert desk.dialog.isVisible()
    desk.settle()
    assert desk.dialog.step == CONNECT
    assert "nothing was moved" in desk.dialog.strip.text()
    assert desk.moved == 0


def test_files_that_are_missing_here_stop_it_before_it_begins(desk: Desk) -> None:
    plan = plan_move(desk.file, desk.url.render_as_string())
    lost = MovePlan(**{**{n: getattr(plan, n) for n in plan.__slots__}, "blobs_lost": 3})
    desk.dialog.show_plan(lost)
    assert "3" in desk.dialog.notice.text()
    assert not desk.dialog.act_button.isEnabled()
