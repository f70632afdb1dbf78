"""Saved views frame: the butler's own filters in the navigation, saved, opened, changed."""

from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from butler_desktop.domain.saved_view import SavedView
from butler_desktop.errors import ButlerError
from butler_desktop.services.saved_views import (
    CountedView,
    forget_view,
    rename_view,
    save_view,
    saved_views,
    share_view,
    update_view,
)
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.nav_button import NavEntry
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.queue.view_dialog import ViewDialog

PREFIX = "saved:"


class Workplace(Protocol):
    """The window, and the page that the views are of."""

    window: MainWindow
    queue: QueuePage


class SavedViewsFrame(QObject):
    """Begins when the workspace is open."""

    def __init__(self, place: Workplace, background: Background, *, may: bool) -> None:
        super().__init__(place.window)
        self._place, self._background, self._may = place, background, may
        self.views: dict[str, CountedView] = {}
        self._waits = ""
        place.window.navigation.add_wanted.connect(self.save)
        place.window.navigation.menu_wanted.connect(self.open_menu)
        self.read()

    def read(self) -> None:
        """Ask for the views and their counts."""
        self._background.ask(self, saved_views, then=self._arrived)

    def open(self, key: str) -> None:
        """Shows what a view shows, when the views are there."""
        found = self.views.get(key)
        self._waits = "" if found else key
        if found is not None:
            queue, view = self._place.queue, found.view
            queue.sort_by(view.sorting)
            queue.set_layout(view.layout)
            queue.show_filter(view.wanted)

    def save(self) -> None:
        """Asks under which name the list shall be kept as it is."""
        if not self._may:
            return
        dialog = ViewDialog(self.tr("Save this list"), self.tr("Save"), "", asks_team=True)
        self._open(dialog, lambda: (save_view, dialog.name.value(), *self._shown(), dialog.is_team))

    def rename(self, key: str) -> None:
        """Asks for another name."""
        view = self.views[key].view
        dialog = ViewDialog(self.tr("Rename the list"), self.tr("Rename"), view.name)
        self._open(dialog, lambda: (rename_view, view.id, dialog.name.value()))

    def open_menu(self, key: str, at: QPoint) -> QMenu | None:
        """What can be done with a view."""
        found = self.views.get(key)
        if found is None or not found.may_change:
            return None
        view, menu = found.view, QMenu(self._place.window)
        update = menu.addAction(self.tr("Keep the list as it is now"))
        update.triggered.connect(lambda: self._do(update_view, view.id, *self._shown()))
        menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self.rename(key))
        words = self.tr("For me alone") if view.is_team else self.tr("For the whole team")
        share = menu.addAction(words)
        share.triggered.connect(lambda: self._do(share_view, view.id, not view.is_team))
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove"))
        remove.triggered.connect(lambda: self._do(forget_view, view.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return menu

    def _shown(self) -> tuple[Any, ...]:
        queue = self._place.queue
        return queue.filters.filter, queue.sorting, queue.layout_name

    def _do(self, service: Any, *given: Any) -> None:
        self._background.do(self, service, *given, then=lambda _: self.read(), failed=self._refused)

    def _open(self, dialog: ViewDialog, what: Any) -> None:
        dialog.setParent(self._place.window, dialog.windowFlags())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def saved(view: SavedView) -> None:
            dialog.accept()
            self._waits = PREFIX + view.id
            self.read()

        dialog.acted.connect(
            lambda: self._background.do(dialog, *what(), then=saved, failed=dialog.refuse)
        )
        dialog.open()

    def _arrived(self, found: tuple[CountedView, ...]) -> None:
        views = {PREFIX + it.view.id: it for it in found}
        navigation = self._place.window.navigation
        if [it.view for it in views.values()] != [it.view for it in self.views.values()]:
            navigation.set_own_filters(
                [
                    NavEntry(key, it.view.name, "bookmark", tip=self._tip(it.view))
                    for key, it in views.items()
                ]
            )
        elif not self.views:
            navigation.set_own_filters([])
        self.views = views
        navigation.set_counts(
            {key: (it.count.total, it.count.overdue) for key, it in views.items()}
        )
        if self._waits in views:
            key, self._waits = self._waits, ""
            if self._place.window.place == key:
                self.open(key)
            else:
                self._place.window.go(key)

    def _tip(self, view: SavedView) -> str:
        if not view.is_team:
            return view.name
        return self.tr("%1 (team, by %2)").replace("%1", view.name).replace("%2", view.owner)

    def _refused(self, error: ButlerError) -> None:
        self._place.window.failures.show_message("red", error.said(language()), closable=True)
