"""The composition root of the window: makes application, background, window and pages.

The frame of the window stands before SQLAlchemy is loaded: the workspace is
opened, and the pages' modules are imported, on a worker meanwhile.
"""

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from butler_desktop import logs, settings
from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.errors import ButlerError, StoreUnavailable
from butler_desktop.settings import Settings
from butler_desktop.ui import i18n, window_state
from butler_desktop.ui.background import Background
from butler_desktop.ui.failures import Failures
from butler_desktop.ui.kit.sync_pill import SyncState
from butler_desktop.ui.look import Appearance, look
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.places import SETTINGS
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.storage.work import Workspace
    from butler_desktop.ui.preferences.settings_page import SettingsPage
    from butler_desktop.ui.workplace import Workplace

NO_DISPLAY = Words("没有显示器，打不开窗口。", "There is no display to open a window on.")
HOW_TO_SEE = Words(
    "请在桌面环境中运行，或先设置 DISPLAY；命令行的各项功能不需要显示器。",
    "Run it on a desktop, or set DISPLAY; the commands need no display.",
)
ORGANISATION = "butler_desktop"
TURN = 0.001
"""Seconds a worker keeps the interpreter when the window wants it; Python's own 5 ms add up."""


class Program(QObject):
    """The running program: one window on one workspace."""

    def __init__(
        self,
        given: Settings,
        database: str,
        *,
        clock: Callable[[], datetime] | None = None,
        remember: bool = True,
    ) -> None:
        super().__init__()
        self._settings, self._given_database = given, database
        # What is shown and kept, in names of files too, is without a password.
        self._database = settings.without_password(database)
        self._given_clock = clock
        self._clock = clock or (lambda: datetime.now(SHANGHAI))
        self._remember = remember
        self._is_closed = False
        self._state_path = window_state.state_path(self._database)
        state = window_state.load(self._state_path) if remember else window_state.WindowState()
        self._state = state
        self.workplace: Workplace | None = None
        self._mending: SettingsPage | None = None
        look().choose(Appearance(given.scheme))
        if remember:
            look().set_zoom(state.zoom)
        self.failures = Failures(logs.CrashReports())
        self.window = MainWindow(self.failures, self._clock)
        self.window.start_size()
        if state.geometry:
            self.window.restoreGeometry(QByteArray.fromBase64(state.geometry.encode("ascii")))
        self.window.navigation.set_collapsed(state.collapsed)
        self.window.navigation.select(state.place)
        self.background = Background(self._open)
        self.background.failed.connect(self.failures.tell)
        self.background.crashed.connect(self.failures.tell_bug)
        self.background.ready.connect(self._install)
        self.background.away.connect(self._wait)
        self.background.unopened.connect(lambda _: self._let_mend())
        self.window.place_chosen.connect(self._show_settings)
        self.window.closing.connect(self.close)

    def show(self) -> None:
        """Shows the window's frame; the pages follow when the workspace is open."""
        self.window.show()
        self.window.busy.start()
        if "://" in self._database:
            self.window.top.sync.show_state(SyncState.ALONE, self.tr("Connecting"))
        # After the first paint: loading the pages must not hold up the frame.
        QTimer.singleShot(0, self.background.open)

    def close(self) -> None:
        """Remembers where everything was, and finishes what was begun."""
        if self._is_closed:
            return
        self._is_closed = True
        if self.workplace is not None:
            from butler_desktop.services.recognition import release_reader

            self.workplace.close()
            release_reader()
        if self.workplace is not None and self._remember:
            geometry = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
            state = replace(self.workplace.state(), geometry=geometry)
            window_state.save(state, self._state_path)
        self.window.hide()  # what was begun may take some seconds where the network hangs
        self.background.close()

    def _open(self) -> "Workspace":
        """On the worker: everything that takes long to load."""
        from butler_desktop.storage.workspace import database_place, open_workspace

        import_module("butler_desktop.ui.workplace")
        opened = open_workspace(
            database_place(self._given_database),
            actor=self._settings.butler or "管家",
            station=self._settings.station,
            clock=self._given_clock,
        )
        hours, mail = self._settings.reminder_hours, self._settings.mail_account
        certificate = self._settings.certificate
        return replace(opened, reminder_hours=hours, mail=mail, certificate=certificate)

    def _wait(self, error: ButlerError) -> None:
        """The network is away: said quietly, until the workspace can be opened after all."""
        self.window.busy.stop()
        self.window.top.sync.show_state(SyncState.OFFLINE, self.tr("Offline"))
        self.window.failures.show_message("amber", error.said(i18n.language()))

    def _let_mend(self) -> None:
        """The database cannot be opened: only the settings are there, where another is chosen."""
        self.window.top.sync.show_state(SyncState.OFFLINE, self.tr("Not connected"))
        self._show_settings(SETTINGS)

    def _show_settings(self, place: str) -> None:
        """Before the workspace is open nothing else can be shown."""
        from butler_desktop.ui.preferences.settings_page import SettingsPage

        if self.workplace is not None or place != SETTINGS:
            return
        self.window.busy.stop()
        if self._mending is None:
            page = SettingsPage(self._settings, self._database, self.background)
            page.changed.connect(self._save_settings)
            page.shared.show_unopened()
            self._mending = page
        self.window.show_page(self._mending)

    def _install(self) -> None:
        from butler_desktop.ui.draft_file import drafts_path
        from butler_desktop.ui.draft_notice import DraftNotice
        from butler_desktop.ui.workplace import Workplace

        self.window.busy.stop()
        self.window.failures.clear()
        if self._mending is not None:
            self._mending.deleteLater()
        self.workplace = Workplace(
            self.window,
            self.background,
            self._settings,
            self._database,
            self._clock,
            self._state,
        )
        if self._remember:
            detail = self.workplace.queue.detail
            drafts, strip = detail.tabs.saving.drafts, self.window.failures
            notice = DraftNotice(drafts, self.background, strip, self.workplace)
            notice.filing_wanted.connect(self.workplace.open_filing)
            detail.keep_drafts(drafts_path(self._database), self._clock)
        self.workplace.settings_changed.connect(self._save_settings)
        # What stands now stays. The collector need not walk through it again while
        # a worker takes in thousands of rows: that would hold the window each time.
        gc.freeze()

    def _save_settings(self, changed: Settings) -> None:
        self._settings = changed
        settings.save(changed)


