"""Screenshots: every page and dialog of the window as a PNG."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeGuard

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from butler_desktop import resources
from butler_desktop.domain.sync_status import Tie
from butler_desktop.domain.views import View
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.places import (
    IMPORT,
    ORDERS,
    POLICY,
    SETTINGS,
    START,
    STATISTICS,
    TODAY,
    queue_key,
)
from butler_desktop.ui.queue.queue_page import FOCUS, SPLIT, TABLE
from butler_desktop.ui.sync_frame import SyncFrame
from butler_desktop.ui.workplace import Workplace

Wait = Callable[[Background], None]
Keep = Callable[[str, QWidget], None]


def draw_all(
    window: MainWindow,
    place: Workplace | None,
    background: Background,
    folder: Path,
    wait: Wait,
) -> list[Path]:
    """Goes through the places of the window and keeps a picture of each."""
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    if place is None:
        return made

    def keep(name: str, widget: QWidget = window) -> None:
        wait(background)
        form = place.queue.detail.tabs.form
        if not form.is_built:
            # The form is made in slices between paints.
            loop = QEventLoop()
            form.built.connect(loop.quit)
            loop.exec()
        QApplication.sendPostedEvents()  # what was hidden or shown takes its place
        path = folder / f"{len(made) + 1:02d}-{name}.png"
        widget.grab().save(str(path))
        made.append(path)

    window.go(TODAY)
    keep("today")
    window.go(queue_key(View.MINE))
    keep("queue")
    for view in (View.FIRST_CONTACT, View.REVIEW, View.CONFIRMATION, View.RETURNED):
        window.go(queue_key(view))
        keep(f"queue-{view}")
    window.go(queue_key(View.ALL))
    place.queue.set_layout(TABLE)
    keep("table")
    place.queue.set_layout(SPLIT)
    window.go(queue_key(View.CONFIRMATION))
    tabs = place.queue.detail.tabs
    for tab in Tab:
        tabs.go_to(tab)
        keep(f"detail-{tab.name.lower()}")
    place.queue.set_layout(FOCUS)
    for tab in (Tab.MATERIALS, Tab.PACKET):
        tabs.go_to(tab)
        keep(f"focus-{tab.name.lower()}")
    place.queue.set_layout(SPLIT)
    tabs.go_to(Tab.FORM)
    place.locating.open("ny")
    keep("palette")
    place.locating.palette.close_box()
    window.go(ORDERS)
    keep("orders")
    for key in (STATISTICS, POLICY, IMPORT, SETTINGS, START):
        window.go(key)
        keep(key)
    window.go(IMPORT)
    place.importing.open_file(resources.folder("samples") / "orders-to-check.xlsx")
    wait(background)
    place.importing.check.step(2)
    keep("import-check")
    place.importing.start_again()
    if _is_replica(place.sync):
        _draw_panel(place.sync, background, keep, wait)
    _draw_dialogs(_openers(place), background, keep, wait)
    return made


def _openers(place: Workplace) -> list[tuple[str, Callable[[], None]]]:
    """What opens each dialog; some are of a replica alone."""
    openers: list[tuple[str, Callable[[], None]]] = [
        ("new-order", place.enter_order),
        ("new-filing", place.start_filing),
    ]
    sync = place.sync
    if _is_replica(sync):
        openers.append(("sync-conflicts", sync.open_conflicts))
        openers.append(("sync-receipt", sync.open_receipt))
        openers.append(("sync-take-out", sync.take_out))
    return openers


def _is_replica(sync: SyncFrame | None) -> TypeGuard[SyncFrame]:
    return sync is not None and sync.desk.standing.tie is Tie.REPLICA


def _draw_dialogs(
    openers: Sequence[tuple[str, Callable[[], None]]],
    background: Background,
    keep: Keep,
    wait: Wait,
) -> None:
    for name, open_dialog in openers:
        open_dialog()
        wait(background)
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            keep(name, dialog)
            dialog.close()


def _draw_panel(frame: SyncFrame, background: Background, keep: Keep, wait: Wait) -> None:
    """What waits at a replica, under the pill."""
    frame.open_panel()
    wait(background)
    if frame.panel is not None:
        keep("sync-panel", frame.panel)
        frame.panel.close()
