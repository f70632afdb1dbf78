"""The settings page: language, colours, the butler's name, where the data lies."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from butler_desktop.domain.reminder_hours import hours_text, read_hours
from butler_desktop.domain.sync_status import Tie
from butler_desktop.services.shared import SharedDesk, shared_desk
from butler_desktop.settings import LANGUAGES, SCHEMES, Settings
from butler_desktop.ui.background import Background
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import Field, FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.preferences.mail_card import MailCard
from butler_desktop.ui.preferences.rulebook_card import RulebookCard
from butler_desktop.ui.preferences.shared_card import SharedCard

WIDTH = 600
AT_START = ("language", "butler", "reminders", "certificate")
"""What is in force only after the next start."""


class SettingsPage(Surface):
    """``changed(Settings)`` after the butler changed one.

    Colours are in force at once; language and name at the next start, and the
    page says so.
    """

    changed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        database: str,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._background, self._database = background, database
        self._settings = self._started = settings
        languages = {"zh_CN": "中文", "en": "English"}
        schemes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        self.language = ComboField(self.tr("Language"), [(k, languages[k]) for k in LANGUAGES])
        self.scheme = ComboField(self.tr("Colours"), [(k, schemes[k]) for k in SCHEMES])
        self.butler = LineField(self.tr("Your name, as it stands in records and on paper"))
        self.database = LineField(self.tr("Database"))
        self.reminders = LineField(
            self.tr("Hours before the deadline at which the customer is reminded")
        )
        self.certificate = LineField(
            self.tr("Certificate that packets are signed with (.p12, .pfx)"),
            hint=self.tr("none: packets are not signed"),
        )
        choose = self.certificate.add_icon("file-up", self.tr("Choose a file"))
        choose.clicked.connect(self.choose_certificate)
        self.mail = MailCard(settings, background)
        self.rules = RulebookCard(background)
        self.shared = SharedCard(background, database)
        self.strip = MessageStrip()
        self.strip.clear()
        self._cards: list[Card] = []
        page = QWidget()
        outer = VBox(page, sides=(24, 16, 24, 24), gap=12)
        outer.addWidget(Text(self.tr("Settings"), Role.PAGE_TITLE))
        self._add_card(outer, self.tr("This window"), (self.language, self.scheme))
        self._add_card(outer, self.tr("This desk"), self._desk_fields())
        self._add(outer, self.mail)
        self._add(outer, self.rules)
        self._add(outer, self.shared)
        outer.addWidget(self.strip)
        outer.addStretch(1)
        VBox(self).addWidget(ScrollPage(page))
        self.setFocusProxy(self.language)
        self.language.set_value(settings.language)
        self.scheme.set_value(settings.scheme)
        self.butler.set_value(settings.butler)
        self.database.set_value(unquote(database) if "://" in database else database)
        self.database.set_read_only(True)
        self.reminders.set_value(settings.reminders)
        self.certificate.set_value(settings.certificate)
        self.certificate.committed.connect(
            lambda: self._set_certificate(self.certificate.value().strip())
        )
        self.language.committed.connect(lambda: self._set(language=str(self.language.value())))
        self.scheme.committed.connect(lambda: self._set(scheme=str(self.scheme.value())))
        self.butler.committed.connect(lambda: self._set(butler=str(self.butler.value())))
        self.reminders.committed.connect(self._set_reminders)
        self.mail.chosen.connect(lambda chosen: self._set(**chosen))
        self.shared.chosen.connect(lambda chosen: self._set(database=chosen))
        look().changed.connect(self._measure)
        self._measure()

    def read(self) -> None:
        """Reads how the desk stands to a shared database, and as whom somebody is signed in."""
        self._background.ask(self, shared_desk, self._database, then=self.show_desk)
        self.rules.read()

    def show_desk(self, desk: SharedDesk) -> None:
        """Show it. Who is signed in bears the name of his login, not one chosen here."""
        self.shared.show_desk(desk)
        if desk.tie is not Tie.ALONE:
            self.butler.set_value(desk.name)
            self.butler.set_read_only(True)

    def finish(self) -> None:
        """The window closes: what is being copied or checked is broken off."""
        self.rules.stop()
        self.shared.making.stop()

    def enter_shared(self) -> None:
        """Takes the keyboard to the address of the shared database."""
        self.shared.server.setFocus()

    def _add_card(self, outer: VBox, title: str, fields: tuple[Field, ...]) -> None:
        card = Card()
        column = VBox(card, sides=(20, 14, 20, 20), gap=10)
        column.addWidget(Text(title, Role.CARD_TITLE))
        for field in fields:
            column.addWidget(field)
        self._add(outer, card)

    def _add(self, outer: VBox, card: Card) -> None:
        row = HBox()
        row.addWidget(card, 1)
        row.addStretch(0)
        outer.addLayout(row)
        self._cards.append(card)

    def _set_reminders(self) -> None:
        hours = read_hours(str(self.reminders.value()))
        if hours is None:
            told = self.tr("Whole hours with commas between, as 24, 4, 1")
            self.reminders.set_finding(FieldFinding("red", told))
            return
        self.reminders.set_finding(None)
        self.reminders.set_value(hours_text(hours))
        self._set(reminders=hours_text(hours))

    def _desk_fields(self) -> tuple[Field, ...]:
        return (self.butler, self.database, self.reminders, self.certificate)

    def choose_certificate(self) -> None:
        """Asks for the file of the company's certificate."""
        dialog = QFileDialog(self, self.tr("Certificate"), self.certificate.value())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["PKCS#12 (*.p12 *.pfx)", self.tr("All files (*)")])
        dialog.fileSelected.connect(self._set_certificate)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_certificate(self, name: str) -> None:
        self.certificate.set_value(name)
        is_lost = bool(name) and not Path(name).is_file()
        told = self.tr("There is no such file")
        self.certificate.set_finding(FieldFinding("red", told) if is_lost else None)
        if not is_lost:
            self._set(certificate=name)

    def _set(self, **values: str) -> None:
        changed = replace(self._settings, **values)
        if changed == self._settings:
            return
        self._settings = changed
        self.changed.emit(changed)
        if all(getattr(changed, it) == getattr(self._started, it) for it in AT_START):
            self.strip.clear()
        else:
            told = self.tr("What you changed is in force after the next start.")
            self.strip.show_message("blue", told)

    def _measure(self) -> None:
        for part in (*self._cards, self.strip):
            part.setMaximumWidth(px(WIDTH))
