"""The move dialog: connect, check what would be moved, move it, see that both sides are equal.

It is never modal: while the move runs the butler can look at everything.
"""

from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.services.move import CARRY, WRITE, MovePlan, MoveResult, move, plan_move
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.shared import Address, Sight, sign_in
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.progress import Meter
from butler_desktop.ui.kit.steps import Steps
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.moving.move_address import MoveAddress
from butler_desktop.ui.moving.move_table import MoveTable

WIDTH, HEIGHT = 720, 396
CONNECT, CHECK, MOVE, OVER = range(4)


@dataclass(frozen=True, slots=True)
class _Step:
    done: int
    total: int
    name: str


class MoveDialog(Dialog):
    """``chosen(database)`` when the butler wants the next start to open the shared database."""

    chosen = Signal(str)
    _stepped = Signal(object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("", width=WIDTH, parent=parent)
        title = self.tr("Move to a shared database")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.setModal(False)
        self._background = background
        self._seen: Sight | None = None
        self._stop: Event | None = None
        self.steps = Steps(
            (self.tr("Connect"), self.tr("Check"), self.tr("Move"), self.tr("Result"))
        )
        self.address = MoveAddress()
        self.model = MoveTable(self)
        self.list = ListView(self.model, two_lines=False)
        self.list.setAccessibleName(title)
        self.notice = MessageStrip()
        self.meter, self.told = Meter(), Text("", ink="text_2", elide=True)
        self._stack = QStackedWidget()
        self._build()
        self._join()
        self._size()
        self._go(CONNECT)

    def _build(self) -> None:
        table = QWidget()
        column = VBox(table, gap=10)
        column.addWidget(self.list, 1)
        column.addWidget(self.notice)
        row = HBox(gap=12)
        row.addWidget(self.told, 2)
        row.addWidget(self.meter, 1)
        column.addLayout(row)
        self._stack.addWidget(self.address)
        self._stack.addWidget(table)
        self.body.addWidget(self.steps)
        self.body.addWidget(self._stack, 1)

    def _join(self) -> None:
        self.address.changed.connect(self._say)
        self.address.entered.connect(self.act_button.click)
        self.acted.connect(self._act)
        self._stepped.connect(self._show_step)
        look().changed.connect(self._size)

    @property
    def step(self) -> int:
        """Which step is shown: CONNECT, CHECK, MOVE or OVER."""
        return self.steps.at

    @property
    def is_running(self) -> bool:
        """Whether something is being moved."""
        return self._stop is not None

    def show_address(self, address: Address, password: str = "") -> None:
        """Begin with what was typed elsewhere."""
        self.address.show_address(address, password)
        self._say()

    def stop(self) -> None:
        """Breaks the move off before its next step; nothing of it stays."""
        if self._stop is not None:
            self._stop.set()
            self.cancel_button.setEnabled(False)

    def reject(self) -> None:
        """Stops what is being moved; from the plan goes back to the address; else closes."""
        if self.is_running:
            self.stop()
        elif self.step == CHECK:
            self._go(CONNECT)
        else:
            super().reject()

    # the steps, one after the other

    def _act(self) -> None:
        if self.step == CONNECT and self.address.is_complete:
            self._connect()
        elif self.step == CHECK:
            self._move()
        elif self.step == OVER and self._seen is not None:
            self.chosen.emit(self._seen.url)
            self.strip.show_message("blue", self.tr("In force after the next start."))
            self.set_act("")

    def _connect(self) -> None:
        self.strip.show_message("blue", self.tr("Connecting"))
        self.set_act(self.tr("Check"), enabled=False)
        address, password = self.address.address, self.address.password.value()
        self._background.compute(
            self, sign_in, address, password, then=self._found, failed=self._refused
        )

    def _found(self, seen: Sight) -> None:
        self._seen = seen
        password = self.address.password.value()
        self._background.run(
            self, plan_move, seen.url, password, then=self.show_plan, failed=self._refused
        )

    def show_plan(self, plan: MovePlan) -> None:
        """Show what would be moved, and what stands in the way."""
        self.model.show_plan(plan)
        self._go(CHECK)
        told = self.tr("From %1 to %2").replace("%1", plan.source).replace("%2", plan.target)
        self.told.setText(told)
        self._notice(plan)
        words = self.tr("Move %n order(s)", "", plan.counts["order"])
        if plan.is_done:
            words = self.tr("Finish the move")
        self.set_act(words, enabled=not plan.blobs_lost)

    def _notice(self, plan: MovePlan) -> None:
        if plan.blobs_lost:
            self.notice.show_message(
                "red",
                self.tr("%n file(s) are missing on this machine.", "", plan.blobs_lost)
                + self.tr(" Restore them from a backup, then check again."),
            )
        elif plan.is_done:
            told = self.tr(
                "Everything is there from an earlier move; only this file is not closed."
            )
            self.notice.show_message("blue", told)
        elif plan.without_role:
            names = self.tr(", ").join(plan.without_role)
            told = self.tr("Cannot sign in there yet (shared add-butler adds them): %1")
            self.notice.show_message("amber", told.replace("%1", names))
        else:
            self.notice.clear()

    def _move(self) -> None:
        if self._seen is None:
            return
        self._stop = Event()
        self._go(MOVE)
        progress = Progress(lambda *step: self._stepped.emit(_Step(*step)), self._stop)
        password = self.address.password.value()
        self._background.run(
            self,
            move,
            self._seen.url,
            progress,
            password,
            then=self.show_result,
            failed=self._broke,
        )

    def _show_step(self, step: _Step) -> None:
        if not self.is_running:
            return
        told = {CARRY: self.tr("Bringing files"), WRITE: self.tr("Writing rows")}
        words = told.get(step.name, self.tr("Comparing"))
        self.told.setText(f"{words} {step.done:,} / {step.total:,}")
        self.meter.show_part(step.done / max(step.total, 1))

    def show_result(self, done: MoveResult) -> None:
        """Show that both sides are equal, and where the file stays."""
        self._stop = None
        self.model.show_result(done)
        self._go(OVER)
        equal = self.tr("%n order(s) compared one by one: all equal.", "", done.orders)
        self.strip.show_message("green", f"{equal} SHA-256 {done.digest[:16]}…")
        told = self.tr("%1 stays as a backup and takes no act any more.")
        self.notice.show_message("blue", told.replace("%1", done.source))
        self.set_act(self.tr("Open the shared database"))

    def _refused(self, error: ButlerError) -> None:
        self._go(CONNECT)
        self.strip.show_message("red", error.said(language()))

    def _broke(self, error: ButlerError) -> None:
        self._stop = None
        stopped = isinstance(error, Cancelled)
        self._go(CONNECT)
        told = self.tr("Cancelled: nothing was moved, this file is as it was.")
        self.strip.show_message(
            "amber" if stopped else "red", told if stopped else error.said(language())
        )

    # what is shown

    def _go(self, step: int) -> None:
        self.steps.show_step(step, over=step == OVER)
        self._stack.setCurrentIndex(0 if step == CONNECT else 1)
        self.strip.clear()
        self.notice.clear()
        self.told.setText("")
        self.meter.show_part(0)
        self.meter.setVisible(step == MOVE)
        self.cancel_button.setEnabled(True)
        words = {
            CONNECT: self.tr("Cancel"),
            CHECK: self.tr("Previous step"),
            MOVE: self.tr("Cancel the move"),
            OVER: self.tr("Close"),
        }
        self.cancel_button.set_words(words[step])
        self.sentence.setText(self._sentence(step))
        self.sentence.setVisible(bool(self.sentence.text()))
        self._say()
        if step == MOVE:
            self.set_act("")

    def _sentence(self, step: int) -> str:
        if step == OVER:
            return ""
        if step == MOVE:
            return self.tr("Everything can be looked at meanwhile; acts wait until it is over.")
        return self.tr(
            "Everything in this machine's file is copied to the team's database and compared "
            "there, order by order. Unless all is equal nothing stays of it."
        )

    def _say(self) -> None:
        if self.step == CONNECT:
            self.set_act(self.tr("Check"), enabled=self.address.is_complete)

    def _size(self) -> None:
        self._stack.setMinimumHeight(px(HEIGHT))
