"""A quarrel: two butlers' replicas that changed the same values of one filing, as it is told."""

from datetime import timedelta
from functools import partial
from pathlib import Path

import shiboken6
from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.domain.conflict import Conflict
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.receipt import Receipt
from butler_desktop.services.conflicts import conflicts
from butler_desktop.services.filing_view import FilingView, filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.materials import attach_material
from butler_desktop.services.sync import receipt
from butler_desktop.storage.work import Workspace
from butler_desktop.ui.background import Background
from butler_desktop.ui.sync.conflict_dialog import ConflictDialog
from tests.builders import NOW, Clock
from tests.postgres import Server
from tests.services.scenario import an_order_of, attach_all, requested
from tests.sync.team import ANN, BEN, Team, synced

NAME, REMARK = "service.service_name", "service.service_remark"
PHONE = "service_pic.emergency_phone"


class Quarrel(QObject):
    """Ann's desk after a round: Ben's changes came first."""

    def __init__(self, qtbot: QtBot, server: Server, folder: Path) -> None:
        super().__init__()
        self.qtbot, self.folder = qtbot, folder
        self.clock = Clock()
        self.team = Team(server, folder)
        self.ann, self.ben = self.team.replica(ANN, self.clock), self.team.replica(BEN, self.clock)
        self.filing_id = self.filing()
        self.background: Background | None = None
        self.dialog: ConflictDialog | None = None

    def filing(self) -> str:
        """A whole filing that both desks have."""
        filing_id = requested(self.ann, an_order_of(self.ann, state=OrderState.PAID))
        attach_all(self.ann, filing_id)
        synced(self.ann, self.ben)
        return filing_id

    def edit(self, desk: Workspace, given: dict[str, str], filing_id: str = "") -> None:
        with desk.editing() as work:
            edit_form(work, filing_id or self.filing_id, dict(given))

    def differ(self, **values: tuple[str, str]) -> None:
        """Both write the same fields: mine, theirs; Ben syncs first."""
        paths = {"name": NAME, "remark": REMARK, "phone": PHONE}
        self.edit(self.ann, {paths[key]: mine for key, (mine, _) in values.items()})
        self.edit(self.ben, {paths[key]: theirs for key, (_, theirs) in values.items()})
        self.meet()

    def rescan(self) -> str:
        """Both replace the same scan; the kind of paper."""
        view = self.view()
        old = next(it for it in view.materials if it.media_type == "image/jpeg")
        for desk, size in ((self.ann, (1600, 1200)), (self.ben, (1200, 1600))):
            self.clock.now += timedelta(minutes=1)
            file = self.folder / f"{desk.actor}.jpg"
            Image.new("RGB", size, "#C08040").save(file, dpi=(300, 300))
            attach_material(desk, self.filing_id, old.material_kind, file, old.id)
        self.meet()
        return old.material_kind

    def meet(self) -> None:
        synced(self.ben, self.ann)

    def view(self, desk: Workspace | None = None) -> FilingView:
        with (desk or self.ann).reading() as work:
            return filing_view(work, self.filing_id)

    def value(self, path: str, desk: Workspace | None = None) -> object:
        return self.view(desk).filing.particulars.get(path)

    def found(self) -> tuple[Conflict, ...]:
        with self.ann.reading() as work:
            return conflicts(work)

    def receipt(self) -> Receipt:
        with self.ann.reading() as work:
            return receipt(work)

    def open(self) -> ConflictDialog:
        """The dialog on what waits, reading again after each choice."""
        self.background = Background(lambda: self.ann)
        self.background.open()
        with self.ann.reading() as work:
            rulebook = work.rulebook
        self.dialog = ConflictDialog(self.background, rulebook, lambda: NOW)
        ask = partial(self.background.ask, self, conflicts, then=self.dialog.show_conflicts)
        self.dialog.decided.connect(ask)
        self.dialog.show_conflicts(self.found())
        self.dialog.show_receipt(self.receipt())
        self.dialog.show()
        self.settle()
        return self.dialog

    def settle(self) -> None:
        """Waits until nothing is running; what came back may have asked again."""
        background = self.background
        assert background is not None
        for _ in range(6):
            if not background.is_idle:
                with self.qtbot.waitSignal(background.idle):
                    pass

    def close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
            shiboken6.delete(self.dialog)
        if self.background is not None:
            self.settle()
            self.background.close()
            shiboken6.delete(self.background)
        self.team.close()


def texts(widget: QWidget) -> str:
    """Everything that a widget says, for readers."""
    parts = [widget, *widget.findChildren(QWidget)]
    said = [part.accessibleName() or getattr(part, "text", str)() for part in parts]
    return "\n".join(it for it in said if it)
