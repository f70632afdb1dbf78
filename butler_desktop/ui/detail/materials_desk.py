"""Materials desk: joins the materials tab to the services; the tab itself knows none."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from butler_desktop.domain.material import Material
from butler_desktop.errors import ButlerError
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.materials_view import MaterialsView, materials_view
from butler_desktop.services.scans import scan_bytes
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.materials_tab import MaterialsTab
from butler_desktop.ui.detail.pictures_desk import PicturesDesk
from butler_desktop.ui.detail.reading_desk import ReadingDesk
from butler_desktop.ui.detail.scan_sheet import StoredScans


class MaterialsDesk(QObject):
    """Attaches, replaces, takes away and opens the papers of the filing that is shown."""

    chase_wanted = Signal(str)
    """The customer is to be asked for this paper (its name)."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._shown: MaterialsView | None = None
        self._filing_id = ""
        self._copies: QTemporaryDir | None = None
        self.tab = MaterialsTab(StoredScans(background))
        self.pictures = PicturesDesk(background, self.tab.strip, self.tab)
        self.reading = ReadingDesk(background, self.tab.viewer, self.tab.strip, self)
        self.tab.pictures_requested.connect(self.pictures.ask_which)
        self.tab.attach_requested.connect(self._attach)
        self.tab.replace_requested.connect(self._replace)
        self.tab.withdraw_requested.connect(self._withdraw)
        self.tab.rescan_requested.connect(self._rescan)
        self.tab.open_requested.connect(self._open)

    def show_view(self, view: FilingView) -> None:
        """Show the papers of a filing."""
        self._filing_id = view.filing.id
        self._shown = materials_view(view)
        self.reading.show_view(view)
        self.tab.show_materials(self._shown)

    def _attach(self, kind: str, path: Path) -> None:
        self._background.run(
            self, _attached, self._filing_id, kind, path, failed=partial(self._refused, path)
        )

    def _replace(self, material: Material, path: Path) -> None:
        self._background.run(
            self,
            _attached,
            material.filing_id,
            material.material_kind,
            path,
            material.id,
            failed=partial(self._refused, path),
        )

    def _withdraw(self, material: Material) -> None:
        self._background.do(
            self,
            _withdrawn,
            material.filing_id,
            material.id,
            failed=partial(self._refused, Path(material.file_name)),
        )

    def _refused(self, path: Path, error: ButlerError) -> None:
        self.tab.show_refusal(path.name, error)

    def _rescan(self, kind: str) -> None:
        rows = [row for group in self._shown.groups for row in group.rows] if self._shown else []
        name = next((row.words.zh for row in rows if row.kind == kind), kind)
        self.chase_wanted.emit(name)

    def _open(self, material: Material) -> None:
        """A copy for another program, in a folder that goes away with this one."""
        self._copies = self._copies or QTemporaryDir(f"{QDir.tempPath()}/butler-XXXXXX")
        target = Path(self._copies.filePath(Path(material.file_name).name))
        self._background.ask(
            self,
            _copied,
            material,
            target,
            then=_open_elsewhere,
            failed=partial(self._refused, target),
            topic="copy",
        )


def _open_elsewhere(path: Path) -> None:
    """Hands a file to the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _attached(workspace: Any, *args: Any) -> Material:
    """Attaches a file; what reads scans is loaded here, on the worker, at the first one."""
    from butler_desktop.services.materials import attach_material

    return attach_material(workspace, *args)


def _withdrawn(work: Any, *args: Any) -> None:
    from butler_desktop.services.materials import withdraw_material

    withdraw_material(work, *args)


def _copied(work: Any, material: Material, target: Path) -> Path:
    """Writes the original to ``target``."""
    target.write_bytes(scan_bytes(work, material))
    return target
