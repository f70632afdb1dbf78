"""A desk for tests: a real workspace in a folder, a real Background, and the detail pane."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.services.filing_view import FilingView, filing_view
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.detail_pane import DetailPane
from butler_desktop.ui.detail.field_editor import FieldEditor
from tests.builders import NOW, Clock, a_filing, a_workspace, an_order

FORM_FILE = Path(__file__).resolve().parents[2] / "data" / "filings.json"
S = FilingState


@cache
def rules() -> Rulebook:
    """The shipped rulebook, read once."""
    return load_rulebook()


@cache
def sample(name: str) -> Particulars:
    """A sample form: F00 is a good website of an enterprise."""
    entries = json.loads(FORM_FILE.read_text(encoding="utf-8"))
    entry = next(entry for entry in entries if entry["id"] == name)
    return Particulars.from_form_file(entry, rules().provinces)


class Desk(QObject):
    """What a butler sits at."""

    def __init__(self, qtbot: QtBot, folder: Path, **at: Any) -> None:
        super().__init__()
        self.qtbot, self.folder = qtbot, folder
        self.clock = Clock()
        self.workspace = replace(a_workspace(folder, clock=self.clock), **at)
        self.background = Background(lambda: self.workspace)
        self.background.open()
        self.crashes: list[BaseException] = []
        self.background.crashed.connect(self.crashes.append)
        self.pane = DetailPane(self.background)
        self.background.changed.connect(self.pane.follow)
        self.pane.resize(620, 800)
        self.pane.show()
        self.settle()

    def close(self) -> None:
        """End of the working day."""
        self.settle()
        self.pane.close()
        self.background.close()
        shiboken6.delete(self.pane)
        shiboken6.delete(self.background)
        assert self.crashes == []

    def filing(self, state: FilingState = S.COLLECTING, form: str = "F00", **given: Any) -> str:
        """A filing in a state, with a sample form (an empty one for ``""``); its id."""
        particulars = sample(form) if form else Particulars.empty("first_filing")
        order = an_order(
            customer=particulars.subject.sponsor_name or "深圳市南屿跨境电子商务有限公司"
        )
        order = replace(order, remark=given.pop("remark", ""))
        filing = a_filing(order, state=state, particulars=particulars, **given)
        with self.workspace.editing() as work:
            work.save(None, Dossier(order, (filing,)), "order.enter")
        return filing.id

    def show(self, filing_id: str) -> None:
        """Choose a filing and wait until it is there."""
        self.pane.show_filing(filing_id)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is running, being read or being built."""
        for _ in range(10):
            if not self.background.is_idle:
                with self.qtbot.waitSignal(self.background.idle):
                    pass
            elif not self.form.is_built:
                with self.qtbot.waitSignal(self.form.built):
                    pass
            else:
                return

    @property
    def form(self) -> Any:
        """The form's tab."""
        return self.pane.tabs.form

    def editor(self, path: str) -> FieldEditor:
        """The editor of a path."""
        found = self.form.editor(path)
        assert found is not None, path
        return found

    def saved(self, filing_id: str) -> FilingView:
        """The filing as the database has it."""
        with self.workspace.reading() as work:
            return filing_view(work, filing_id)

    def value(self, filing_id: str, path: str) -> Any:
        """A value of the form as the database has it."""
        return self.saved(filing_id).filing.particulars.get(path)

    def colleague(self, act: Any, *args: Any) -> None:
        """Somebody else acts at another desk, two minutes later."""
        self.clock.now = NOW.replace(minute=44)
        other = a_workspace(self.folder, actor="周启明", clock=self.clock)
        with other.editing() as work:
            act(work, *args)
        other.close()


def compose(target: QWidget, text: str) -> None:
    """An input method shows ``text`` without having settled it."""
    event = QInputMethodEvent(text, [])
    QApplication.sendEvent(target, event)


def commit(target: QWidget, text: str) -> None:
    """An input method settles ``text``."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(target, event)
