"""Start: from the process's first line to the first usable window, against a bare PySide6 window.

Usable means shown and answering: an event put into the queue after ``show`` has come back.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.crowd import crowded

ROOT = Path(__file__).parents[2]
ROUNDS = 9

pytestmark = pytest.mark.timeout(300)

BARE = """
import time; start = time.perf_counter()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, lambda: (print("frame", time.perf_counter() - start), app.quit()))
app.exec()
"""

OURS = """
import sys, time; start = time.perf_counter()
import butler_desktop.__main__  # the way in of the real program, its log included
butler_desktop.__main__.logs.start()
from PySide6.QtCore import QTimer
from butler_desktop.app import Program, application
from butler_desktop.settings import Settings
app = application("zh_CN")
given = Settings(butler="林晓雯", scheme="light", station="bench")
program = Program(given, sys.argv[1], remember=False)
program.show()
tell = lambda word: print(word, time.perf_counter() - start)
QTimer.singleShot(0, lambda: tell("frame"))
def listed(count):
    tell("rows")
    app.quit()
def look():
    if program.workplace is None:
        QTimer.singleShot(1, look)
    else:
        program.workplace.queue.filings.filled.connect(listed)
look()
app.exec()
program.close()
"""


def seconds(source: str, cache: Path, *arguments: str) -> dict[str, float]:
    """What one process told of itself; its bytecode is kept, as that of an installed program is."""
    kept = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(cache)}
    told = subprocess.run(
        [sys.executable, "-c", source, *arguments],
        cwd=ROOT,
        env=kept,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return {word: float(took) for word, took in (line.split() for line in told.splitlines())}


@pytest.mark.benchmark(group="start")
def test_start_to_first_usable_window(benchmark, tmp_path: Path) -> None:
    database, cache = tmp_path / "butler.db", tmp_path / "bytecode"
    crowded(database, 1_000).close()
    seconds(BARE, cache)
    seconds(OURS, cache, str(database))
    bare, frame, rows = [], [], []
    for _ in range(ROUNDS):
        bare.append(seconds(BARE, cache)["frame"])
        took = seconds(OURS, cache, str(database))
        frame.append(took["frame"])
        rows.append(took["rows"])
    middle = {
        name: statistics.median(values)
        for name, values in (("bare", bare), ("frame", frame), ("rows", rows))
    }
    benchmark.extra_info |= {name: round(value, 3) for name, value in middle.items()}
    benchmark.extra_info["frame_ratio"] = round(middle["frame"] / middle["bare"], 2)
    benchmark.extra_info["rows_ratio"] = round(middle["rows"] / middle["bare"], 2)
    print(f"\nstart: {benchmark.extra_info}")
    benchmark.pedantic(seconds, args=(OURS, cache, str(database)), rounds=1)
