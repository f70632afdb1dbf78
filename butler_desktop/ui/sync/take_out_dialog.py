"""Taking filings out: which go along without a network, how large they are, and fetching them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.filing_states import STATES
from butler_desktop.errors import ButlerError
from butler_desktop.services.offline_kit import Fetched, KitFiling, offline_kit, take_out
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.columns import Align, Cell, Column, check_column
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.progress import Meter
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.words import Words

WIDTH, HEIGHT = 860, 320
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Step:
    done: int
    total: int
    name: str


class TakeOutDialog(Dialog):
    """The butler's own open filings are chosen beforehand; what came stays when it is stopped."""

    _stepped = Signal(object)

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("", width=WIDTH, parent=parent)
        title = self.tr("Take offline")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.sentence.setText(
            self.tr(
                "Every record is on this machine already; here the scans are fetched as well, "
                "to be looked at without a network."
            )
        )
        self.sentence.show()
        self._background, self._now = background, now
        self._kit: dict[str, KitFiling] = {}
        self._cancel: Event | None = None
        self.model = BlockModel(_columns(), self._fetch, self)
        self.list = ListView(self.model, two_lines=False)
        self.list.setAccessibleName(title)
        self.body.addWidget(self.list, 1)
        self.meter, self.told = Meter(), Text("", ink="text_2", elide=True)
        row = HBox(gap=12)
        row.addWidget(self.told, 2)
        row.addWidget(self.meter, 1)
        self.body.addLayout(row)
        self.meter.hide()
        self.model.checked_changed.connect(self._count)
        self.acted.connect(self._begin)
        self._stepped.connect(self._show_step)
        look().changed.connect(self._size)
        self._size()
        self.set_act(self.tr("Fetch scans"), enabled=False)
        background.ask(self, offline_kit, then=self.show_kit)

    def show_kit(self, kit: Sequence[KitFiling]) -> None:
        """Show these filings, the butler's own chosen."""
        chosen = set(self.model.checked()) if self._kit else {it.row.id for it in kit if it.is_mine}
        self._kit = {it.row.id: it for it in kit}
        self.model.reset(list(self._kit))
        self.model.set_checked(chosen & set(self._kit), True)
        self._count()

    def reject(self) -> None:
        """Stops what is being fetched; else closes."""
        if self._cancel is not None:
            self._cancel.set()
        else:
            super().reject()

    def _chosen(self) -> list[KitFiling]:
        return [self._kit[id_] for id_ in self.model.checked()]

    def _count(self) -> None:
        if self._cancel is not None:
            return
        scans = {scan.sha256: scan for it in self._chosen() for scan in it.missing}
        size = sum(scan.byte_size for scan in scans.values())
        chosen = self.tr("%n filing(s) chosen", "", self.model.checked_count())
        if scans:
            lacks = self.tr("%n scan(s) not here yet, %1 MB", "", len(scans))
            lacks = lacks.replace("%1", _megabytes(size))
            self.set_act(self.tr("Fetch %n scan(s)", "", len(scans)), enabled=True)
        else:
            lacks = self.tr("all scans are here")
            self.set_act(self.tr("Fetch scans"), enabled=False)
        self.told.setText(f"{chosen} ・ {lacks}")

    def _begin(self) -> None:
        scans = [scan for it in self._chosen() for scan in it.missing]
        self._cancel = Event()
        self.strip.clear()
        self.meter.show_part(0)
        self.meter.show()
        self.list.setEnabled(False)
        self.set_act(self.tr("Fetching"), enabled=False)
        self.cancel_button.set_words(self.tr("Stop"))
        told = Progress(lambda *step: self._stepped.emit(_Step(*step)), self._cancel)
        self._background.run(self, take_out, scans, told, then=self._done, failed=self._broke)

    def _show_step(self, step: _Step) -> None:
        self.meter.show_part(step.done / max(step.total, 1))
        self.told.setText(f"{step.done} / {step.total} {step.name}".strip())

    def _done(self, fetched: Fetched) -> None:
        told = self.tr("%n scan(s) fetched, %1 MB", "", fetched.scans)
        told = told.replace("%1", _megabytes(fetched.bytes))
        if fetched.away is not None:
            rest = self.tr("The network is away; fetch the rest when it is back.")
            self.strip.show_message("amber", f"{told} {rest}")
        else:
            self.strip.show_message("green", told)
        self._end()

    def _broke(self, error: ButlerError) -> None:
        level = "amber" if isinstance(error, Cancelled) else "red"
        self.strip.show_message(level, error.said(language()))
        self._end()

    def _end(self) -> None:
        self._cancel = None
        self.meter.hide()
        self.list.setEnabled(True)
        self.cancel_button.set_words(self.tr("Close"))
        self._background.ask(self, offline_kit, then=self.show_kit)

    def _fetch(self, _ids: object, done: Callable[[dict[str, KitFiling]], None]) -> None:
        done(dict(self._kit))

    def _size(self) -> None:
        self.list.setMinimumHeight(px(HEIGHT))


def _columns() -> tuple[Column, ...]:
    return (
        check_column(),
        Column(
            "stage",
            Words("状态", "State"),
            lambda it: Cell(stage=STATES[it.row.state].stage),
            136,
        ),
        Column("number", Words("备案单号", "Number"), lambda it: Cell(it.row.number), 124),
        Column(
            "sponsor",
            Words("主办者", "Sponsor"),
            lambda it: Cell(it.row.sponsor_name),
            220,
            stretch=True,
        ),
        Column("butler", Words("管家", "Butler"), lambda it: Cell(it.row.butler), 88),
        Column("scans", Words("扫描件", "Scans"), _scans, 150, align=Align.RIGHT),
    )


def _scans(filing: KitFiling) -> Cell:
    if filing.is_here:
        words = Words("已在本机", "on this machine") if filing.scans else Words("无", "none")
        return Cell(said(words), ink="green" if filing.scans else "text_3")
    here = filing.scans - len(filing.missing)
    return Cell(f"{here} / {filing.scans} ・ {_megabytes(filing.missing_bytes)} MB", ink="text_2")


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}"
