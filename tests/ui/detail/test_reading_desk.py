"""Readings in the window: proposed beside the form, and written by a click alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from butler_desktop.domain.proposal import Standing
from butler_desktop.domain.read_line import ReadLine
from butler_desktop.errors import DocumentFailed
from butler_desktop.services.filings import edit_form
from butler_desktop.services.materials import attach_material
from butler_desktop.ui.detail import reading_desk
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.reading_table import ReadingTable
from butler_desktop.words import Words
from tests.read_pages import ID_BACK, ID_FRONT, LICENCE, line
from tests.ui.detail.desk import Desk

SCANS = Path(__file__).resolve().parents[2] / "data" / "scans"
NAME = "subject.sponsor_name"
READ = "上海竹溪映雪文化传媒有限公司"

Pages = dict[bytes, tuple[ReadLine, ...]]


class Reader:
    """An engine that knows some pages by heart; the others it cannot read."""

    def __init__(self) -> None:
        self.pages: Pages = {
            (SCANS / "business-licence.jpg").read_bytes(): LICENCE,
            (SCANS / "id-front.jpg").read_bytes(): ID_FRONT,
            (SCANS / "id-back-expired.jpg").read_bytes(): ID_BACK,
        }
        self.asked: list[int] = []

    def read(self, data: bytes, page: int = 0) -> tuple[ReadLine, ...]:
        self.asked.append(page)
        if data not in self.pages:
            raise DocumentFailed(Words("文字识别意外中断。", "Text recognition broke off."))
        return self.pages[data]

    def close(self) -> None:
        pass


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(reading_desk, "local_reader", lambda: made)
    return made


@pytest.fixture
def looking(desk: Desk) -> Callable[..., str]:
    """Opens a filing whose paper of ``kind`` is the scan ``name``; its id."""
    desk.pane.resize(1390, 900)

    def look(kind: str = "sponsor_cert", name: str = "business-licence.jpg", **given: Any) -> str:
        filing = desk.filing(**given)
        attach_material(desk.workspace, filing, kind, SCANS / name)
        desk.show(filing)
        desk.pane.tabs.go_to(Tab.MATERIALS)
        desk.settle()
        desk.pane.tabs.materials.tab.go_to(kind)
        desk.settle()
        return filing

    return look


def table(desk: Desk) -> ReadingTable:
    found: ReadingTable = desk.pane.tabs.materials.tab.viewer.facts.reading
    return found


def standings(desk: Desk) -> dict[str, Standing]:
    rows = (row.proposal for row in table(desk).rows)
    return {it.path: it.standing for it in rows if it is not None}


def row(desk: Desk, path: str) -> Any:
    return next(row for row in table(desk).rows if row.proposal and row.proposal.path == path)


def test_nothing_enters_before_it_is_accepted(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    filing = looking(form="")
    assert standings(desk)[NAME] is Standing.OPEN
    assert desk.value(filing, NAME) is None
    QTest.mouseClick(row(desk, NAME).link, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.value(filing, NAME) == READ
    assert standings(desk)[NAME] is Standing.SAME
    assert row(desk, NAME).link.isHidden()
    assert reader.asked == [0]  # read once, compared again


def test_the_form_says_where_a_value_was_read(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    looking(form="F00")
    assert standings(desk)[NAME] is Standing.DIFFERENT
    row(desk, NAME).link.setFocus()
    QTest.keyClick(row(desk, NAME).link, Qt.Key.Key_Return)
    desk.settle()
    desk.pane.tabs.go_to(Tab.FORM)
    desk.settle()
    origin = desk.editor(NAME).widget._origin
    assert not origin.isHidden()
    assert "营业执照" in origin.text()
    assert desk.editor("subject.certificate_address").widget._origin.isHidden()


def test_an_expired_card_is_told_in_days(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    reader.pages[(SCANS / "id-back-expired.jpg").read_bytes()] = (
        line("有效期限2005.11.30-2025.11.30", 0.1, 0.5),
    )
    looking("subject_pic_id_back", "id-back-expired.jpg")
    until = row(desk, "subject_pic.id_valid_to")
    assert until.proposal.is_expired
    assert "已过期 108 天" in until.accessibleName()


def test_an_unsound_number_has_no_button(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    reader.pages[(SCANS / "id-front.jpg").read_bytes()] = (
        line("公民身份号码310115199310174878", 0.1, 0.7, score=1.0),
    )
    looking("subject_pic_id_front", "id-front.jpg")
    number = row(desk, "subject_pic.id_number")
    assert number.proposal.standing is Standing.UNSOUND
    assert number.link.isHidden()


def test_what_somebody_changed_meanwhile_is_not_written_over(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    filing = looking(form="")
    desk.colleague(edit_form, filing, {NAME: "别人刚写的公司"})
    row(desk, NAME).link.clicked.emit()
    desk.settle()
    assert desk.value(filing, NAME) == "别人刚写的公司"
    assert "周启明" in desk.pane.tabs.materials.tab.strip.text()


def test_pointing_at_a_row_marks_its_place_on_the_scan(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    looking()
    canvas = desk.pane.tabs.materials.tab.viewer.canvas
    before = canvas.grab().toImage()
    row(desk, NAME).link.setFocus()
    assert canvas.grab().toImage() != before
    canvas.setFocus()
    canvas.clearFocus()
    assert canvas.grab().toImage() == before


def test_a_filing_that_is_locked_shows_and_offers_nothing(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    filing = looking(form="F00")
    assert not row(desk, NAME).link.isHidden()
    table(desk).show_reading(
        reading_desk.Reading(tuple(it.proposal for it in table(desk).rows)), editable=False
    )
    assert row(desk, NAME).link.isHidden()
    assert desk.value(filing, NAME) != READ


def test_an_engine_that_fails_says_so(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    reader.pages.clear()
    looking()
    assert table(desk).rows == ()
    assert "意外中断" in table(desk).state


def test_a_page_on_which_nothing_is_found_says_so(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    reader.pages[(SCANS / "business-licence.jpg").read_bytes()] = ()
    looking()
    assert table(desk).state == "Nothing was read that the form asks for."


def test_papers_that_have_no_labels_are_not_read(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    looking("filing_commitment")
    assert table(desk).isHidden()
    assert reader.asked == []


def test_without_the_engine_it_says_where_it_would_be(
    desk: Desk, looking: Callable[..., str]
) -> None:
    looking()
    assert "pip install butler-desktop[ocr]" in table(desk).state
    assert table(desk).rows == ()


def test_the_scan_keeps_its_size_when_it_has_been_read(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    looking()
    canvas = desk.pane.tabs.materials.tab.viewer.canvas
    read = table(desk)._reading
    size = canvas.size()
    viewer = desk.pane.tabs.materials.tab.viewer
    viewer.show_reading(reading_desk.Reading())
    viewer.layout().activate()
    assert table(desk).state == "Reading the scan…"
    assert canvas.size() == size
    viewer.show_reading(read)
    viewer.layout().activate()
    assert canvas.size() == size


def test_an_accepted_day_that_is_past_marks_the_paper(
    desk: Desk, reader: Reader, looking: Callable[..., str]
) -> None:
    reader.pages[(SCANS / "id-back-expired.jpg").read_bytes()] = (
        line("有效期限2005.11.30-2025.11.30", 0.1, 0.5),
    )
    looking("subject_pic_id_back", "id-back-expired.jpg")
    viewer = desk.pane.tabs.materials.tab.viewer
    assert viewer.strip.isHidden()
    row(desk, "subject_pic.id_valid_to").link.clicked.emit()
    desk.settle()
    assert not viewer.strip.isHidden()
    assert "P07" in viewer.strip.text()
