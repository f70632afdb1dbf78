"""A colleague acts on the shared database: the list follows, and one's own place stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.services.desk import desk_facts
from butler_desktop.services.filings import edit_form
from butler_desktop.storage.work import Workspace
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.watcher import Watcher
from tests.builders import a_workspace
from tests.engines import ENGINES, POSTGRESQL
from tests.ui.queue.hall import Hall

SPONSOR, NAME = "subject.sponsor_name", "service.service_name"
OTHER = "杭州山溪科技有限公司"


class Shared:
    """The queue on a shared database, a colleague at another desk, forty filings."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.hall = Hall(qtbot, folder)
        self.filings = [self.hall.filing(f"BA-{n:02}", day=n % 7) for n in range(40)]
        self.colleague: Workspace = a_workspace(folder, actor="周启明", clock=self.hall.clock)
        self.page = self.hall.open()
        self.hall.background.failed.connect(self.hall.crashes.append)
        with self.hall.workspace.reading() as work:
            self.watcher = Watcher(self.hall.background, desk_facts(work).place)
        qtbot.waitUntil(lambda: self.watcher.is_hearing)
        self.hall.settle()

    def colleague_writes(self, filing_id: str, path: str, value: str) -> None:
        """The colleague writes a field, and the pages have followed, within three seconds."""
        heard = self.hall.qtbot.waitSignal(self.hall.background.changed, timeout=3_000)
        with heard, self.colleague.editing() as work:
            edit_form(work, filing_id, {path: value})
        self.hall.settle()

    def close(self) -> None:
        self.watcher.stop()
        self.hall.close()


@pytest.fixture
def shared(qtbot: QtBot, tmp_path: Path) -> Iterator[Shared]:
    with ENGINES.asked_for(POSTGRESQL):
        made = Shared(qtbot, tmp_path)
        yield made
        made.close()


def test_selection_and_scroll_stay_while_the_row_says_the_new_name(shared: Shared) -> None:
    filings, view = shared.page.filings, shared.page.filings.view
    view.setCurrentIndex(filings.model.index(20, 0))
    shared.hall.settle()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = (shared.page.current, view.verticalScrollBar().value(), view.selected_ids())
    assert before[1] > 0
    row = 21
    shared.colleague_writes(filings.model.ids()[row], SPONSOR, OTHER)
    assert (shared.page.current, view.verticalScrollBar().value(), view.selected_ids()) == before
    assert filings.model.value_at(row).sponsor_name == OTHER


def test_what_is_being_typed_stays_while_the_rest_of_the_form_follows(shared: Shared) -> None:
    filing = shared.page.current
    assert filing is not None
    form = shared.page.detail.tabs.form
    editor = form.editor(NAME)
    assert editor is not None
    assert isinstance(editor.widget, LineField)
    editor.widget.edit.setFocus()
    shared.hall.qtbot.keyClicks(editor.widget.edit, "half a na")
    shared.colleague_writes(filing, SPONSOR, OTHER)
    assert editor.widget.edit.text() == "half a na"
    assert editor.widget.edit.hasFocus()
    other = form.editor(SPONSOR)
    assert other is not None
    assert other.widget.value() == OTHER
