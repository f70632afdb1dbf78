"""kill -9 in the middle of typing: every key that reached the file is there at the next start."""

import json
import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.ui.draft_file import drafts_path, load
from tests.builders import a_filing, a_workspace, an_order
from tests.ui.detail.desk import sample
from tests.ui.opened import Opened

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills by signal")

ROOT = Path(__file__).resolve().parents[2]
NAME = "service.service_name"
ROUNDS = 5

TYPIST = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from butler_desktop.app import Program, application
from butler_desktop.settings import Settings

database, filing, path, token = sys.argv[1:]
app = application("zh_CN")
program = Program(Settings(butler="林晓雯", scheme="light", station="t"), database)
keys, keyed = QTimer(), []
keys.setInterval(30)

def begin():
    form = program.workplace.queue.detail.tabs.form
    if keys.isActive() or not form.go_to(path):
        return
    edit = form.editor(path).widget.edit
    edit.selectAll()
    drafts = form._saving.drafts
    def strike():
        edit.setFocus()  # the list may take the keyboard once it has filled
        if len(keyed) % 8 == 7:
            keys.setInterval(1200)  # long enough for the field to be saved
        else:
            keys.setInterval(30)
        keyed.append(f"{token}{len(keyed)};")
        event = QInputMethodEvent("", [])
        event.setCommitString(keyed[-1])
        QApplication.sendEvent(edit, event)
    def tell():
        draft = drafts.find((filing, path))
        if draft is not None:
            print(draft.typed, flush=True)
    drafts.kept.connect(tell)
    keys.timeout.connect(strike)
    keys.start()

def shown():
    program.workplace.queue.detail.tabs.form.built.connect(begin)
    program.workplace.open_filing(filing)
    begin()  # where it stands on the screen already

# Connected after the program's own slot: the workplace is there by then.
program.background.ready.connect(lambda: program.workplace.shown.connect(shown))
program.show()
app.exec()
"""


@pytest.fixture
def filing(tmp_path):
    workspace = a_workspace(tmp_path)
    form = sample("F00")
    order = an_order()
    made = a_filing(order, state=FilingState.COLLECTING, particulars=form)
    with workspace.editing() as work:
        work.save(None, Dossier(order, (made,)), "order.enter")
    workspace.close()
    return made.id


def killed(database: Path, filing: str, token: str, keeps: int, delay: float) -> str:
    """The last text that was in the file before the typist was killed."""
    arguments = [sys.executable, "-c", TYPIST, str(database), filing, NAME, token]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as typist:
        try:
            told = [typist.stdout.readline().strip() for _ in range(keeps)]
            select.select([], [], [], delay)
        finally:
            os.kill(typist.pid, signal.SIGKILL)
        rest, _ = typist.communicate()
        assert typist.returncode == -signal.SIGKILL, "the program ended by itself"
    return [*told, *rest.split()][-1]


def value_of(folder: Path, filing: str) -> str:
    workspace = a_workspace(folder)
    with workspace.reading() as work:
        value = work.dossier_of(filing).filing(filing).particulars.get(NAME)
    workspace.close()
    return str(value)


def test_what_was_typed_outlives_the_program(qtbot, tmp_path, filing):
    database = tmp_path / "butler.db"
    chance = random.Random("kill -9 while typing")
    for turn in range(ROUNDS):
        keeps, delay = chance.randint(1, 4), chance.uniform(0, 0.5)
        told = killed(database, filing, f"t{turn}k", keeps, delay)
        assert told.startswith(f"t{turn}k0;")
        path = drafts_path(str(database))
        json.loads(path.read_text(encoding="utf-8"))
        draft = load(path).get((filing, NAME))
        there = [value_of(tmp_path, filing), str(draft.typed) if draft else ""]
        assert any(text.startswith(told) for text in there), (told, there)
    opened = Opened(qtbot, tmp_path)
    try:
        place = opened.start()
        place.open_filing(filing)
        opened.settle()
        edit = place.queue.detail.tabs.form.editor(NAME).widget.edit
        assert edit.text().startswith(told)
    finally:
        opened.end()
