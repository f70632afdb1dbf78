"""What is typed into the form of an act outlives the window and a colleague's act."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import act
from butler_desktop.storage.work import Work
from butler_desktop.ui.draft_file import load
from butler_desktop.ui.kit.text_field import TextField
from tests.ui.detail.desk import Desk, commit

NOTE = "客户说下午三点前发来营业执照，"


@contextmanager
def sitting(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, folder)
    desk.pane.keep_drafts(folder / "drafts.json", desk.clock)
    desk.settle()
    try:
        yield desk
    finally:
        desk.pane.finish()
        desk.close()


def write_note(desk: Desk, text: str = NOTE) -> TextField:
    card = desk.pane.desk.card
    assert card is not None
    note = card.fields["note"]
    assert isinstance(note, TextField)
    commit(note.lines, text)
    return note


def kept(desk: Desk) -> list[object]:
    drafts = desk.form._saving.drafts
    drafts.flush()
    desk.settle()
    return [draft.typed for draft in load(desk.folder / "drafts.json").values()]


def test_a_note_is_there_again_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    with sitting(qtbot, tmp_path) as desk:
        filing = desk.filing()
        desk.show(filing)
        desk.pane.desk.log_contact()
        write_note(desk)
        assert kept(desk) == [NOTE]
    with sitting(qtbot, tmp_path) as desk:
        desk.show(filing)
        card = desk.pane.desk.card
        assert card is not None
        assert card.row.action is Action.LOG_CONTACT
        assert card.fields["note"].value() == NOTE
        card.fields["outcome"].set_value("reached")
        card.filled.click()
        desk.settle()
        assert desk.saved(filing).contacts[0].note == NOTE.strip()
        assert kept(desk) == []


def test_a_note_that_is_emptied_is_no_draft(qtbot: QtBot, tmp_path: Path) -> None:
    with sitting(qtbot, tmp_path) as desk:
        desk.show(desk.filing())
        desk.pane.desk.log_contact()
        note = write_note(desk)
        note.lines.selectAll()
        commit(note.lines, "")
        note.lines.clear()
        assert kept(desk) == []


def test_words_for_an_act_that_a_colleague_did_are_kept_to_be_copied(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with sitting(qtbot, tmp_path) as desk:
        filing = desk.filing(S.REQUESTED)
        desk.show(filing)
        desk.pane.desk.log_contact()
        write_note(desk)
        desk.colleague(_contacted, filing)
        desk.pane.reload()
        desk.settle()
        assert desk.pane.desk.card is None
        assert NOTE in desk.pane.tabs.strip.text()
        assert kept(desk) == [NOTE]
    with sitting(qtbot, tmp_path) as desk:
        desk.show(filing)
        assert NOTE in desk.pane.tabs.strip.text()
        copy, discard = desk.pane.tabs.strip.cures()
        copy.click()
        assert QGuiApplication.clipboard().text() == NOTE
        discard.click()
        assert not desk.pane.tabs.strip.isVisible()
        assert kept(desk) == []


def test_another_filing_has_a_note_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    with sitting(qtbot, tmp_path) as desk:
        filing, other = desk.filing(), desk.filing(form="F01")
        desk.show(filing)
        desk.pane.desk.log_contact()
        write_note(desk)
        desk.show(other)
        desk.pane.desk.log_contact()
        card = desk.pane.desk.card
        assert card is not None
        assert card.fields["note"].value() == ""


def _contacted(work: Work, filing_id: str) -> None:
    act(work, filing_id, Action.CONTACT_CUSTOMER, {"note": "已联系"})
