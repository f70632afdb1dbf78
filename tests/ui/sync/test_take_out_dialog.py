"""Taking filings out on a real replica: what lacks, fetching it, a network that breaks off."""

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from butler_desktop.services.offline_kit import offline_kit
from butler_desktop.ui.background import Background
from butler_desktop.ui.sync.take_out_dialog import TakeOutDialog
from tests.builders import NOW
from tests.sync.team import ANN
from tests.ui.sync.quarrel import Quarrel


class Kit:
    """The dialog at Ben's desk; all scans were attached at Ann's."""

    def __init__(self, quarrel: Quarrel) -> None:
        self.quarrel = quarrel
        self.background = quarrel.background = Background(lambda: quarrel.ben)
        self.background.open()
        self.dialog = TakeOutDialog(self.background, lambda: NOW)
        self.dialog.show()
        quarrel.settle()

    @property
    def missing(self) -> int:
        with self.quarrel.ben.reading() as work:
            return sum(len(it.missing) for it in offline_kit(work))

    def choose(self) -> None:
        self.dialog.model.check_all(on=True)


@pytest.fixture
def kit(qtbot: QtBot, quarrel: Quarrel) -> Iterator[Kit]:
    made = Kit(quarrel)
    yield made
    quarrel.settle()
    made.dialog.close()
    shiboken6.delete(made.dialog)


def test_ones_own_filings_are_chosen_and_a_colleagues_are_not(kit: Kit) -> None:
    rows = kit.dialog.model.ids()
    assert rows == [kit.quarrel.filing_id]
    assert kit.dialog.model.checked() == []  # the filing is Ann's, the desk is Ben's
    assert not kit.dialog.act_button.isEnabled()
    with kit.quarrel.ann.reading() as work:
        (own,) = offline_kit(work)
    assert own.row.butler == ANN
    assert own.is_mine
    assert own.is_here


def test_the_button_says_how_many_scans_and_the_line_how_large(kit: Kit) -> None:
    kit.choose()
    count = kit.dialog.act_button.text()
    assert count.startswith("Fetch ")
    assert "MB" in kit.dialog.told.text()


def test_what_lacked_is_here_afterwards(kit: Kit) -> None:
    assert kit.missing > 0
    kit.choose()
    kit.dialog.act_button.click()
    kit.quarrel.settle()
    assert kit.missing == 0
    assert kit.dialog.strip.isVisible()
    assert "all scans are here" in kit.dialog.told.text()


def test_a_network_that_breaks_off_is_told_and_what_came_stays(kit: Kit) -> None:
    kit.choose()
    kit.quarrel.team.network.cut()
    kit.dialog.act_button.click()
    kit.quarrel.settle()
    assert "The network is away" in kit.dialog.strip.text()
    assert kit.dialog.act_button.isEnabled()
    kit.quarrel.team.network.mend()
    kit.dialog.act_button.click()
    kit.quarrel.settle()
    assert kit.missing == 0


def test_stopping_keeps_the_dialog_open(kit: Kit) -> None:
    kit.choose()
    kit.dialog.act_button.click()
    kit.dialog.cancel_button.click()
    kit.quarrel.settle()
    assert kit.dialog.isVisible()
    kit.dialog.cancel_button.click()
    assert not kit.dialog.isVisible()
