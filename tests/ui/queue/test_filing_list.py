"""The list of filings keeps its place, says clocks anew, and shows a long list at once."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.worklist import FilingFilter, Sorting, View
from tests.builders import a_filing, an_order
from tests.ui.queue.hall import Hall


def test_the_model_keeps_the_rules_of_qt(hall: Hall, qtmodeltester: ModelTester) -> None:
    for number in range(3):
        hall.filing(f"BA-{number}")
    page = hall.open()
    watching = QAbstractItemModelTester(page.filings.model)
    page.show_view(View.COLLECTING)
    hall.settle()
    page.set_layout("table")
    hall.settle()
    assert watching.model() is page.filings.model
    qtmodeltester.check(page.filings.model)


def test_a_row_is_read_out_as_a_sentence(hall: Hall) -> None:
    hall.filing("BA-1", S.REQUESTED, sponsor="杭州云杉智造科技有限公司")
    page = hall.open()
    row = page.filings.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("待首次联系", "杭州云杉智造科技有限公司", "浙江", "首次备案", "首次联系客户"):
        assert words in row


def test_clocks_are_said_anew_each_minute(hall: Hall) -> None:
    hall.filing("BA-1", S.REQUESTED)
    page = hall.open()
    due = len(page.filings.model.columns()) - 1
    before = page.filings.model.index(0, due).data()
    hall.clock.now += timedelta(minutes=12)
    page.tick()
    hall.settle()
    assert page.filings.model.index(0, due).data() != before


def test_what_becomes_overdue_is_counted_by_the_tick(hall: Hall) -> None:
    hall.filing("BA-1", S.REQUESTED)
    page = hall.open()
    assert page.overdue == 0
    hall.clock.now += timedelta(hours=1)
    page.tick()
    hall.settle()
    assert page.overdue == 1


def test_a_list_longer_than_a_block_is_whole(hall: Hall) -> None:
    pairs = [(an_order(), f"BA-{number:04d}") for number in range(600)]
    made = (Dossier(order, (a_filing(order, number=number),)) for order, number in pairs)
    with hall.workspace.editing() as work:
        work.save_new(made, "order.import")
    page = hall.page
    page.show()
    hall.qtbot.waitExposed(page)
    page.filings.show(FilingFilter(), Sorting("number", descending=True))
    hall.qtbot.waitUntil(lambda: page.total == 600 and hall.background.is_idle)
    hall.qtbot.waitUntil(lambda: page.filings.model.value_at(0) is not None)
    assert page.filings.model.value_at(0).number == "BA-0599"
    page.filings.view.scrollToBottom()
    hall.qtbot.waitUntil(lambda: page.filings.model.value_at(599) is not None)
    assert page.filings.model.value_at(599).number == "BA-0000"
    page.close()
