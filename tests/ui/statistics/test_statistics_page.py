"""The page of statistics: what it says, the tables behind, and the way out."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.statistics_tables import LOADS, PROVINCES, REASONS, STARS, TITLES, TREND
from butler_desktop.domain.transition import Action as A
from butler_desktop.services.filings import act
from butler_desktop.storage.work import Workspace
from butler_desktop.ui.background import Background
from butler_desktop.ui.statistics.statistics_page import StatisticsPage
from tests.builders import NOW, Clock, a_workspace
from tests.services.scenario import NUMBERS, reached

DAY = timedelta(days=1)


def do(desk: Workspace, filing_id: str, action: A, **given: str) -> None:
    with desk.editing() as work:
        act(work, filing_id, action, given)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Workspace, Clock]]:
    clock = Clock()
    made = a_workspace(tmp_path, clock=clock)
    yield made, clock
    made.close()


@pytest.fixture
def page(qtbot: QtBot, desk: tuple[Workspace, Clock]) -> Iterator[StatisticsPage]:
    workspace, _ = desk
    background = Background(lambda: workspace)
    made = StatisticsPage(background)
    made.know(workspace.rulebook, workspace.actor)
    made.resize(1232, 860)
    made.show()
    yield made
    qtbot.waitUntil(lambda: background.is_idle)
    made.close()
    background.close()
    shiboken6.delete(made)
    shiboken6.delete(background)


def work(desk: tuple[Workspace, Clock]) -> None:
    """One filing passed after two working days, one came back after one."""
    workspace, clock = desk
    passed, back = (reached(workspace, S.AUTHORITY_REVIEW) for _ in range(2))
    clock.now = NOW + DAY
    do(workspace, back, A.REJECT, reasons="网站名称不规范", marks="service.service_name")
    clock.now = NOW + 2 * DAY
    do(workspace, passed, A.APPROVE, **NUMBERS)
    do(workspace, passed, A.RATE, response_speed="5", service_quality="4")


def read(page: StatisticsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.status_changed):
        page.read_again()


def test_it_says_the_numbers_and_draws_them(page, qtbot, desk):
    work(desk)
    read(page, qtbot)
    names = [tile.accessibleName() for tile in page.tiles]
    assert names[0].startswith("First-pass rate 50.0 %")
    assert names[3].startswith("Submission to decision 1.5 working days")
    assert names[4].startswith("Rating 4.50 / 5")
    assert "filings: 2" in page.status
    for size in (QSize(1232, 860), QSize(816, 640)):
        page.resize(size)
        assert not page.grab().isNull()


def test_the_table_behind_a_chart_has_its_values_and_is_copied(page, qtbot, desk):
    work(desk)
    read(page, qtbot)
    card = page.cards[PROVINCES]
    card.as_table.click()
    assert card.pages.currentWidget() is card.values
    assert card.values.copied().splitlines()[1] == "北京\t1.25\t1.5\t1.75\t2"
    assert "北京\t1.25" in card.chart.accessibleDescription()
    assert page.cards[REASONS].values.copied().splitlines()[1] == "网站名称\t1"
    assert page.cards[STARS].values.copied().splitlines()[1] == "5\t1"
    assert page.cards[LOADS].values.copied().splitlines()[1].endswith("\t1\t1")
    card.values.setFocus()
    qtbot.keyClick(card.values, "c", modifier=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == card.values.copied()
    card.as_table.click()
    assert card.pages.currentIndex() == 0


def test_one_chart_or_all_of_them_go_out_as_a_workbook(page, qtbot, desk, tmp_path):
    work(desk)
    read(page, qtbot)
    target = tmp_path / "all.xlsx"
    page.export(tuple(page._tables.values()), target)
    qtbot.waitUntil(page.strip.isVisible)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == [words.zh for words in TITLES.values()]
    trend = book[TITLES[TREND].zh]
    assert [cell.value for cell in trend[2]][1:] == [1, 2, 0.5, 0.5]


def test_a_file_that_cannot_be_written_is_said(page, qtbot, desk, tmp_path):
    work(desk)
    read(page, qtbot)
    page.export(tuple(page._tables.values()), tmp_path / "missing" / "all.xlsx")
    qtbot.waitUntil(page.strip.isVisible)
    assert "写不了" in page.strip.text()


def test_without_work_it_says_so(page, qtbot):
    read(page, qtbot)
    card = page.cards[PROVINCES]
    assert card.pages.currentWidget() is card._empty
    assert not card.download.isEnabled()
    assert "—" in page.tiles[0].accessibleName()


def test_what_is_wanted_is_asked_for_anew(page, qtbot, desk):
    work(desk)
    read(page, qtbot)
    with qtbot.waitSignal(page.status_changed):
        page.bar._set_province("440000")
    assert page.found.filing_count == 0
    with qtbot.waitSignal(page.status_changed):
        page.bar.province.removed.emit()
    assert page.found.filing_count == 2
    with qtbot.waitSignal(page.status_changed):
        page.bar._set_days("0")
    assert page.found.before is None
