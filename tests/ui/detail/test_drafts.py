"""Drafts: kept from the first key on, shown again at the next start, gone when saved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.errors import ButlerError, StoreAway
from butler_desktop.services.filings import edit_form
from butler_desktop.storage.work import Work
from butler_desktop.ui import draft_file
from butler_desktop.ui.detail.drafts import SOON_MS, Drafts
from butler_desktop.ui.draft_file import load
from butler_desktop.ui.kit.line_field import Edit, LineField
from butler_desktop.words import Words
from tests.builders import NOW
from tests.ui.detail.desk import Desk, commit

NAME, MOBILE = "service.service_name", "subject_pic.mobile"
BEFORE = "白露松间企业门户"


@contextmanager
def sitting(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """One start of the program, from opening to closing."""
    desk = Desk(qtbot, folder)
    desk.pane.keep_drafts(folder / "drafts.json", desk.clock)
    desk.settle()
    try:
        yield desk
    finally:
        desk.pane.finish()
        desk.close()


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Callable[[], object]:
    return lambda: sitting(qtbot, tmp_path)


def edit_of(desk: Desk, path: str = NAME) -> Edit:
    widget = desk.editor(path).widget
    assert isinstance(widget, LineField)
    return widget.edit


def type_into(desk: Desk, text: str, path: str = NAME) -> Edit:
    edit = edit_of(desk, path)
    edit.setFocus()
    edit.selectAll()
    commit(edit, text)
    return edit


def leave(desk: Desk) -> None:
    desk.pane.tabs.bar.setFocus()
    desk.settle()


def kept(desk: Desk) -> dict[tuple[str, str], object]:
    """What the file holds when what is typed has reached it."""
    drafts = desk.form._saving.drafts
    if drafts._changed:
        with desk.qtbot.waitSignal(drafts.kept):
            pass
    desk.settle()
    return {key: draft.typed for key, draft in load(desk.folder / "drafts.json").items()}


def lost_power(desk: Desk) -> None:
    """The program ends with nothing finished: what is in the file is all there is."""
    kept(desk)
    desk.form._saving.drafts._path = None
    for section in desk.form._sections.values():
        for editor in section.editors.values():
            editor.widget._timer.stop()
            editor._state = None


def told(desk: Desk, path: str = NAME) -> str:
    finding = desk.editor(path).widget._finding
    return finding._words.text() if finding.isVisible() else ""


def links(desk: Desk, path: str = NAME) -> list[str]:
    return [link.text() for link in desk.editor(path).widget._finding._links]


@contextmanager
def away(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The shared database cannot be reached."""

    def gone(*_args: object) -> None:
        raise StoreAway(Words("连不上共享库。", "The shared database cannot be reached."))

    with monkeypatch.context() as patched:
        patched.setattr(Work, "save", gone)
        yield


def test_the_first_key_is_in_the_file_within_moments(sit) -> None:
    assert SOON_MS < 300
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        type_into(desk, "云 ")
        assert kept(desk) == {(filing, NAME): "云 "}
        assert desk.value(filing, NAME) == BEFORE
        leave(desk)
        assert kept(desk) == {}
        assert desk.value(filing, NAME) == "云"


