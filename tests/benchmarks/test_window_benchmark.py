"""The window on many filings: first paint, end of the list, filter, and how long it was held.

The UI thread is held whenever an event waits: a timer that fires each millisecond
tells the longest gap.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from butler_desktop.app import Program, application
from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import FilingFilter
from butler_desktop.services.order_import import preview_orders, take_orders
from butler_desktop.settings import Settings
from butler_desktop.ui.look import look
from tests.benchmarks.crowd import crowded
from tests.builders import NOW

ORDERS = Path(__file__).parents[1] / "data" / "orders" / "orders.xlsx"
MILLISECONDS = 1_000


pytestmark = pytest.mark.timeout(1200)
"""Making a hundred thousand filings takes minutes."""


class StallMeter:
    """The longest time that the UI thread was held, in milliseconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        self._beat()
        self._timer.stop()
        return round(self.longest, 1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * MILLISECONDS)
        self._last = now


class Desk:
    """A program on a crowded workspace."""

    def __init__(self, path: Path, count: int) -> None:
        self.count = count
        self.app = application("zh_CN")
        look()
        given = Settings(butler="林晓雯", scheme="light", station="bench")
        self.program = Program(given, str(path), clock=lambda: NOW, remember=False)
        self.program.window.resize(1440, 900)
        self.program.show()
        self.settle()
        self.meter = StallMeter()

    @property
    def queue(self):
        return self.program.workplace.queue

    def settle(self) -> None:
        """Until nothing runs and all is painted."""
        background, loop = self.program.background, QEventLoop()
        background.idle.connect(loop.quit)
        while True:
            while not background.is_idle:
                loop.exec()
            QTimer.singleShot(0, loop.quit)
            loop.exec()
            if background.is_idle:
                return

    def held_while(self, act: Callable[[], object]) -> float:
        """The longest hold of the UI thread from ``act`` until all it caused is done, in ms."""
        self.meter.start()
        act()
        self.settle()
        return self.meter.stop()

    def until_painted(self, act: Callable[[], object]) -> float:
        """From ``act`` until its first rows are painted, in ms."""
        view, loop = self.queue.filings.view, QEventLoop()
        start = time.perf_counter()
        model = self.queue.filings.model
        act()
        while not (model.rowCount() and model.value_at(0) is not None):
            QTimer.singleShot(1, loop.quit)
            loop.exec()
        view.viewport().repaint()
        return round((time.perf_counter() - start) * MILLISECONDS, 1)

    def close(self) -> None:
        self.program.window.close()


@pytest.fixture(scope="module", params=[10_000, 100_000])
def crowd(request, tmp_path_factory) -> tuple[Path, int]:
    """A database with so many filings."""
    path = tmp_path_factory.mktemp("crowd") / "butler.db"
    crowded(path, request.param).close()
    return path, request.param


@pytest.fixture
def desk(crowd: tuple[Path, int]) -> Iterator[Desk]:
    desk = Desk(*crowd)
    yield desk
    desk.close()


@pytest.mark.benchmark(group="window")
def test_the_queue_on_many_filings(benchmark, desk: Desk) -> None:
    queue, told = desk.queue, benchmark.extra_info
    queue.show_view(View.DONE)
    desk.settle()
    queue.filings.model.reset([])
    told["first_paint_ms"] = desk.until_painted(lambda: queue.show_view(View.ALL))
    desk.settle()
    bar = queue.filings.view.verticalScrollBar()
    start = time.perf_counter()
    held = desk.held_while(lambda: bar.setValue(bar.maximum()))
    told["to_the_end_ms"] = round((time.perf_counter() - start) * MILLISECONDS, 1)
    told["held_scrolling_ms"] = held
    start = time.perf_counter()
    wanted = FilingFilter(view=View.ALL, text="0000999")
    told["held_filtering_ms"] = desk.held_while(lambda: queue.show_filter(wanted))
    told["filter_ms"] = round((time.perf_counter() - start) * MILLISECONDS, 1)
    desk.held_while(lambda: queue.show_view(View.ALL))
    print(f"\n{desk.count} filings: {dict(told)}")
    benchmark.pedantic(lambda: (queue.filings.read_again(), desk.settle()), rounds=3)


@pytest.mark.benchmark(group="window")
def test_how_long_the_window_is_held(benchmark, desk: Desk) -> None:
    queue, told = desk.queue, benchmark.extra_info
    desk.held_while(lambda: queue.show_view(View.COLLECTING))
    view = queue.filings.view

    def page() -> None:
        for _ in range(5):
            view.step(25)
            desk.settle()

    told["paging"] = desk.held_while(page)
    told["filtering"] = desk.held_while(
        lambda: queue.show_filter(FilingFilter(view=View.ALL, text="科技"))
    )
    desk.held_while(lambda: queue.show_view(View.COLLECTING))
    view.step(1)
    desk.settle()
    form = queue.detail.tabs.form
    assert queue.detail.view.is_editable
    assert form.go_to("subject.mailing_address")
    desk.settle()
    editor = form.editor("subject.mailing_address")

    def edit() -> None:
        editor.widget.edit.setFocus()
        editor.widget.edit.setText("北京市海淀区示例路 1 号")
        editor.widget.commit()

    told["editing"] = desk.held_while(edit)
    background = desk.program.background

    def take() -> None:
        background.ask(
            queue,
            preview_orders,
            ORDERS,
            then=lambda preview: background.run(queue, take_orders, preview, True),
        )

    told["importing"] = desk.held_while(take)
    told["longest"] = max(told.values())
    print(f"\n{desk.count} filings, UI thread held, ms: {dict(told)}")
    benchmark.pedantic(page, rounds=1)
