"""Shared database card: how this desk works now, and the way to work with a team's database.

An address is kept only after somebody was signed in with it, so that the next
start does not fail for a slip of the finger.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from butler_desktop.domain.role import ROLE_WORDS, may_write
from butler_desktop.domain.sync_status import Tie
from butler_desktop.errors import ButlerError
from butler_desktop.services.shared import (
    Address,
    SharedDesk,
    Sight,
    address_of,
    forget_password,
    keep_password,
    sign_in,
)
from butler_desktop.ui.background import Background
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.preferences.replica_making import ReplicaMaking


class SharedCard(Card):
    """``chosen(database)`` is the database of the next start: a URL, a file; empty the default."""

    chosen = Signal(str)
    move_wanted = Signal(object, str)
    """The address and the password as they are typed."""

    def __init__(
        self, background: Background, database: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._background, self._database = background, database
        self._seen: Sight | None = None
        self.now = Text("", Role.BODY, wrap=True)
        self.server = LineField(self.tr("Server"), hint="db.example.cn")
        self.name = LineField(self.tr("Name of the database"), hint="butler")
        self.butler = LineField(self.tr("User name"))
        self.password = LineField(
            self.tr("Password"), hint=self.tr("As the keyring or ~/.pgpass has it")
        )
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.keeps = CheckBox(self.tr("Keep the password in the system's keyring"))
        self.check_button = Button(self.tr("Check the connection"))
        self.save_button = Button(self.tr("Save"))
        self.replica_button = Button(self.tr("Keep a replica on this machine"))
        self.move_link = Link(self.tr("Move this machine's work there…"), Role.BODY)
        self.file_link = Link(self.tr("Use the file on this machine"), Role.BODY)
        self.strip = MessageStrip()
        self.making = ReplicaMaking(background)
        self._build()
        self._join()
        self._show_address(_address(database))
        self._doubt()

    @property
    def fields(self) -> tuple[LineField, ...]:
        """What is typed, in the order of the card."""
        return (self.server, self.name, self.butler, self.password)

    def show_desk(self, desk: SharedDesk) -> None:
        """Say how the desk works now, and as whom."""
        self._show_address(desk.address)
        place = _place(desk.address) if desk.address else ""
        told = {
            Tie.ALONE: self.tr("This desk works with a file on this machine."),
            Tie.DIRECT: self.tr("This desk works on %1 directly, as %2 (%3)."),
            Tie.REPLICA: self.tr("This desk works with a replica of %1, as %2."),
        }[desk.tie]
        role = said(ROLE_WORDS[desk.role])
        self.now.setText(told.replace("%1", place).replace("%2", desk.name).replace("%3", role))
        self.file_link.setVisible(desk.tie is not Tie.ALONE)
        self.move_link.setVisible(desk.tie is Tie.ALONE)

    def show_unopened(self) -> None:
        """Say that the database could not be opened, and offer the desk's own file."""
        self.now.setText(self.tr("The database is not open."))
        self.file_link.show()

    def _build(self) -> None:
        column = VBox(self, sides=(20, 14, 20, 20), gap=10)
        column.addWidget(Text(self.tr("Shared database"), Role.CARD_TITLE))
        column.addWidget(self.now)
        for pair in ((self.server, self.name), (self.butler, self.password)):
            row = HBox(gap=12)
            for field in pair:
                row.addWidget(field, 1)
            column.addLayout(row)
        column.addWidget(self.keeps)
        self.strip.clear()
        column.addWidget(self.strip)
        column.addWidget(self.making)
        row = HBox(gap=8)
        for button in (self.check_button, self.save_button, self.replica_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.move_link)
        column.addWidget(self.file_link)
        self.move_link.hide()
        self.file_link.setVisible("://" in self._database)

    def _join(self) -> None:
        for field in self.fields:
            field.edited.connect(self._doubt)
            field.edit.returnPressed.connect(self._check)
        self.check_button.clicked.connect(self._check)
        self.save_button.clicked.connect(self._save)
        self.replica_button.clicked.connect(self._make_replica)
        self.move_link.clicked.connect(
            lambda: self.move_wanted.emit(self._typed, self.password.value())
        )
        self.file_link.clicked.connect(lambda: self._choose(""))
        self.making.made.connect(self._replica_made)
        self.making.failed.connect(self._refuse)
        self.making.running_changed.connect(self._enable)

    def _show_address(self, address: Address | None) -> None:
        if address is not None:
            values = (address.server, address.database, address.butler)
            for field, value in zip(self.fields, values, strict=False):
                field.set_value(value)

    # checking

    @property
    def _typed(self) -> Address:
        return Address(self.server.value(), self.name.value(), self.butler.value())

    def _doubt(self) -> None:
        """What was typed since has not been tried."""
        self._seen = None
        self._background.forget(self, "check")
        self.strip.clear()
        self._enable()

    def _enable(self) -> None:
        is_free = not self.making.is_running
        is_seen = self._seen is not None
        self.check_button.setEnabled(is_free and all(self._typed_texts()))
        self.save_button.setEnabled(is_free and is_seen)
        self.replica_button.setEnabled(
            is_free and self._seen is not None and may_write(self._seen.role)
        )

    def _typed_texts(self) -> list[str]:
        return [field.value().strip() for field in self.fields[:3]]

    def _check(self) -> None:
        if not all(self._typed_texts()) or self.making.is_running:
            return
        self._doubt()
        self.check_button.setEnabled(False)
        self.strip.show_message("blue", self.tr("Connecting"))
        self._background.compute(
            self,
            sign_in,
            self._typed,
            self.password.value(),
            self._database,
            then=self._found,
            topic="check",
            failed=self._refuse,
        )

    def _found(self, seen: Sight) -> None:
        self._seen = seen
        if seen.is_kept:
            self.keeps.setChecked(True)
        told = self.tr("Connected to %1 as %2 (%3).").replace("%1", seen.place)
        told = told.replace("%2", seen.name).replace("%3", said(ROLE_WORDS[seen.role]))
        self.strip.show_message("green", told)
        self._enable()

    def _refuse(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))
        self._enable()

    # keeping

    def _save(self) -> None:
        if self._seen is not None:
            self._keep_password(self._seen.url)
            self._choose(self._seen.url)

    def _choose(self, database: str) -> None:
        self.chosen.emit(database)
        self.strip.show_message("blue", self.tr("In force after the next start."))

    def _keep_password(self, url: str) -> None:
        password = self.password.value()
        if self.keeps.isChecked() and password:
            self._background.compute(
                self, keep_password, url, password, then=_nothing, failed=self._not_kept
            )
        elif not self.keeps.isChecked():
            self._background.compute(
                self, forget_password, url, then=_nothing, failed=self._not_kept
            )

    def _not_kept(self, error: ButlerError) -> None:
        self.keeps.setChecked(False)
        self.strip.show_message("amber", error.said(language()))

    # a replica

    def _make_replica(self) -> None:
        if self._seen is not None:
            self.strip.clear()
            self._keep_password(self._seen.url)
            self.making.start(self._seen.url, self.password.value())

    def _replica_made(self, file: str) -> None:
        self.chosen.emit(file)
        told = self.tr("The replica is made; the next start opens it.")
        self.strip.show_message("green", told)
        self._enable()


def _address(database: str) -> Address | None:
    return address_of(database) if "://" in database else None


def _place(address: Address) -> str:
    return f"{address.server or 'localhost'}/{address.database}"


def _nothing(_: object) -> None:
    """Nobody waits for it."""