def test_what_is_typed_back_is_no_draft(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        type_into(desk, "云")
        type_into(desk, BEFORE)
        assert kept(desk) == {}
        assert desk.form._saving.drafts.of(filing) == {}


def test_the_next_start_shows_what_was_typed(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        desk.clock.now = NOW.replace(minute=41)
        type_into(desk, "白露松间 ")
        lost_power(desk)
    with sit() as desk:
        desk.show(filing)
        assert edit_of(desk).text() == "白露松间 "
        assert "10:41" in told(desk)
        assert links(desk) == ["Save it", "Discard"]
        assert desk.value(filing, NAME) == BEFORE
        desk.editor(NAME).widget.link_clicked.emit("save")
        desk.settle()
        assert desk.value(filing, NAME) == "白露松间"
        assert told(desk) == ""
        assert kept(desk) == {}


def test_a_draft_of_an_earlier_start_can_be_discarded(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        type_into(desk, "白露松间")
        lost_power(desk)
    with sit() as desk:
        desk.show(filing)
        desk.editor(NAME).widget.link_clicked.emit("discard")
        desk.settle()
        assert edit_of(desk).text() == BEFORE
        assert (told(desk), kept(desk)) == ("", {})


def test_a_colleagues_act_leaves_the_draft_as_it_is_and_both_are_shown(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        type_into(desk, "我的")
        before = (kept(desk), (desk.folder / "drafts.json").read_bytes())
        lost_power(desk)
        desk.colleague(edit_form, filing, {NAME: "他的", "province": "330000"})
        assert (kept(desk), (desk.folder / "drafts.json").read_bytes()) == before
    with sit() as desk:
        desk.show(filing)
        assert edit_of(desk).text() == "我的"
        for part in ("周启明", "10:44", "他的", "我的"):
            assert part in told(desk)
        assert links(desk) == ["Use mine", "Use theirs"]
        desk.editor(NAME).widget.link_clicked.emit("theirs")
        desk.settle()
        assert edit_of(desk).text() == "他的"
        assert kept(desk) == {}


def test_a_draft_of_a_filing_that_went_on_can_be_read_copied_and_discarded(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        type_into(desk, "来不及了")
        lost_power(desk)
        desk.colleague(_moved, filing, S.SUBMITTED)
    with sit() as desk:
        desk.show(filing)
        edit = edit_of(desk)
        assert (edit.text(), edit.isReadOnly()) == ("来不及了", True)
        assert links(desk) == ["Copy", "Discard"]
        desk.editor(NAME).widget.link_clicked.emit("copy")
        assert QGuiApplication.clipboard().text() == "来不及了"
        assert kept(desk) == {(filing, NAME): "来不及了"}
        desk.editor(NAME).widget.link_clicked.emit("discard")
        desk.settle()
        assert (edit.text(), kept(desk)) == (BEFORE, {})


def test_a_draft_of_a_field_that_is_asked_no_more_is_shown(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        edit_of(desk)
        key = filing, "subject.legal_rep_id_number"
        desk.form._saving.type(key, "110105198208159352", "110105198208159352", None)
        lost_power(desk)
    with sit() as desk:
        desk.show(filing)
        path = "subject.legal_rep_id_number"
        assert desk.editor(path).widget.isVisible()
        assert told(desk, path)
        desk.editor(path).widget.link_clicked.emit("discard")
        desk.settle()
        assert desk.form.editor(path) is None


def test_a_personal_number_stays_masked_in_its_draft(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        key = filing, MOBILE
        desk.form._saving.type(key, "13900001111", "13900001111", desk.value(filing, MOBILE))
        lost_power(desk)
        desk.colleague(edit_form, filing, {MOBILE: "13700002222"})
    with sit() as desk:
        desk.show(filing)
        assert edit_of(desk, MOBILE).text() == "139****1111"
        assert "137****2222" in told(desk, MOBILE)
        assert "139****1111" in told(desk, MOBILE)
        desk.editor(MOBILE).widget.reveal_wanted.emit()
        desk.settle()
        assert edit_of(desk, MOBILE).text() == "13900001111"
        desk.editor(MOBILE).widget.link_clicked.emit("mine")
        desk.settle()
        assert desk.value(filing, MOBILE) == "13900001111"


def test_a_choice_is_a_draft_too(sit, monkeypatch) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        combo = desk.editor("province").widget.combo
        combo.setCurrentIndex(combo.findData("420000"))
        with away(monkeypatch):
            combo.activated.emit(combo.currentIndex())
            desk.settle()
        assert kept(desk) == {(filing, "province"): "420000"}
    with sit() as desk:
        desk.show(filing)
        assert desk.editor("province").widget.value() == "420000"
        desk.editor("province").widget.link_clicked.emit("save")
        desk.settle()
        assert desk.value(filing, "province") == "420000"


def test_nothing_is_lost_where_the_window_is_closed_while_the_database_is_away(
    sit, monkeypatch
) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        type_into(desk, "断网时写的")
        with away(monkeypatch):
            leave(desk)
            assert "cannot be reached" in told(desk) or "连不上" in told(desk)
            type_into(desk, "断网时写的，没写完")
            desk.pane.finish()
            desk.settle()
    with sit() as desk:
        desk.show(filing)
        assert edit_of(desk).text() == "断网时写的，没写完"
        assert desk.value(filing, NAME) == BEFORE


def test_a_draft_that_was_saved_as_the_program_ended_is_none(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        type_into(desk, "白露松间")
        lost_power(desk)
        with desk.workspace.editing() as work:
            edit_form(work, filing, {NAME: "白露松间"})
        desk.colleague(edit_form, filing, {NAME: "白露松间后来写的"})
    with sit() as desk:
        desk.show(filing)
        assert (edit_of(desk).text(), told(desk)) == ("白露松间后来写的", "")
        assert kept(desk) == {}


def test_going_to_another_filing_and_back_keeps_the_draft(sit, monkeypatch) -> None:
    with sit() as desk:
        filing, other = desk.filing(), desk.filing(form="F01")
        desk.show(filing)
        with away(monkeypatch):
            type_into(desk, "没有存上")
            desk.show(other)
            assert told(desk) == ""
            desk.show(filing)
        assert edit_of(desk).text() == "没有存上"
        assert kept(desk) == {(filing, NAME): "没有存上"}


def test_a_file_that_cannot_be_written_is_told_once_and_tried_again(sit, monkeypatch) -> None:
    with sit() as desk:
        errors: list[ButlerError] = []
        desk.background.failed.connect(errors.append)
        filing = desk.filing()
        desk.show(filing)
        written = draft_file._write

        def full(*_args: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(draft_file, "_write", full)
        drafts: Drafts = desk.form._saving.drafts
        for text in ("一", "二"):
            type_into(desk, text)
            drafts.flush()
            desk.settle()
        assert len(errors) == 1
        monkeypatch.setattr(draft_file, "_write", written)
        type_into(desk, "三")
        assert kept(desk) == {(filing, NAME): "三"}


def test_a_draft_typed_before_the_file_was_read_wins(sit) -> None:
    with sit() as desk:
        filing = desk.filing()
        desk.show(filing)
        type_into(desk, "旧的")
        lost_power(desk)
    with sit() as desk:
        desk.show(filing)
        drafts = desk.form._saving.drafts
        older = replace(drafts.of(filing)[NAME], typed="更旧的")
        drafts._restore({(filing, NAME): older}, frozenset())
        assert drafts.of(filing)[NAME].typed == "旧的"


def _moved(work: Work, filing_id: str, state: S) -> None:
    before = work.dossier_of(filing_id)
    moved = replace(before.filing(filing_id), state=state)
    work.save(before, before.with_filing(moved), "filing.advance:submit")
