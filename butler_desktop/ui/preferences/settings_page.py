"""The settings page: language, colours, the butler's name, where the data lies."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.settings import LANGUAGES, SCHEMES, Settings
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px

WIDTH = 560


class SettingsPage(Surface):
    """``changed(Settings)`` after the butler changed one; it is in force at once."""

    changed = Signal(object)

    def __init__(self, settings: Settings, database: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._settings = settings
        outer = VBox(self, sides=(24, 20, 24, 20), gap=12)
        outer.addWidget(Text(self.tr("Settings"), Role.PAGE_TITLE))
        card = Card()
        card.setFixedWidth(px(WIDTH))
        column = VBox(card, sides=(20, 16, 20, 20), gap=12)
        languages = {"zh_CN": "中文", "en": "English"}
        schemes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        self.language = ComboField(self.tr("Language"), [(k, languages[k]) for k in LANGUAGES])
        self.language.set_value(settings.language)
        self.scheme = ComboField(self.tr("Colours"), [(k, schemes[k]) for k in SCHEMES])
        self.scheme.set_value(settings.scheme)
        self.butler = LineField(self.tr("Your name, as it stands in records and on paper"))
        self.butler.set_value(settings.butler)
        self.database = LineField(self.tr("Database"))
        self.database.set_value(database)
        self.database.set_read_only(True)
        for each in (self.language, self.scheme, self.butler, self.database):
            column.addWidget(each)
        note = Text(
            self.tr("Language and name are in force everywhere after the next start."),
            Role.META,
            "text_3",
        )
        column.addWidget(note)
        row = HBox()
        row.addWidget(card)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self.language.committed.connect(lambda: self._set(language=str(self.language.value())))
        self.scheme.committed.connect(lambda: self._set(scheme=str(self.scheme.value())))
        self.butler.committed.connect(lambda: self._set(butler=str(self.butler.value())))

    def _set(self, **values: str) -> None:
        self._settings = replace(self._settings, **values)
        self.changed.emit(self._settings)
