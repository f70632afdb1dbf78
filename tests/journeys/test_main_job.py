"""The main job, order in to rating, through the real window by mouse and keyboard."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from butler_desktop.cli.main import main
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.form import missing_fields
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.transition import Action
from butler_desktop.domain.worklist import FilingFilter
from butler_desktop.ui import window_state
from butler_desktop.ui.detail.answer_field import AnswerField
from butler_desktop.ui.detail.detail_pane import DetailPane
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.material_row import MaterialRowView
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.masked_field import MaskedField
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.text_field import TextField
from tests.journeys.conftest import Hands

ROOT = Path(__file__).parents[2]
SCANS = ROOT / "resources" / "samples" / "scans"
FORMS = json.loads((ROOT / "resources/samples/forms.json").read_text(encoding="utf-8"))
CONTROL = Qt.KeyboardModifier.ControlModifier
S = FilingState


def detail(hands: Hands) -> DetailPane:
    return hands.program.workplace.queue.detail


def state(hands: Hands) -> FilingState:
    return detail(hands).view.filing.state


def press_next(hands: Hands) -> None:
    """The one filled button, by its key."""
    hands.wait()
    hands.look_at_window()
    detail(hands).setFocus()
    hands.key(Qt.Key.Key_Return, CONTROL)


def act(hands: Hands, action: Action, **given: str) -> None:
    """The next action: opens its card by key, fills it, and saves it by key."""
    pane = detail(hands)
    assert pane.view.primary.row.action is action, pane.view.primary.row.action
    press_next(hands)
    card = pane.desk.card
    if card is None:
        return
    for key, text in given.items():
        give(hands, card.fields[key], text)
    hands.click(card.filled)


def answer_dialog(hands: Hands) -> None:
    """Presses the filled button of the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    hands.click(dialog.act_button)


def pick(hands: Hands, field: ComboField, value: Leaf) -> None:
    """Walks to a choice with the arrow keys."""
    combo = field.combo
    combo.setFocus()
    wanted = combo.findData(value)
    assert wanted >= 0, value
    steps = wanted - combo.currentIndex()
    for _ in range(abs(steps)):
        hands.qtbot.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def give(hands: Hands, widget: Field, leaf: Leaf) -> None:
    """Gives a field its value the way its kind is filled by hand."""
    if isinstance(widget, ComboField):
        pick(hands, widget, leaf)
    elif isinstance(widget, AnswerField):
        segments = widget.findChild(Segments)
        segments.set_index(0 if leaf else 1)
        segments.chosen.emit(0 if leaf else 1)
    elif isinstance(widget, LineField | TextField):
        edit = widget.lines if isinstance(widget, TextField) else widget.edit
        edit.setFocus()
        if isinstance(widget, MaskedField) and edit.isReadOnly():
            widget.reveal_wanted.emit()
            hands.wait()
        edit.selectAll()
        hands.write("; ".join(leaf) if isinstance(leaf, tuple) else str(leaf))
        hands.qtbot.keyClick(edit, Qt.Key.Key_Tab)
    else:
        widget.set_value(leaf)
        widget.committed.emit()
    hands.wait()


def fill_form(hands: Hands, form: Particulars) -> None:
    """Fills the form field by field, choices first: they decide what else is asked."""
    tab = detail(hands).tabs.form
    detail(hands).tabs.go_to(Tab.FORM)
    for _ in range(4):
        hands.wait_until(lambda: tab.is_built)
        view = detail(hands).view
        present = view.filing.particulars
        wanted = {
            path: leaf
            for path, leaf in form.leaves()
            if leaf not in (None, "", ()) and present.get(path) != leaf
        }
        open_paths = [path for path in wanted if tab.editor(path) is not None]
        if not open_paths:
            break
        for path in sorted(
            open_paths, key=lambda p: not isinstance(tab.editor(p).widget, ComboField)
        ):
            hands.wait_until(lambda: tab.is_built)
            editor = tab.editor(path)
            if editor is not None:
                give(hands, editor.widget, wanted[path])
    assert missing_fields(detail(hands).view.filing.particulars, view.rulebook.tables) == ()


def attach_what_is_missing(hands: Hands) -> None:
    """Drops a scan onto each row of a paper that is missing."""
    pane = detail(hands)
    pane.tabs.go_to(Tab.MATERIALS)
    hands.wait()
    scans = sorted(SCANS.iterdir())
    missing = [item.kind for item in pane.view.checklist if item.is_missing]
    assert missing
    for place, kind in enumerate(missing):
        rows = {row.row.kind: row for row in pane.findChildren(MaterialRowView)}
        row = rows[kind]
        hands.drop(row, scans[place % len(scans)])
    assert not [item for item in pane.view.checklist if item.is_missing]


