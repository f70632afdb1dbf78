"""What tests of the detail share: papers of a made-up filing, and scans that are there at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QSize, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from butler_desktop.domain.material import Material
from butler_desktop.domain.verdict import Verdict
from butler_desktop.errors import ButlerError
from butler_desktop.services.materials_view import MaterialRow, MaterialRows, MaterialsView
from butler_desktop.ui.detail.scan_sheet import ScanSheet
from butler_desktop.words import Words
from tests.limits import PAPER
from tests.ui.detail.desk import Desk


def a_material(material_id: str = "m1", **given: object) -> Material:
    """A good picture of a licence."""
    values: dict[str, object] = {
        "id": material_id,
        "order_id": "o1",
        "filing_id": "f1",
        "material_kind": "sponsor_cert",
        "file_name": f"{material_id}.jpg",
        "sha256": material_id.ljust(64, "0"),
        "byte_size": 200_000,
        "media_type": "image/jpeg",
        "attached_at": datetime(2026, 3, 18, 2, 42, tzinfo=UTC),
        "attached_by": "林晓雯",
        "pixel_width": 1600,
        "pixel_height": 1200,
    }
    return Material(**(values | given))  # type: ignore[arg-type]


def a_row(kind: str, zh: str, verdict: Verdict, *files: Material) -> MaterialRow:
    """A paper with its files; mandatory unless the verdict says otherwise."""
    asked = verdict not in (Verdict.OPTIONAL, Verdict.NOT_NEEDED)
    reason = Words(f"{zh}的理由", f"why {kind}")
    return MaterialRow(kind, Words(zh, kind), reason, reason, verdict, asked, files, PAPER)


def a_view(*, editable: bool = True, filing_id: str = "f1") -> MaterialsView:
    """Two groups: a sound paper, one with a sound and a poor file, missing and folded ones."""
    poor = a_material("m2", pixel_width=640, pixel_height=480, flags=("low_resolution",))
    plan = a_material("m4", media_type="application/pdf", page_count=3, file_name="plan.pdf")
    sponsor = MaterialRows(
        "subject",
        Words("主办者", "Sponsor"),
        (
            a_row("sponsor_cert", "营业执照", Verdict.SOUND, a_material("m1")),
            a_row("id_front", "证件 人像面", Verdict.UNCLEAR, poor, a_material("m3")),
            a_row("legal_rep_id", "法定代表人证件", Verdict.OPTIONAL),
        ),
    )
    service = MaterialRows(
        "service",
        Words("网站", "Website"),
        (
            a_row("plan", "建设方案书", Verdict.SOUND, plan),
            a_row("commitment", "备案承诺书", Verdict.MISSING),
            a_row("approval", "前置审批文件", Verdict.NOT_NEEDED),
        ),
    )
    rules = Words("企业 ・ 首次备案", "Enterprise · First filing")
    return MaterialsView(filing_id, rules, (sponsor, service), editable)


@dataclass
class ReadyScans:
    """Gives a drawing for each question at once, or the failure it was told to give."""

    asked: list[tuple[str, int]] = field(default_factory=list)
    thumbnails: list[str] = field(default_factory=list)
    failure: ButlerError | None = None

    def thumbnail(
        self, _owner: QObject, material: Material, _box: QSize, then: Callable[[QImage], None]
    ) -> None:
        self.thumbnails.append(material.id)
        then(self.drawing(40, 30))

    def sheet(
        self,
        _owner: QObject,
        material: Material,
        page: int,
        then: Callable[[ScanSheet], None],
        failed: Callable[[ButlerError], None],
    ) -> None:
        self.asked.append((material.id, page))
        if self.failure is not None:
            failed(self.failure)
            return
        size = QSize(material.pixel_width or 800, material.pixel_height or 1000)
        large = self.drawing(size.width(), size.height())
        then(ScanSheet((large, large.scaled(size / 2), large.scaled(size / 4)), size))

    @staticmethod
    def drawing(width: int, height: int) -> QImage:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#C08040"))
        return image


@pytest.fixture
def scans() -> ReadyScans:
    """Scans that are there at once."""
    return ReadyScans()


@pytest.fixture
def materials() -> Callable[..., MaterialsView]:
    """Papers of a made-up filing."""
    return a_view


@pytest.fixture
def material() -> Callable[..., Material]:
    """An attached file."""
    return a_material


@pytest.fixture
def files_in_a_drag() -> Callable[..., QMimeData]:
    """What a file manager drags."""

    def make(*paths: Path | str) -> QMimeData:
        mime = QMimeData()
        mime.setUrls(
            [QUrl(it) if isinstance(it, str) else QUrl.fromLocalFile(str(it)) for it in paths]
        )
        return mime

    return make


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A workspace with the detail pane on the screen."""
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()