def application(language: str) -> QApplication:
    """The application object, dressed; made at the first call."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(ORGANISATION)
    app.setDesktopFileName(ORGANISATION)
    i18n.put_on(app, language)
    if existing is None:
        sys.setswitchinterval(TURN)
        look().put_on(app)
    return app


def has_display() -> bool:
    """Whether a window can be seen here."""
    if sys.platform != "linux":
        return True
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(given: Settings, database: str, language: str, butler: str = "") -> int:
    """Opens the window and stays until it is closed; the exit code.

    Raises StoreUnavailable where there is no display.
    """
    if not has_display():
        raise StoreUnavailable(NO_DISPLAY, HOW_TO_SEE)
    app = application(language)
    logs.CrashReports().install()
    program = Program(replace(given, butler=butler or given.butler), database)
    program.show()
    return app.exec()


def draw_screenshots(
    database: Path,
    folder: Path,
    *,
    size: tuple[int, int] = (1440, 900),
    scheme: str = "light",
    scale: float = 1.0,
    language: str = "zh_CN",
    now: datetime | None = None,
) -> list[Path]:
    """Draws each page on an existing workspace into PNG files, without a display."""
    from butler_desktop.ui.screenshots import draw_all

    if QApplication.instance() is None and not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application(language)
    given = Settings(language=language, scheme=scheme, butler="林晓雯")
    clock = (lambda: now) if now is not None else None
    program = Program(given, str(database), clock=clock, remember=False)
    look().set_zoom(scale)
    program.window.resize(*size)
    program.show()
    _wait(program.background)
    made = draw_all(program.window, program.workplace, program.background, folder, _wait)
    program.close()
    program.window.close()
    return made


def _wait(background: Background) -> None:
    """Until nothing is running and what came back is on the screen."""
    loop = QEventLoop()
    background.idle.connect(loop.quit)
    while not background.is_idle:
        loop.exec()
        # One more turn: what came back may have asked again.
        QTimer.singleShot(0, loop.quit)
        loop.exec()
