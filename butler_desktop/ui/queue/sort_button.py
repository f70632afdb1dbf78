"""The sort button: by what the list is ordered, and a menu of all it can be ordered by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from butler_desktop.domain.worklist import Sorting
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.buttons import Button, Kind, Size
from butler_desktop.words import Words

SORTS = {
    "due": Words("按到期", "By due time"),
    "state": Words("按状态", "By state"),
    "sponsor": Words("按主办者", "By sponsor"),
    "number": Words("按备案单号", "By number"),
    "domain": Words("按域名", "By domain"),
    "province": Words("按省份", "By province"),
    "kind": Words("按类型", "By kind"),
    "butler": Words("按管家", "By butler"),
}
"""The keys of ``Sorting`` and how the button names them."""


class SortButton(Button):
    """``sort_chosen(key, descending)``, as the list's header sends it."""

    sort_chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "",
            Kind.FLAT,
            icon="arrow-down-narrow-wide",
            size=Size.SMALL,
            parent=parent,
        )
        self._sorting = Sorting()
        self.clicked.connect(self._open)
        self.show_sorting(self._sorting)

    def show_sorting(self, sorting: Sorting) -> None:
        """Say by what the list is ordered."""
        self._sorting = sorting
        words = said(SORTS[sorting.key])
        self.set_words(words)
        down = self.tr("descending") if sorting.descending else self.tr("ascending")
        self.setAccessibleName(f"{words}, {down}")

    def menu_of_sorts(self) -> QMenu:
        """What the list can be ordered by, and the two directions."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys, ways = QActionGroup(menu), QActionGroup(menu)
        for key, words in SORTS.items():
            action = keys.addAction(said(words))
            action.setCheckable(True)
            action.setChecked(key == self._sorting.key)
            action.triggered.connect(lambda _=False, key=key: self.sort_chosen.emit(key, False))
        menu.addActions(keys.actions())
        menu.addSeparator()
        for way, down in ((self.tr("Ascending"), False), (self.tr("Descending"), True)):
            action = ways.addAction(way)
            action.setCheckable(True)
            action.setChecked(down is self._sorting.descending)
            action.triggered.connect(
                lambda _=False, down=down: self.sort_chosen.emit(self._sorting.key, down)
            )
        menu.addActions(ways.actions())
        return menu

    def _open(self) -> None:
        self.menu_of_sorts().popup(self.mapToGlobal(self.rect().bottomLeft()))
