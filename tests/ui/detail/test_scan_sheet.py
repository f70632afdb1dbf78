from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.material import Material
from butler_desktop.domain.order_states import OrderState
from butler_desktop.errors import ButlerError
from butler_desktop.services.materials import attach_material
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.scan_sheet import ScanSheet, StoredScans
from tests.builders import a_filing, a_workspace, an_order

SCANS = Path(__file__).parents[2] / "data" / "scans"


class Desk(QObject):
    """A workspace with a filing, its background, and what was answered."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.workspace = a_workspace(folder)
        order = an_order(state=OrderState.ACTIVE)
        filing = a_filing(order, id="f1", state=FilingState.COLLECTING)
        with self.workspace.editing() as work:
            work.save(None, Dossier(order, (filing,)), "order.enter")
        self.background = Background(lambda: self.workspace)
        self.scans = StoredScans(self.background)
        self.bugs: list[Any] = []
        self.background.crashed.connect(self.bugs.append)

    def attach(self, name: str) -> Material:
        return attach_material(self.workspace, "f1", "sponsor_cert", SCANS / name)

    def answer(self, ask: Callable[[Callable[[Any], None]], None]) -> Any:
        """What comes back; fails when it is a bug."""
        answers: list[Any] = []
        with self._qtbot.waitSignal(self.background.idle):
            ask(answers.append)
        assert self.bugs == []
        return answers[0] if answers else None

    def sheet(self, material: Material, page: int = 0) -> ScanSheet | ButlerError:
        return self.answer(lambda then: self.scans.sheet(self, material, page, then, then))


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, qtbot)
    yield made
    made.background.close()
    made.deleteLater()


def test_a_picture_is_drawn_upright_at_its_own_size(desk: Desk) -> None:
    sheet = desk.sheet(desk.attach("rotated-by-exif.jpg"))
    assert isinstance(sheet, ScanSheet)
    assert sheet.size == QSize(827, 1170)
    assert sheet.levels[0].size() == sheet.size
    assert [max(it.width(), it.height()) for it in sheet.levels] == [1170, 585, 292]


def test_a_transparent_picture_lies_on_white(desk: Desk) -> None:
    sheet = desk.sheet(desk.attach("transparent.png"))
    assert isinstance(sheet, ScanSheet)
    assert not sheet.levels[0].hasAlphaChannel()


@pytest.mark.parametrize("page", [0, 1])
def test_each_page_of_a_pdf_is_drawn(desk: Desk, page: int) -> None:
    sheet = desk.sheet(desk.attach("two-pages.pdf"), page)
    assert isinstance(sheet, ScanSheet)
    points = [(827, 1170), (827, 522)][page]
    assert sheet.size == QSize(*(round(length * 96 / 72) for length in points))
    assert max(sheet.levels[0].width(), sheet.levels[0].height()) == 3200
    assert not sheet.levels[0].hasAlphaChannel()


def test_a_page_that_is_not_there_is_told(desk: Desk) -> None:
    answer = desk.sheet(desk.attach("two-pages.pdf"), 2)
    assert isinstance(answer, ButlerError)
    assert "第 3 页" in answer.sentence.zh


def test_a_file_that_is_gone_is_told(desk: Desk) -> None:
    material = desk.attach("id-front.jpg")
    desk.workspace.blobs.path_of(material.sha256).unlink()
    assert isinstance(desk.sheet(material), ButlerError)


@pytest.mark.parametrize("name", ["id-front.jpg", "rotated-by-exif.jpg", "two-pages.pdf"])
def test_thumbnails_fit_their_box(desk: Desk, name: str) -> None:
    material = desk.attach(name)
    box = QSize(80, 60)
    image = desk.answer(lambda then: desk.scans.thumbnail(desk, material, box, then))
    assert isinstance(image, QImage)
    assert image.width() == box.width() or image.height() == box.height()
    assert image.width() <= box.width()
    assert image.height() <= box.height()


def test_no_thumbnail_comes_of_a_file_that_was_changed(desk: Desk) -> None:
    material = desk.attach("id-front.jpg")
    path = desk.workspace.blobs.path_of(material.sha256)
    path.chmod(0o600)
    path.write_bytes(b"changed")
    assert (
        desk.answer(lambda then: desk.scans.thumbnail(desk, material, QSize(80, 60), then)) is None
    )