def take_an_order(hands: Hands) -> None:
    """An order comes in by hand, and its customer asks for a filing."""
    place = hands.program.workplace
    hands.key(Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    dialog = QApplication.activeModalWidget()
    for key, text in (
        ("customer", "北京白露松间网络有限公司"),
        ("contact_name", "张海燕"),
        ("contact_phone", "15994343817"),
    ):
        give(hands, dialog.fields[key], text)
    hands.click(dialog.has_agreed)
    answer_dialog(hands)
    hands.wait()
    assert place.orders.total == 1
    assert hands.program.window.pages.currentWidget() is place.orders
    hands.click(place.orders.detail.panel.start)
    answer_dialog(hands)
    hands.wait()
    assert state(hands) is S.REQUESTED


def make_first_contact(hands: Hands) -> None:
    """The card asks what the call must bring."""
    press_next(hands)
    card = detail(hands).desk.card
    give(hands, card.fields["note"], "展示站，不在线销售。")
    for path, value in (("province", "110000"), ("subject.sponsor_kind", "enterprise")):
        pick(hands, card.learnt[path], value)
    hands.click(card.filled)
    assert state(hands) is S.COLLECTING


def prepare(hands: Hands) -> None:
    """Form, papers, review, packet."""
    rulebook = detail(hands).view.rulebook
    fill_form(hands, Particulars.from_form_file(FORMS[0], rulebook.provinces))
    attach_what_is_missing(hands)
    for action, reached in (
        (Action.COMPLETE_CONTENT, S.PREPARING),
        (Action.SEND_TO_REVIEW, S.INTERNAL_REVIEW),
        (Action.ISSUE_PACKET, S.AWAITING_CONFIRMATION),
    ):
        act(hands, action)
        assert state(hands) is reached
    assert detail(hands).view.packets[0].version == 1


def see_it_through(hands: Hands) -> None:
    """Confirmation, submission, approval, rating."""
    number = "京ICP备2026001234号"
    act(hands, Action.CONFIRM, how="paper")
    assert state(hands) is S.AWAITING_FACE_VERIFICATION
    act(hands, Action.RECORD_FACE_VERIFICATION)
    assert state(hands) is S.READY_TO_SUBMIT
    act(hands, Action.SUBMIT)
    answer_dialog(hands)
    hands.wait()
    assert state(hands) is S.SUBMITTED
    act(hands, Action.RECORD_SMS_SENT)
    act(hands, Action.RECORD_SMS_VERIFIED)
    assert state(hands) is S.AUTHORITY_REVIEW
    hands.clock.now += timedelta(days=12)
    act(hands, Action.APPROVE, subject_number=number, service_number=f"{number}-1")
    assert state(hands) is S.APPROVED
    act(hands, Action.RATE, response_speed="5", service_quality="4")
    act(hands, Action.TELL_DUTIES)
    assert state(hands) is S.CLOSED


@pytest.mark.timeout(240)
def test_one_filing_goes_the_whole_way(open_program: Callable[[], Hands], tmp_path: Path):
    hands = open_program()
    assert hands.program.window.pages.currentWidget() is hands.program.workplace.start
    take_an_order(hands)
    make_first_contact(hands)
    prepare(hands)
    see_it_through(hands)
    assert detail(hands).view.order.state == "completed"
    number = detail(hands).view.order.number
    hands.program.window.close()
    database = str(tmp_path / "butler.db")
    assert main(["--database", database, "journal", number, "--verify"]) == 0


def test_reopened_everything_is_where_it_was(open_program: Callable[[], Hands], tmp_path: Path):
    hands = open_program()
    take_an_order(hands)
    detail(hands).tabs.go_to(Tab.CONTACTS)
    queue = hands.program.workplace.queue
    queue.splitter.setSizes([500, 700])
    queue.filters.set_filter(FilingFilter(view=None, kinds=("first_filing",)))
    sizes, filing = queue.splitter.sizes(), queue.current
    hands.program.window.close()
    kept = window_state.load(window_state.state_path(str(tmp_path / "butler.db")))
    assert kept.queue_sizes == sizes

    again = open_program()
    queue = again.program.workplace.queue
    assert again.program.window.pages.currentWidget() is queue
    assert queue.current == filing
    assert queue.filters.filter.kinds == ("first_filing",)
    assert detail(again).filing_id == filing
    assert detail(again).tab is Tab.CONTACTS
